package dev.assay.config;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values somebody may have declared: {@code null} stays out of the JSON, an empty list goes in. */
final class Declared {
    private Declared() {}

    static <T> @Nullable List<T> copy(@Nullable List<T> values) {
        return values == null ? null : List.copyOf(values);
    }

    static void texts(JsonObject.Builder json, String key, @Nullable List<String> values) {
        list(json, key, values, Json::of);
    }

    static void date(JsonObject.Builder json, String key, @Nullable LocalDate date) {
        json.putIfPresent(key, date == null ? null : date.toString());
    }

    static void object(JsonObject.Builder json, String key, @Nullable JsonObject value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    static <T> void list(
            JsonObject.Builder json, String key, @Nullable List<T> values, Function<T, ? extends Json> toJson) {
        if (values != null) {
            json.put(key, values.stream().map(toJson).toList());
        }
    }
}
