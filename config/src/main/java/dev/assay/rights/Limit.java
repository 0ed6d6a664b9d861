package dev.assay.rights;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that is limited, and by whom.
 *
 * @param what a purpose, a place, a condition
 * @param sources ids of the sources that limit it, sorted; {@value #CARD} is the card as a whole
 */
public record Limit(String what, List<String> sources) {
    /** Stands for the card's own words where a source is named otherwise. */
    public static final String CARD = "dataset";

    public Limit {
        sources = List.copyOf(new TreeSet<>(sources));
    }

    static List<Limit> of(Map<String, ? extends Iterable<String>> limits) {
        return new TreeMap<>(limits)
                .entrySet().stream()
                        .map(entry -> {
                            TreeSet<String> sources = new TreeSet<>();
                            entry.getValue().forEach(sources::add);
                            return new Limit(entry.getKey(), List.copyOf(sources));
                        })
                        .toList();
    }

    Json toJson() {
        return JsonObject.builder()
                .put("what", what)
                .putStrings("sources", sources)
                .build();
    }
}
