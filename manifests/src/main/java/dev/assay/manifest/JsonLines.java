package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One canonical JSON object a line, each line ended by a line feed. */
final class JsonLines {
    private JsonLines() {}

    static <T> byte[] write(List<T> values, Function<T, JsonObject> toJson) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (T value : values) {
            lines.writeBytes(toJson.apply(value).canonicalBytes());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    static <T> List<T> read(
            byte[] lines, String what, Function<JsonObject, T> fromJson, Function<T, JsonObject> toJson) {
        List<T> values = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                String place = what + ", line " + (values.size() + 1);
                values.add(StrictShape.read(Arrays.copyOfRange(lines, start, i), place, fromJson, toJson));
                start = i + 1;
            }
        }
        if (start != lines.length) {
            throw new ManifestException("Cannot read " + what + ": its last line is not ended.");
        }
        return values;
    }
}
