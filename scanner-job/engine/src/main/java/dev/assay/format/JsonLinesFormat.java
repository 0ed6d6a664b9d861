package dev.assay.format;

import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** JSON Lines: one JSON value a line, one line a row. A bad line is reported and the next one read. */
public final class JsonLinesFormat extends CutFormat {
    private static final int MAX_LINE_BYTES = 32 << 20;

    /** The format as scans know it. */
    public JsonLinesFormat() {
        this(SECTION_BYTES);
    }

    JsonLinesFormat(long sectionBytes) {
        super(sectionBytes);
    }

    @Override
    public String name() {
        return "json-lines";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        return (Sniffer.isNamed(path, ".jsonl", ".ndjson") && Sniffer.isText(head)) || Sniffer.isJsonLines(head);
    }

    @Override
    Optional<RowEnds> rowEnds(StoredFile file, RangeReader reader) {
        return Optional.of(new LineEnds(reader));
    }

    @Override
    void rows(FileSection section, TextInput text, RowBlocks blocks, CellSink sink) throws IOException {
        JsonText json = new JsonText();
        JsonCells cells = new JsonCells(blocks, json);
        Lines lines = new Lines(text, MAX_LINE_BYTES);
        String behind = behind(section);
        while (lines.next()) {
            if (lines.isComplete()) {
                line(lines, behind, json, cells, blocks, sink);
            } else {
                skipLong(lines, behind, blocks, sink);
            }
        }
    }

    private static void skipLong(Lines lines, String behind, RowBlocks blocks, CellSink sink) throws IOException {
        String number = lines.number() + behind;
        long bytes = lines.length();
        boolean more = true;
        while (more && !lines.isComplete()) {
            more = lines.next();
            bytes += more ? lines.length() : 0;
        }
        sink.skipped("", "Line " + number + " has " + bytes + " bytes, more than " + MAX_LINE_BYTES + ".", bytes, 1);
        blocks.endRow();
    }

    private static void line(
            Lines lines, String behind, JsonText json, JsonCells cells, RowBlocks blocks, CellSink sink) {
        if (isBlank(lines)) {
            return;
        }
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int length = lines.length();
        if (!Utf8.isValid(bytes, start, lines.end())) {
            // The parser takes only UTF-8: what is not becomes U+FFFD.
            bytes = new String(bytes, start, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            start = 0;
            length = bytes.length;
            sink.irregular("a line with bytes that are not UTF-8, read with U+FFFD in their place", 1);
        }
        json.set(bytes, start, start + length);
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), bytes, start, length)) {
            parser.nextToken();
            cells.row(parser);
            if (parser.nextToken() != null) {
                sink.skipped(
                        "", "Line " + lines.number() + behind + " holds more than one JSON value.", lines.length(), 1);
            }
        } catch (JacksonException e) {
            sink.skipped(
                    "",
                    "Line " + lines.number() + behind + " is no JSON" + JsonErrors.column(e) + ".",
                    lines.length(),
                    1);
        }
        blocks.endRow();
    }

    private static boolean isBlank(Lines lines) {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.bytes()[i] != ' ' && lines.bytes()[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
