package dev.assay.json;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object, its keys in UTF-16 order, which is the order RFC 8785 writes them in. Immutable. */
public record JsonObject(SortedMap<String, Json> members) implements Json {
    public JsonObject {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<Json> find(String key) {
        return Optional.ofNullable(members.get(key)).filter(value -> !(value instanceof JsonNull));
    }

    /** The value of a key that must be there. */
    public Json get(String key) {
        Json value = members.get(key);
        if (value == null) {
            throw new JsonException("The key \"" + key + "\" is missing.");
        }
        return value;
    }

    public String string(String key) {
        return at(key, Json::asString);
    }

    public long integer(String key) {
        return at(key, Json::asLong);
    }

    public int int32(String key) {
        return at(key, value -> Math.toIntExact(value.asLong()));
    }

    public boolean truth(String key) {
        return at(key, Json::asBoolean);
    }

    public JsonObject object(String key) {
        return at(key, Json::asObject);
    }

    public JsonArray array(String key) {
        return at(key, Json::asArray);
    }

    public List<String> strings(String key) {
        return at(key, value -> value.asArray().strings());
    }

    public Optional<String> findString(String key) {
        return find(key).map(value -> at(key, Json::asString));
    }

    public Optional<JsonObject> findObject(String key) {
        return find(key).map(value -> at(key, Json::asObject));
    }

    private <T> T at(String key, Function<Json, T> read) {
        try {
            return read.apply(get(key));
        } catch (JsonException | ArithmeticException trouble) {
            throw new JsonException("\"" + key + "\": " + trouble.getMessage());
        }
    }

    /** Collects members; a key given twice is a bug. */
    public static final class Builder {
        private final TreeMap<String, Json> members = new TreeMap<>();

        public Builder put(String key, Json value) {
            if (members.put(key, value) != null) {
                throw new IllegalStateException("The key \"" + key + "\" was put twice.");
            }
            return this;
        }

        public Builder put(String key, String value) {
            return put(key, Json.of(value));
        }

        public Builder put(String key, long value) {
            return put(key, Json.of(value));
        }

        public Builder put(String key, boolean value) {
            return put(key, Json.of(value));
        }

        public Builder put(String key, List<? extends Json> values) {
            return put(key, Json.of(values));
        }

        public Builder putStrings(String key, Collection<String> values) {
            return put(key, Json.ofStrings(values));
        }

        /** Leaves the key out when there is no value. */
        public Builder putIfPresent(String key, @Nullable String value) {
            return value == null ? this : put(key, value);
        }

        public Builder putOrNull(String key, Optional<? extends Json> value) {
            return put(key, value.isPresent() ? value.get() : Json.nothing());
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }

    /** An object from a map of whole numbers. */
    public static JsonObject ofCounts(Map<String, Long> counts) {
        return new JsonObject(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Json.of(entry.getValue()), (a, b) -> a, TreeMap::new)));
    }
}
