package dev.assay.detect;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.DataClass;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue: what to look for and how sure to be of it. Pure description; {@link RuleSet} makes it work.
 *
 * @param id unique, kebab-case
 * @param entity name of the entity type a match is reported as
 * @param dataClass kind of data, by the group of the catalogue the entry stands in
 * @param version counted up when a change of the entry changes what it finds
 * @param region ISO 3166 alpha-2 code where the number belongs to one country
 * @param standard where the rule comes from
 * @param shapes patterns, any of which may match; syntax of {@link dev.assay.detect.shape.Shape#parse}. Empty where a
 *     {@link SpanFinder} finds the values
 * @param lead a pattern that must stand directly before the match and is no part of it
 * @param anchor a pattern at the top level of the shape, such as {@code @}, from which a match is grown both ways
 * @param left what must not stand before the match, or before its lead
 * @param right what must not stand behind it
 * @param check name and arguments of the check, such as {@code luhn} or {@code digits(13, 19)}
 * @param context words nearby that speak for a match, by language
 * @param against words nearby that speak against it
 * @param columns words of a column's path that name what is sought
 * @param notColumns words of a column's path that name a look-alike
 * @param confidence how sure a match is
 * @param specificity 0–100, decides between overlapping matches of equal confidence
 * @param chancePpm how many of a million random strings of the right shape pass the check; 0 where columns need not be
 *     weighed because it is next to none
 * @param peers other tools that detect this
 */
public record Detector(
        String id,
        String entity,
        DataClass dataClass,
        int version,
        @Nullable String region,
        String standard,
        List<String> shapes,
        @Nullable String lead,
        @Nullable String anchor,
        Boundary left,
        Boundary right,
        @Nullable String check,
        Map<String, List<String>> context,
        Map<String, List<String>> against,
        List<String> columns,
        List<String> notColumns,
        Confidence confidence,
        int specificity,
        int chancePpm,
        List<String> peers) {
    public Detector {
        shapes = List.copyOf(shapes);
        context = sorted(context);
        against = sorted(against);
        columns = List.copyOf(columns);
        notColumns = List.copyOf(notColumns);
        peers = List.copyOf(peers);
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> words) {
        Map<String, List<String>> copy = new TreeMap<>();
        words.forEach((language, list) -> copy.put(language, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Whether a match is unlikely until a word nearby or the column's path speaks for it. Where columns are weighed by how
     * many of their cells pass a check, whole cells need nobody to speak for them.
     */
    boolean needsEvidence() {
        return Math.max(confidence.shape(), confidence.checked()) < ConfidenceBand.POSSIBLE.floor();
    }

    /** Whether columns are weighed by how many of their cells pass the check. */
    boolean weighsColumns() {
        return chancePpm > 0;
    }

    /**
     * Whether it can be left out wherever nothing speaks for it: its matches begin where they are met, and not in the midst
     * of a word.
     */
    boolean mayRunOnlyWithEvidence() {
        return needsEvidence() && !shapes.isEmpty() && lead == null && anchor == null && left != Boundary.NONE;
    }

    /** All context words, whatever their language. */
    List<String> contextWords() {
        return context.values().stream().flatMap(List::stream).toList();
    }

    /** All words that speak against a match. */
    List<String> againstWords() {
        return against.values().stream().flatMap(List::stream).toList();
    }
}
