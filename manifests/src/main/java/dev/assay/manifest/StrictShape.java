package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads records strictly: what was given must be, byte for byte, what the record read from it writes. One check refuses
 * unknown keys, arrays out of order, wrong derived numbers and text that is not canonical.
 */
final class StrictShape {
    private StrictShape() {}

    static <T> T read(byte[] utf8, String what, Function<JsonObject, T> read, Function<T, JsonObject> write) {
        try {
            JsonObject given = Json.parse(utf8).asObject();
            T value = read.apply(given);
            JsonObject written = write.apply(value);
            requireSame(given, written, "");
            if (!Arrays.equals(utf8, written.canonicalBytes())) {
                throw new ManifestException("it is not in canonical form (RFC 8785).");
            }
            return value;
        } catch (JsonException | ManifestException | IllegalArgumentException trouble) {
            throw new ManifestException("Cannot read " + what + ": " + trouble.getMessage());
        }
    }

    private static void requireSame(Json given, Json written, String place) {
        if (given instanceof JsonObject a && written instanceof JsonObject b) {
            TreeSet<String> keys = new TreeSet<>(a.members().keySet());
            keys.addAll(b.members().keySet());
            for (String key : keys) {
                member(a, b, key, place.isEmpty() ? key : place + "." + key);
            }
        } else if (given instanceof JsonArray a && written instanceof JsonArray b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                requireSame(a.values().get(i), b.values().get(i), place + "[" + i + "]");
            }
        } else if (!given.equals(written)) {
            throw new ManifestException("\"" + place + "\" is out of order or does not follow from the rest.");
        }
    }

    private static void member(JsonObject given, JsonObject written, String key, String place) {
        Json a = given.members().get(key);
        Json b = written.members().get(key);
        if (b == null) {
            throw new ManifestException("unknown key \"" + place + "\".");
        }
        if (a == null) {
            throw new ManifestException("the key \"" + place + "\" is missing.");
        }
        requireSame(a, b, place);
    }
}
