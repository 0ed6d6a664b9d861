package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one column says of where rows came from. Values of sources and authors are not in the record: domains and licences
 * are, because they name no person.
 *
 * @param path of the column
 * @param role {@code source}, {@code url}, {@code license}, {@code author} or {@code timestamp}
 * @param filled cells that are not empty
 * @param rows rows in which it is not empty, of all; null for a column in a list
 * @param domains that its addresses have; null if it has none
 * @param licences cells by SPDX identifier
 * @param unrecognised cells of a source or url without an address, or of a licence that is no SPDX identifier
 * @param days first and last day in it; null if it holds no dates
 */
public record OriginColumn(
        String path,
        String role,
        long filled,
        @Nullable Share rows,
        @Nullable Domains domains,
        SortedMap<String, Long> licences,
        long unrecognised,
        @Nullable Days days) {
    /**
     * Registrable domains of a column.
     *
     * @param cells that have one
     * @param distinct how many different ones were counted
     * @param exact whether that is all of them
     * @param named cells by domain: the most frequent {@value #MAX_NAMED} of those that are frequent enough to be named
     */
    public record Domains(long cells, long distinct, boolean exact, SortedMap<String, Long> named) {
        /** How many domains are named. */
        public static final int MAX_NAMED = 50;

        public Domains {
            Require.count(cells, "cells");
            named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
            if (named.size() > MAX_NAMED || distinct < named.size()) {
                throw new ManifestException("The record names more domains than it may.");
            }
        }

        /** Cells of domains without a name in the record. */
        public long others() {
            return cells - named.values().stream().mapToLong(Long::longValue).sum();
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("cells", cells)
                    .put("distinct", distinct)
                    .put("exact", exact)
                    .put("named", JsonObject.ofCounts(named))
                    .build();
        }

        static Domains fromJson(JsonObject json) {
            return new Domains(
                    json.integer("cells"),
                    json.integer("distinct"),
                    json.truth("exact"),
                    Origins.counts(json.object("named")));
        }
    }

    /** The first and the last day (ISO 8601) in a column. */
    public record Days(String first, String last) {}

    public OriginColumn {
        Require.count(filled, "filled");
        Require.count(unrecognised, "unrecognised");
        licences = Collections.unmodifiableSortedMap(new TreeMap<>(licences));
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("path", path)
                .put("role", role)
                .put("filled", filled)
                .put("licences", JsonObject.ofCounts(licences))
                .put("unrecognised", unrecognised);
        if (rows != null) {
            json.put("rows", rows.of());
        }
        if (domains != null) {
            json.put("domains", domains.toJson());
        }
        if (days != null) {
            json.put("firstDay", days.first()).put("lastDay", days.last());
        }
        return json.build();
    }

    static OriginColumn fromJson(JsonObject json) {
        long filled = json.integer("filled");
        return new OriginColumn(
                json.string("path"),
                json.string("role"),
                filled,
                json.find("rows").isPresent()
                        ? new Share(Math.min(filled, json.integer("rows")), json.integer("rows"))
                        : null,
                json.findObject("domains").map(Domains::fromJson).orElse(null),
                Origins.counts(json.object("licences")),
                json.integer("unrecognised"),
                json.find("firstDay").isPresent() ? new Days(json.string("firstDay"), json.string("lastDay")) : null);
    }
}
