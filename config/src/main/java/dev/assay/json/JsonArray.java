package dev.assay.json;

import java.util.List;
import java.util.function.Function;

/** A JSON array. Immutable. */
public record JsonArray(List<Json> values) implements Json {
    public JsonArray {
        values = List.copyOf(values);
    }

    /** Each value as an object, turned into something else. */
    public <T> List<T> objects(Function<JsonObject, T> read) {
        return values.stream().map(Json::asObject).map(read).toList();
    }

    /** Each value as a string. */
    public List<String> strings() {
        return values.stream().map(Json::asString).toList();
    }

    /** Each value as a whole number. */
    public List<Long> longs() {
        return values.stream().map(Json::asLong).toList();
    }

    public int size() {
        return values.size();
    }
}
