package dev.assay.format;

import dev.assay.storage.HashingReader;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A format of text, compressed or not, that is read from the first byte to the last. */
abstract class TextFormat implements FileFormat {
    @Override
    public final FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        FileSection section = new FileSection(file, name(), 0, 0, file.length(), 0, 0, 0, -1);
        return new FileLayout(name(), List.of(), -1, List.of(section));
    }

    @Override
    public final void read(FileSection section, HashingReader reader, CellSink sink) {
        TextInput text = TextInput.of(reader);
        RowBlocks blocks = new RowBlocks(sink);
        try {
            rows(section.file().path(), text, blocks, sink);
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
     * @param path the file's relative path
     */
    abstract void rows(String path, TextInput text, RowBlocks blocks, CellSink sink) throws IOException;
}
