package dev.assay.format;

import dev.assay.storage.HashingReader;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A format of text, compressed or not. A file is one section, unless its format knows where rows begin. */
abstract class TextFormat implements FileFormat {
    @Override
    public FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        return new FileLayout(name(), List.of(), -1, List.of(section(file, 0, 0, file.length())));
    }

    /** A section whose rows are numbered from its first byte on: more than one row begins at no byte. */
    final FileSection section(StoredFile file, int ordinal, long start, long end) {
        return new FileSection(file, name(), ordinal, start, end, 0, 0, start, -1);
    }

    /** What a number counted in a section is counted from, in messages; nothing if from the file's begin. */
    static String behind(FileSection section) {
        return section.start() == 0 ? "" : " behind byte " + section.start();
    }

    @Override
    public final void read(FileSection section, HashingReader reader, CellSink sink) {
        TextInput text = TextInput.of(section, reader);
        RowBlocks blocks = new RowBlocks(sink, section.firstRow());
        try {
            rows(section, text, blocks, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        blocks.finish();
        text.failure()
                .ifPresent(why -> sink.skipped(
                        "",
                        "The compressed file is damaged: " + why + ". What came before was read.",
                        text.unread(),
                        0));
    }

    /**
     * Reads the rows.
     *
     * @param section where they are from
     */
    abstract void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException;
}
