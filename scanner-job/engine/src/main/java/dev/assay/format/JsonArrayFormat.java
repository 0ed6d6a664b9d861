package dev.assay.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * JSON documents: a row is an element of a top-level array, or any other value at the top level. Where the text stops being
 * JSON, the rest of the file is reported: there is no place to start again.
 */
public final class JsonArrayFormat extends TextFormat {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        return (Sniffer.isNamed(path, ".json") && Sniffer.isText(head)) || Sniffer.isJson(head);
    }

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) {
        JsonCells cells = new JsonCells(blocks, null);
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), new Utf8Only(text, sink))) {
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
        } catch (JacksonException e) {
            sink.skipped("", "The file is no JSON" + JsonErrors.where(e) + ".", text.unread(), 0);
            blocks.endBrokenRow();
        }
    }
}
