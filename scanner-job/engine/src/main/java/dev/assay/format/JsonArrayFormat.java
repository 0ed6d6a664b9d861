package dev.assay.format;

import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * JSON documents: a row is an element of a top-level array, or any other value at the top level. Where the text stops being
 * JSON, the rest of the section is reported: there is no place to start again.
 */
public final class JsonArrayFormat extends CutFormat {
    /** The format as scans know it. */
    public JsonArrayFormat() {
        this(SECTION_BYTES);
    }

    JsonArrayFormat(long sectionBytes) {
        super(sectionBytes);
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        return (Sniffer.isNamed(path, ".json") && Sniffer.isText(head)) || Sniffer.isJson(head);
    }

    /** None where the file begins with anything but an array. */
    @Override
    Optional<RowEnds> rowEnds(StoredFile file, RangeReader reader) {
        return Sniffer.firstVisible(TextInput.head(reader::read, file), 0) == '['
                ? Optional.of(new JsonRowEnds(reader))
                : Optional.empty();
    }

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException {
        JsonCells cells = new JsonCells(blocks, null);
        InputStream whole = new Utf8Only(document(section, text), sink);
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), whole)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_ARRAY) {
                    cells.row(parser);
                    blocks.endRow();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    cells.row(parser);
                    blocks.endRow();
                }
            }
            if (section.start() > 0 && blocks.rows() == 0) {
                sink.skipped("", "The file is no JSON: nothing stands behind its last comma.", 0, 0);
            }
        } catch (JacksonException e) {
            sink.skipped("", place(section) + " is no JSON" + JsonErrors.where(e) + ".", text.unread(), 0);
            blocks.endBrokenRow();
        }
    }

    /** A section's elements as an array of their own: what is cut from the file's brackets are the commas at both ends. */
    private static InputStream document(FileSection section, TextInput text) throws IOException {
        InputStream opened =
                section.start() == 0 ? text : new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), text);
        return section.end() == section.file().length() ? opened : new ClosedArray(opened);
    }

    /** In a section that does not begin the file, columns of the first line are counted from the comma before it. */
    private static String place(FileSection section) {
        if (section.isWholeFile()) {
            return "The file";
        }
        long from = Math.max(0, section.start() - 1);
        return "The file from byte " + from + " to byte " + section.end();
    }
}
