package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a statement is about.
 *
 * @param name for people
 * @param digest algorithm → value; at least one
 */
public record Subject(String name, SortedMap<String, String> digest) {
    public Subject {
        digest = Collections.unmodifiableSortedMap(new TreeMap<>(digest));
        if (digest.isEmpty()) {
            throw new StatementException("A statement's subject has no digest.");
        }
    }

    public static Subject of(String name, String algorithm, String digest) {
        return new Subject(name, new TreeMap<>(Map.of(algorithm, digest)));
    }

    JsonObject toJson() {
        JsonObject.Builder digests = JsonObject.builder();
        digest.forEach(digests::put);
        return JsonObject.builder()
                .put("name", name)
                .put("digest", digests.build())
                .build();
    }

    static Subject fromJson(JsonObject json) {
        JsonObject digests = json.object("digest");
        TreeMap<String, String> digest = new TreeMap<>();
        digests.members().keySet().forEach(algorithm -> digest.put(algorithm, digests.string(algorithm)));
        return new Subject(json.findString("name").orElse(""), digest);
    }
}
