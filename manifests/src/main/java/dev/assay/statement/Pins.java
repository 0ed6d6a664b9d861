package dev.assay.statement;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which version of each file a storage says lies there.
 *
 * @param byPath the storage's own words, by the file's path
 */
public record Pins(SortedMap<String, String> byPath) {
    public Pins {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    public Pins(Map<String, String> byPath) {
        this(new TreeMap<>(byPath));
    }

    /** Digest of the JCS text of an object with a member for each file. */
    public String sha256() {
        SortedMap<String, Json> members = new TreeMap<>();
        byPath.forEach((path, pin) -> members.put(path, Json.of(pin)));
        return new JsonObject(members).sha256();
    }
}
