package dev.assay.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Separated values (RFC 4180, and what goes by its name): comma, tab, semicolon or bar, whichever divides the first lines
 * best; quotes; line breaks inside quotes; a header in the first row, unless that row looks like data. A field that is
 * empty and not quoted is a null.
 *
 * <p>Bytes pass through the parser as one character each, so that they come out as they went in, UTF-8 or not.
 */
public final class CsvFormat extends CutFormat {
    private static final int MAX_FIELD = 16 << 20;

    /** The format as scans know it. */
    public CsvFormat() {
        this(SECTION_BYTES);
    }

    CsvFormat(long sectionBytes) {
        super(sectionBytes);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        if (!Sniffer.isText(head)) {
            return false;
        }
        return Sniffer.isNamed(path, ".csv", ".tsv", ".psv", ".tab")
                || (Sniffer.mayBeTable(path) && CsvDialect.isTable(head));
    }

    /** None where the first row, which names the columns, is longer than what all sections read of the file. */
    @Override
    Optional<RowEnds> rowEnds(StoredFile file, RangeReader reader) {
        byte[] head = head(file, reader::read);
        char separator = CsvDialect.separator(file.path(), head);
        return CsvDialect.holdsFirstRow(head, separator)
                ? Optional.of(new CsvRowEnds(reader, separator))
                : Optional.empty();
    }

    @Override
    List<ByteRange> shared(StoredFile file) {
        return List.of(new ByteRange(0, TextInput.headBytes(file)));
    }

    /** What {@link #rows} reads first of the section that begins the file. */
    private static byte[] head(StoredFile file, FileStream.Source source) {
        byte[] text = TextInput.head(source, file);
        return Arrays.copyOf(text, Math.min(text.length, CsvDialect.HEAD_BYTES));
    }

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException {
        boolean begins = section.start() == 0;
        byte[] head = begins ? text.readNBytes(CsvDialect.HEAD_BYTES) : head(section.file(), text.ofFile());
        char separator = CsvDialect.separator(section.file().path(), head);
        CsvCells cells = new CsvCells(blocks, sink, begins);
        InputStream unread = text;
        if (begins) {
            unread = new SequenceInputStream(new ByteArrayInputStream(head), text);
        } else {
            nameColumns(head, separator, cells);
        }
        try (CsvReader<Boolean> csv = parser(unread, separator, cells)) {
            for (Boolean row : csv) {
                if (row) {
                    blocks.endRow();
                }
            }
        } catch (CsvParseException e) {
            sink.skipped(
                    "",
                    "Row " + (blocks.rows() + 1) + behind(section) + " has a field of more than " + MAX_FIELD
                            + " bytes, perhaps a quote that is never closed; the rest of the "
                            + (section.isWholeFile() ? "file" : "section, up to byte " + section.end() + ",")
                            + " was not read.",
                    text.unread(),
                    0);
            blocks.endBrokenRow();
        }
        cells.finish();
    }

    private static void nameColumns(byte[] head, char separator, CsvCells cells) throws IOException {
        try (CsvReader<Boolean> csv = parser(new ByteArrayInputStream(head), separator, cells)) {
            Iterator<Boolean> rows = csv.iterator();
            while (!cells.areNamed()) {
                rows.next();
            }
        }
    }

    private static CsvReader<Boolean> parser(InputStream bytes, char separator, CsvCells cells) {
        return CsvDialect.reader(separator)
                .maxBufferSize(MAX_FIELD)
                .build(cells, new InputStreamReader(bytes, StandardCharsets.ISO_8859_1));
    }
}
