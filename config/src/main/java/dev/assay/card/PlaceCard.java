package dev.assay.card;

import dev.assay.card.CardDraft.Fields;
import dev.assay.rights.LicenceIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes a card of what files and their storage say of themselves. A value counts where all that say anything say the same;
 * where a bucket lies is told and taken for no permission to store there.
 */
public final class PlaceCard {
    /** Keys of a card and the names under which others give them. */
    private static final Map<String, List<String>> CARD = Map.of(
            "title", List.of("title", "dataset-title", "dataset-name"),
            "description", List.of("description", "dataset-description"),
            "owner", List.of("owner", "data-owner", "dataset-owner"),
            "steward", List.of("steward", "data-steward"),
            "custodian", List.of("custodian", "data-custodian"),
            "classification", List.of("classification", "data-classification", "confidentiality", "sensitivity"));

    private static final Map<String, List<String>> SOURCE = Map.of(
            "location", List.of("homepage", "source-url"),
            "issuer", List.of("issuer", "publisher"),
            "origin", List.of("origin"),
            "version", List.of("version", "dataset-version"));

    private final PlaceFacts facts;

    private PlaceCard(PlaceFacts facts) {
        this.facts = facts;
    }

    /**
     * Makes one.
     *
     * @param name the dataset's name, of which its id is made
     * @param location where its bytes lie
     */
    public static ImportedCard of(PlaceFacts facts, String name, String location) {
        PlaceCard place = new PlaceCard(facts);
        CardDraft draft = new CardDraft(facts.kind(), name, Optional.of(location));
        CARD.forEach((key, names) -> place.set(draft.card(), key, names));
        Fields source = draft.source(name);
        SOURCE.forEach((key, names) -> {
            if (key.equals("issuer")) {
                source.setAll(key, List.copyOf(place.values(names)));
            } else {
                place.set(source, key, names);
            }
        });
        SortedSet<String> licences = place.values(LicenceIds.KEYS);
        if (licences.size() == 1) {
            source.licences(List.copyOf(licences));
        } else if (licences.size() > 1) {
            source.explain("license", differing(licences));
        }
        source.setAll("format", List.copyOf(facts.mediaTypes()));
        if (facts.region() != null) {
            source.explain("storage-allowed", "its bucket lies in " + facts.region());
        }
        place.columns(draft);
        return draft.finish();
    }

    private SortedSet<String> values(List<String> names) {
        TreeSet<String> values = new TreeSet<>();
        names.forEach(name -> values.addAll(facts.said().getOrDefault(name, new TreeSet<>())));
        return values;
    }

    private void set(Fields fields, String key, List<String> names) {
        SortedSet<String> values = values(names);
        if (values.size() == 1) {
            fields.set(key, Optional.of(values.first()));
        } else if (values.size() > 1) {
            fields.explain(key, differing(values));
        }
    }

    private static String differing(Set<String> values) {
        return "said to be "
                + String.join(
                        " and ", values.stream().limit(3).map(CardDraft::quote).toList())
                + (values.size() > 3 ? " and " + (values.size() - 3) + " more" : "");
    }

    private void columns(CardDraft draft) {
        TreeSet<String> paths = new TreeSet<>(facts.labels());
        facts.columns().forEach((path, descriptions) -> {
            if (descriptions.size() == 1) {
                paths.add(path);
            }
        });
        for (String path : paths) {
            Fields column = draft.column(path);
            SortedSet<String> descriptions = facts.columns().getOrDefault(path, new TreeSet<>());
            if (descriptions.size() == 1) {
                column.set("description", Optional.of(descriptions.first()));
            }
            if (facts.labels().contains(path)) {
                column.set("role", Optional.of("label"));
            }
        }
    }
}
