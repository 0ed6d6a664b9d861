package dev.assay.report;

import dev.assay.manifest.Content;
import dev.assay.manifest.FindingChange;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.SchemaColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is different from the version before.
 *
 * @param totals files, rows and bytes
 * @param findings counts that changed, what weighs most first
 * @param columnsAdded paths that are new
 * @param columnsRemoved paths that are gone
 * @param rules how scanner and rules changed, one sentence each
 */
record Difference(
        List<Total> totals,
        Bounded<FindingChange> findings,
        Bounded<String> columnsAdded,
        Bounded<String> columnsRemoved,
        List<String> rules) {
    private static final int MAX_ROWS = 100;

    /** A number then and now. */
    record Total(String name, long before, long now) {}

    static Difference between(Manifest before, Manifest now) {
        ManifestFacts old = before.facts();
        ManifestFacts facts = now.facts();
        return new Difference(
                totals(old.content(), facts.content()),
                Bounded.of(findings(old, facts), MAX_ROWS),
                Bounded.of(surplus(facts, old), MAX_ROWS),
                Bounded.of(surplus(old, facts), MAX_ROWS),
                rules(old, facts));
    }

    private static List<Total> totals(Content before, Content now) {
        return List.of(
                new Total("Files", before.files(), now.files()),
                new Total("Rows", before.rows(), now.rows()),
                new Total("Bytes", before.bytes(), now.bytes()));
    }

    private static List<FindingChange> findings(ManifestFacts before, ManifestFacts now) {
        return FindingChange.between(before, now).stream()
                .filter(change -> change.before() != change.after())
                .sorted(Comparator.comparing(FindingChange::findingClass)
                        .thenComparingInt(change -> Found.weight(change.type().dataClass())))
                .toList();
    }

    private static List<String> surplus(ManifestFacts facts, ManifestFacts other) {
        Set<String> known = paths(other);
        return paths(facts).stream().filter(path -> !known.contains(path)).toList();
    }

    private static Set<String> paths(ManifestFacts facts) {
        return facts.content().schema().columns().stream()
                .map(SchemaColumn::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rules(ManifestFacts before, ManifestFacts now) {
        List<String> sentences = new ArrayList<>();
        if (!before.scanner().version().equals(now.scanner().version())) {
            sentences.add("Scanner " + before.scanner().version() + " then, "
                    + now.scanner().version() + " now.");
        }
        if (before.scanner().ruleSetSha256().equals(now.scanner().ruleSetSha256())) {
            sentences.add("The rules are the same, so different counts come from different data.");
        } else {
            sentences.add("The rules changed: different counts may come from the rules and not from the data.");
        }
        if (!before.provenance().cardSha256().equals(now.provenance().cardSha256())) {
            sentences.add("The card changed.");
        }
        return sentences;
    }
}
