package dev.assay.rights;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all sources together allow: of purposes, or of places.
 *
 * @param allowed what every source that says anything allows, sorted; null if no source limits it
 * @param refused what at least one source names and another does not allow, with those that do not
 * @param forbidden what sources forbid by name
 */
public record Grant(@Nullable List<String> allowed, List<Limit> refused, List<Limit> forbidden) {

    /** Whether a word, canonical, is among what is allowed, however that is compared. */
    interface Cover {
        boolean covers(Collection<String> words, String word);
    }

    /**
     * The intersection.
     *
     * @param allowing lists by source; a source without a list allows everything
     * @param forbidding lists by source
     */
    static Grant of(Map<String, List<String>> allowing, Map<String, List<String>> forbidding, Cover cover) {
        TreeSet<String> words = new TreeSet<>();
        allowing.values().forEach(words::addAll);
        Map<String, TreeSet<String>> refused = new TreeMap<>();
        List<String> allowed = new ArrayList<>();
        for (String word : words) {
            TreeSet<String> refusing = new TreeSet<>();
            allowing.forEach((source, list) -> {
                if (!cover.covers(list, word)) {
                    refusing.add(source);
                }
            });
            forbidding.forEach((source, list) -> {
                if (cover.covers(list, word)) {
                    refusing.add(source);
                }
            });
            if (refusing.isEmpty()) {
                allowed.add(word);
            } else {
                refused.put(word, refusing);
            }
        }
        Map<String, TreeSet<String>> forbidden = new TreeMap<>();
        forbidding.forEach((source, list) -> list.forEach(word ->
                forbidden.computeIfAbsent(word, unused -> new TreeSet<>()).add(source)));
        return new Grant(allowing.isEmpty() ? null : List.copyOf(allowed), Limit.of(refused), Limit.of(forbidden));
    }

    /** The same with words that another allowed one covers left out. */
    Grant widest() {
        List<String> all = allowed;
        return all == null ? this : new Grant(Places.widest(all), refused, forbidden);
    }

    /**
     * Why a word is not granted, one clause; empty if it is.
     *
     * @param word canonical
     */
    Optional<String> refusal(String word, Cover cover) {
        List<String> all = allowed;
        List<String> by = new ArrayList<>();
        forbidden.stream()
                .filter(limit -> cover.covers(List.of(limit.what()), word) || cover.covers(List.of(word), limit.what()))
                .forEach(limit -> by.add(limit.what() + " is forbidden by " + String.join(", ", limit.sources())));
        if (by.isEmpty() && (all == null || cover.covers(all, word))) {
            return Optional.empty();
        }
        refused.stream()
                .filter(limit -> limit.what().equals(word))
                .forEach(limit -> by.add(word + " is not allowed by " + String.join(", ", limit.sources())));
        if (by.isEmpty()) {
            by.add(word + " is not among what every source allows: "
                    + (all == null || all.isEmpty() ? "nothing" : String.join(", ", all)));
        }
        return Optional.of(String.join("; ", by));
    }

    /**
     * Why something of several names is granted under none of them, or forbidden under one; empty if it is granted.
     *
     * @param names canonical, at least one, the most telling last
     */
    Optional<String> refusalOfAll(List<String> names, Cover cover) {
        List<String> all = allowed;
        Grant only = new Grant(null, List.of(), forbidden);
        for (String name : names) {
            Optional<String> refusal = only.refusal(name, cover);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        boolean granted = all == null || names.stream().anyMatch(name -> cover.covers(all, name));
        return granted ? Optional.empty() : refusal(names.get(names.size() - 1), cover);
    }

    Json toJson() {
        List<String> all = allowed;
        return JsonObject.builder()
                .put("allowed", all == null ? Json.nothing() : Json.ofStrings(all))
                .put("refused", refused.stream().map(Limit::toJson).toList())
                .put("forbidden", forbidden.stream().map(Limit::toJson).toList())
                .build();
    }
}
