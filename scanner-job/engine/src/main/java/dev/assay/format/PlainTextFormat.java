package dev.assay.format;

import dev.assay.storage.HashingReader;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Plain text: prose, Markdown, logs, source code. One column, {@code text}; a line is a row. */
public final class PlainTextFormat implements FileFormat {
    private static final int MAX_PIECE_BYTES = 16 << 20;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        return Sniffer.isText(head);
    }

    @Override
    public FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        return WholeFile.layout(name(), file);
    }

    @Override
    public void read(FileSection section, HashingReader reader, CellSink sink) {
        try {
            TextInput text = TextInput.of(reader);
            RowBlocks blocks = new RowBlocks(sink);
            RowBlocks.Column column = blocks.column("text");
            Lines lines = new Lines(text, MAX_PIECE_BYTES);
            long number = 0;
            while (lines.next()) {
                if (lines.number() == number) {
                    sink.irregular("a line of more than " + MAX_PIECE_BYTES + " bytes, read in pieces", 1);
                }
                number = lines.number();
                if (lines.length() == 0) {
                    blocks.addNull(column);
                } else {
                    column.cells().put(lines.bytes(), lines.start(), lines.length());
                    blocks.endCell(column);
                }
                blocks.endRow();
            }
            blocks.finish();
            WholeFile.finish(text, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
