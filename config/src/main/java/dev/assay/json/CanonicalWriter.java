package dev.assay.json;

import java.util.Map;

/** Writes a value as RFC 8785 (JSON Canonicalization Scheme) asks: no space, sorted keys, the shortest escapes. */
final class CanonicalWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder();

    private CanonicalWriter() {}

    static String write(Json value) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Json value) {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            array(array);
        } else if (value instanceof Json.JsonString string) {
            string(string.value());
        } else if (value instanceof Json.JsonInteger integer) {
            out.append(integer.value());
        } else if (value instanceof Json.JsonBoolean truth) {
            out.append(truth.value());
        } else {
            out.append("null");
        }
    }

    private void object(JsonObject object) {
        char before = '{';
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            out.append(before);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void array(JsonArray array) {
        char before = '[';
        for (Json value : array.values()) {
            out.append(before);
            value(value);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    /** Runs of characters that stand for themselves go out as one: long strings have hardly any others. */
    private void string(String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                i = pair(value, i);
            } else if (c < ' ' || c == '"' || c == '\\') {
                out.append(value, plain, i);
                escape(c);
                plain = i + 1;
            }
        }
        out.append(value, plain, value.length()).append('"');
    }

    /** Index of the second half of a pair. */
    private static int pair(String value, int high) {
        boolean whole =
                high + 1 < value.length() && Character.isSurrogatePair(value.charAt(high), value.charAt(high + 1));
        if (!whole) {
            throw new JsonException("A string holds half of a surrogate pair, which UTF-8 cannot write.");
        }
        return high + 1;
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
        }
    }
}
