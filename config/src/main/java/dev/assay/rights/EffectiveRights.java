package dev.assay.rights;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a dataset when every word of its card is kept: the intersection over its sources, and for each
 * limit the source that sets it. Follows from the card alone; whether the card is true is another question. What nobody
 * declared limits nothing here and is listed as undeclared.
 *
 * @param purposes purposes of use
 * @param processing places where it may be processed
 * @param storage places where it may be stored
 * @param until last day it may be kept, {@code yyyy-mm-dd}, and the sources that say so; null if none does
 * @param conditions what the licences ask, and whose
 * @param invalidLicences licences that are no SPDX expression, by source
 * @param undeclared terms that nobody declared, such as {@code license}, and the sources they are missing from
 */
public record EffectiveRights(
        Grant purposes,
        Grant processing,
        Grant storage,
        @Nullable Limit until,
        List<Limit> conditions,
        List<Limit> invalidLicences,
        List<Limit> undeclared) {

    /** What a source should say; each is looked for under the card's own name. */
    private static final List<String> TERMS =
            List.of("license", "intendedPurpose", "processingIncluded", "storageAllowed", "retention", "legalBasis");

    /** The rights of a card, in the form {@code DatasetCard.toJson()} gives it. */
    public static EffectiveRights of(JsonObject card) {
        List<JsonObject> sources = card.find("sources")
                .map(Json::asArray)
                .map(list -> list.objects(source -> source))
                .orElse(List.of());
        Map<String, List<String>> purposes = lists(sources, "intendedPurpose", EffectiveRights::purpose);
        card.find("purposes")
                .ifPresent(list -> purposes.put(
                        Limit.CARD,
                        list.asArray().strings().stream()
                                .map(EffectiveRights::purpose)
                                .toList()));
        return new EffectiveRights(
                Grant.of(purposes, Map.of(), Collection::contains),
                places(sources, "processingIncluded", "processingExcluded"),
                places(sources, "storageAllowed", "storageForbidden"),
                until(sources),
                conditions(sources),
                invalidLicences(sources),
                undeclared(sources));
    }

    /** Purposes are compared without regard to case. */
    static String purpose(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Grant places(List<JsonObject> sources, String allowed, String forbidden) {
        return Grant.of(
                        lists(sources, allowed, Places::canonical),
                        lists(sources, forbidden, Places::canonical),
                        Places::covers)
                .widest();
    }

    private static Map<String, List<String>> lists(
            List<JsonObject> sources, String key, UnaryOperator<String> canonical) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (JsonObject source : sources) {
            source.find(key)
                    .ifPresent(list -> lists.put(
                            source.string("id"),
                            list.asArray().strings().stream().map(canonical).toList()));
        }
        return lists;
    }

    private static @Nullable Limit until(List<JsonObject> sources) {
        TreeMap<String, TreeSet<String>> days = new TreeMap<>();
        for (JsonObject source : sources) {
            source.findObject("retention")
                    .flatMap(retention -> retention.findString("until"))
                    .ifPresent(day ->
                            days.computeIfAbsent(day, unused -> new TreeSet<>()).add(source.string("id")));
        }
        return days.isEmpty() ? null : Limit.of(days).get(0);
    }

    private static List<Limit> conditions(List<JsonObject> sources) {
        Map<String, TreeSet<String>> conditions = new TreeMap<>();
        for (JsonObject source : sources) {
            licence(source)
                    .ifPresent(licence -> licence.conditions()
                            .forEach(condition -> conditions
                                    .computeIfAbsent(condition.label(), unused -> new TreeSet<>())
                                    .add(source.string("id"))));
        }
        return Limit.of(conditions);
    }

    /** A source's licence; empty if none is declared, or if it is no SPDX expression. */
    private static Optional<LicenceExpression> licence(JsonObject source) {
        try {
            return source.findString("license").map(LicenceExpression::parse);
        } catch (IllegalArgumentException notSpdx) {
            return Optional.empty();
        }
    }

    private static List<Limit> invalidLicences(List<JsonObject> sources) {
        Map<String, TreeSet<String>> invalid = new TreeMap<>();
        for (JsonObject source : sources) {
            Optional<String> text = source.findString("license");
            if (text.isPresent() && licence(source).isEmpty()) {
                invalid.computeIfAbsent(text.get(), unused -> new TreeSet<>()).add(source.string("id"));
            }
        }
        return Limit.of(invalid);
    }

    private static List<Limit> undeclared(List<JsonObject> sources) {
        Map<String, TreeSet<String>> undeclared = new TreeMap<>();
        if (sources.isEmpty()) {
            undeclared.put("sources", new TreeSet<>(Set.of(Limit.CARD)));
        }
        for (JsonObject source : sources) {
            for (String term : TERMS) {
                if (source.find(term).isEmpty()) {
                    undeclared.computeIfAbsent(term, unused -> new TreeSet<>()).add(source.string("id"));
                }
            }
        }
        return Limit.of(undeclared);
    }

    /** Why the data is not for a purpose, one clause; empty if it is. */
    public Optional<String> refusalOfPurpose(String wanted) {
        return purposes.refusal(purpose(wanted), Collection::contains);
    }

    /** Why the data may not be processed at a place, one clause; empty if it may. */
    public Optional<String> refusalOfPlace(String wanted) {
        return processing.refusal(Places.canonical(wanted), Places::covers);
    }

    /**
     * Why the data may not be stored in a region of a cloud provider, one clause; empty if it may. A card may name the region
     * itself or the country it lies in.
     *
     * @param region such as {@code eu-central-1}
     */
    public Optional<String> refusalOfRegion(String region) {
        String name = Places.canonical(region);
        List<String> names = CloudRegions.country(name)
                .map(country -> List.of(name, country))
                .orElse(List.of(name));
        return storage.refusalOfAll(names, Places::covers);
    }

    /** Why the data may no longer be kept on a day, one clause; empty if it may. */
    public Optional<String> refusalOfDay(LocalDate day) {
        Limit last = until;
        return last == null || !day.isAfter(LocalDate.parse(last.what()))
                ? Optional.empty()
                : Optional.of("it was to be kept until " + last.what() + ", says " + String.join(", ", last.sources()));
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("purposes", purposes.toJson())
                .put("processing", processing.toJson())
                .put("storage", storage.toJson())
                .put("conditions", json(conditions))
                .put("invalidLicences", json(invalidLicences))
                .put("undeclared", json(undeclared));
        if (until != null) {
            json.put("until", until.toJson());
        }
        return json.build();
    }

    private static List<Json> json(List<Limit> limits) {
        List<Json> all = new ArrayList<>();
        limits.forEach(limit -> all.add(limit.toJson()));
        return all;
    }
}
