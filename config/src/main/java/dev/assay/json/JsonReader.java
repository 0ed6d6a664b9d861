package dev.assay.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON strictly: one value, no key twice, whole numbers only. */
final class JsonReader {
    private static final int MAX_DEPTH = 200;
    /** Characters of a text that is copied to be read; larger ones would take memory that scans may need. */
    private static final int MOST_AT_ONCE = 8 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(-1)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonReader() {}

    /** Jackson would also take UTF-16, a byte order mark and overlong forms; one value has one spelling here. */
    static Json read(byte[] utf8) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException trouble) {
            throw new JsonException("Not valid JSON: the bytes are not UTF-8.");
        }
        return read(
                FACTORY.createParser(ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.remaining()));
    }

    /** A parser that has the whole text before it reads long strings faster than one that is handed piece by piece. */
    static Json read(String text) {
        return read(
                text.length() <= MOST_AT_ONCE
                        ? FACTORY.createParser(ObjectReadContext.empty(), text.toCharArray())
                        : FACTORY.createParser(ObjectReadContext.empty(), text));
    }

    private static Json read(JsonParser text) {
        try (JsonParser parser = text) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException("The text is empty where JSON was expected.");
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonException("Something follows the JSON value, " + place(parser) + ".");
            }
            return value;
        } catch (StreamConstraintsException trouble) {
            throw new JsonException("JSON nested more than " + MAX_DEPTH + " deep, or a number of too many digits.");
        } catch (JacksonException trouble) {
            throw new JsonException("Not valid JSON: " + withoutContent(trouble));
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> Json.of(parser.getString());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.nothing();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT ->
                throw new JsonException(
                        "A number with a fraction or exponent, " + place(parser) + "; only whole numbers are allowed.");
            default -> throw new JsonException("Not valid JSON, " + place(parser) + ".");
        };
    }

    private static Json integer(JsonParser parser) {
        boolean big = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        long value = big ? Long.MIN_VALUE : parser.getLongValue();
        if (value < -Json.MAX_SAFE_INTEGER || value > Json.MAX_SAFE_INTEGER) {
            throw new JsonException("A number outside ±(2^53−1), " + place(parser) + "; write it as a string.");
        }
        return Json.of(value);
    }

    private static Json object(JsonParser parser) {
        TreeMap<String, Json> members = new TreeMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String key = parser.currentName();
            if (members.containsKey(key)) {
                throw new JsonException("A key is named twice, " + place(parser) + ".");
            }
            members.put(key, value(parser, parser.nextToken()));
        }
        return new JsonObject(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(parser, token));
        }
        return new JsonArray(values);
    }

    private static String place(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Jackson's messages quote the text they stumbled over; ours say only where. */
    private static String withoutContent(JacksonException trouble) {
        var location = trouble.getLocation();
        return location == null
                ? "it ends too early."
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
