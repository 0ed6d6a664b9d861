package dev.assay.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Separated values (RFC 4180, and what goes by its name): comma, tab, semicolon or bar, whichever divides the first lines
 * best; quotes; line breaks inside quotes; a header in the first row, unless that row looks like data. A field that is
 * empty and not quoted is a null.
 *
 * <p>Bytes pass through the parser as one character each, so that they come out as they went in, UTF-8 or not.
 */
public final class CsvFormat extends TextFormat {
    private static final int MAX_FIELD = 16 << 20;

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

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException {
        byte[] head = text.readNBytes(TextInput.HEAD_BYTES);
        char separator = CsvDialect.separator(section.file().path(), head);
        CsvCells cells = new CsvCells(blocks, sink);
        InputStreamReader characters = new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(head), text), StandardCharsets.ISO_8859_1);
        try (CsvReader<Boolean> csv =
                CsvDialect.reader(separator).maxBufferSize(MAX_FIELD).build(cells, characters)) {
            for (Boolean row : csv) {
                if (row) {
                    blocks.endRow();
                }
            }
        } catch (CsvParseException e) {
            sink.skipped(
                    "",
                    "Row " + (blocks.rows() + 1) + " has a field of more than " + MAX_FIELD
                            + " bytes, perhaps a quote that is never closed; the rest of the file was not read.",
                    text.unread(),
                    0);
            blocks.endBrokenRow();
        }
        cells.finish();
    }
}
