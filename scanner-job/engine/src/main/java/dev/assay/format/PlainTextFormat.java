package dev.assay.format;

import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.util.Optional;

/** Plain text: prose, Markdown, logs, source code. One column, {@code text}; a line is a row. */
public final class PlainTextFormat extends CutFormat {
    private static final int MAX_PIECE_BYTES = 16 << 20;

    /** The format as scans know it. */
    public PlainTextFormat() {
        this(SECTION_BYTES);
    }

    PlainTextFormat(long sectionBytes) {
        super(sectionBytes);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        return Sniffer.isText(head);
    }

    @Override
    Optional<RowEnds> rowEnds(StoredFile file, RangeReader reader) {
        return Optional.of(new LineEnds(reader));
    }

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException {
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
    }
}
