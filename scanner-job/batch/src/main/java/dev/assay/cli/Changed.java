package dev.assay.cli;

import dev.assay.gate.Review;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.Share;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.RuleResult;
import dev.assay.report.RightsLine;
import dev.assay.report.SurroundingLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something of a version that reads otherwise in another one.
 *
 * @param what is spoken of
 * @param before what was said; empty if it was not spoken of
 * @param after what is said now; empty if it is no longer spoken of
 */
record Changed(String what, String before, String after) {

    /** What the values look like: how complete, how varied, how long. Empty if one of the versions measured none. */
    static List<Changed> quality(ManifestFacts before, ManifestFacts after) {
        return before.quality()
                .flatMap(old -> after.quality().map(now -> between(quality(old), quality(now))))
                .orElse(List.of());
    }

    /** What the words of the cards come to. */
    static List<Changed> rights(ManifestFacts before, ManifestFacts after) {
        return between(rights(before), rights(after));
    }

    /** What the newest scans found around the bytes. */
    static List<Changed> surroundings(Review before, Review after) {
        return between(said(before.surroundings()), said(after.surroundings()));
    }

    private static Map<String, String> said(Surroundings surroundings) {
        Map<String, String> said = new LinkedHashMap<>();
        SurroundingLine.of(surroundings)
                .forEach(line -> said.merge(line.what(), line.says(), (one, other) -> one + "; " + other));
        return said;
    }

    /** What a policy says of both, waivers in force counted. */
    static List<Changed> verdict(Review before, Review after) {
        return between(verdict(before), verdict(after));
    }

    private static Map<String, String> quality(Quality quality) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("repeated rows", percent(quality.repeatedRows().repeats()));
        for (QualityColumn column : quality.columns()) {
            said.put(column.path() + " filled", percent(column.filled()));
            said.put(column.path() + " different values", percent(column.unique()));
            said.put(column.path() + " invalid values", String.valueOf(column.invalid()));
            said.put(column.path() + " words for no value", String.valueOf(column.markers()));
            QualityColumn.Lengths lengths = column.lengths();
            if (lengths != null) {
                said.put(column.path() + " longest value", lengths.max() + " characters");
            }
            QualityColumn.Numbers numbers = column.numbers();
            if (numbers != null) {
                said.put(column.path() + " numbers", numbers.min() + " to " + numbers.max());
            }
            QualityColumn.Days days = column.days();
            if (days != null) {
                said.put(column.path() + " days", days.min() + " to " + days.max());
            }
        }
        return said;
    }

    private static Map<String, String> rights(ManifestFacts facts) {
        Map<String, String> said = new LinkedHashMap<>();
        RightsLine.of(facts.provenance().effectiveRights())
                .forEach(line -> said.put(
                        line.what(), line.says() + (line.limits().isEmpty() ? "" : " (" + line.limits() + ")")));
        return said;
    }

    private static Map<String, String> verdict(Review review) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("verdict", review.decision().outcome().label());
        for (RuleResult result : review.decision().decision().results()) {
            boolean waived = review.decision().waived().contains(result.rule());
            said.put(result.rule(), waived ? "waived" : result.outcome().label());
        }
        return said;
    }

    /** In the order of the later version, what is gone last. */
    private static List<Changed> between(Map<String, String> before, Map<String, String> after) {
        Map<String, Changed> all = new LinkedHashMap<>();
        after.forEach((what, now) -> all.put(what, new Changed(what, before.getOrDefault(what, ""), now)));
        before.forEach((what, then) -> all.putIfAbsent(what, new Changed(what, then, "")));
        List<Changed> changed = new ArrayList<>(all.values());
        changed.removeIf(one -> one.before().equals(one.after()));
        return changed;
    }

    static String percent(Share share) {
        return percent(share.ppm());
    }

    /** Of parts per million, rounded down to two places. */
    static String percent(long ppm) {
        return String.format(Locale.ROOT, "%d.%02d %%", ppm / 10_000, ppm % 10_000 / 100);
    }

    String line() {
        return what + ": " + (before.isEmpty() ? "–" : before) + " → " + (after.isEmpty() ? "–" : after);
    }

    Json json() {
        return JsonObject.builder()
                .put("what", what)
                .put("before", before)
                .put("after", after)
                .build();
    }
}
