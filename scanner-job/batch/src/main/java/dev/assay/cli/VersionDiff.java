package dev.assay.cli;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Changes;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is different between two versions.
 *
 * @param columnsAdded paths, sorted
 * @param findings hits before and after by entity type, class and column
 * @param ruleSet whether the rules that found them are the same
 */
record VersionDiff(
        Changes files,
        long rowsBefore,
        long rowsAfter,
        List<String> columnsAdded,
        List<String> columnsRemoved,
        List<Finding> findings,
        RuleSets ruleSet) {

    /** Digests of the rules of both versions. */
    record RuleSets(String before, String after) {
        boolean same() {
            return before.equals(after);
        }
    }

    /** Hits of one kind in one column. */
    record Finding(String kind, long before, long after) {
        /** What became of it, in one word. */
        String state() {
            if (before == 0) {
                return "new";
            }
            return after == 0 ? "resolved" : "persisting";
        }
    }

    static VersionDiff between(StoredVersion before, StoredVersion after) {
        Manifest old = before.manifest();
        Manifest fresh = after.manifest();
        TreeSet<String> oldColumns = columns(old);
        TreeSet<String> freshColumns = columns(fresh);
        TreeSet<String> added = new TreeSet<>(freshColumns);
        added.removeAll(oldColumns);
        oldColumns.removeAll(freshColumns);
        return new VersionDiff(
                Changes.between(before.files(), after.files()),
                old.facts().coverage().rowsRead(),
                fresh.facts().coverage().rowsRead(),
                List.copyOf(added),
                List.copyOf(oldColumns),
                findings(hits(old), hits(fresh)),
                new RuleSets(
                        old.facts().scanner().ruleSetSha256(),
                        fresh.facts().scanner().ruleSetSha256()));
    }

    private static TreeSet<String> columns(Manifest manifest) {
        TreeSet<String> paths = new TreeSet<>();
        manifest.facts().coverage().columns().forEach(column -> paths.add(column.path()));
        return paths;
    }

    private static Map<String, Long> hits(Manifest manifest) {
        Map<String, Long> hits = new TreeMap<>();
        for (EntityCount count : manifest.facts().privacy().entities()) {
            String kind = count.type().name() + " " + count.findingClass().label() + " " + count.column();
            hits.merge(kind, count.settled().hits(), Long::sum);
        }
        return hits;
    }

    private static List<Finding> findings(Map<String, Long> before, Map<String, Long> after) {
        TreeSet<String> kinds = new TreeSet<>(before.keySet());
        kinds.addAll(after.keySet());
        return kinds.stream()
                .map(kind -> new Finding(kind, before.getOrDefault(kind, 0L), after.getOrDefault(kind, 0L)))
                .toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "files: %d added, %d removed, %d modified, %d renamed, %d unchanged",
                files.added(),
                files.removed(),
                files.modified(),
                files.renamed(),
                files.unchanged()));
        lines.add("rows: " + rowsBefore + " → " + rowsAfter);
        columnsAdded.forEach(path -> lines.add("column added: " + path));
        columnsRemoved.forEach(path -> lines.add("column removed: " + path));
        findings.stream()
                .filter(finding -> finding.before() != finding.after())
                .forEach(finding -> lines.add("findings, " + finding.state() + ": " + finding.kind() + ": "
                        + finding.before() + " → " + finding.after()));
        long same = findings.stream()
                .filter(finding -> finding.before() == finding.after())
                .count();
        if (same > 0) {
            lines.add("findings, persisting: " + same + " kinds as they were");
        }
        if (!ruleSet.same()) {
            lines.add("the rules differ, so some of this is the scanner's doing, not the data's");
        }
        return lines;
    }

    JsonObject toJson(String before, String after) {
        return JsonObject.builder()
                .put("before", before)
                .put("after", after)
                .put(
                        "files",
                        JsonObject.builder()
                                .put("added", files.added())
                                .put("removed", files.removed())
                                .put("modified", files.modified())
                                .put("renamed", files.renamed())
                                .put("unchanged", files.unchanged())
                                .build())
                .put("rowsBefore", rowsBefore)
                .put("rowsAfter", rowsAfter)
                .putStrings("columnsAdded", columnsAdded)
                .putStrings("columnsRemoved", columnsRemoved)
                .put("findings", findings.stream().map(VersionDiff::json).toList())
                .put("sameRules", ruleSet.same())
                .build();
    }

    private static Json json(Finding finding) {
        return JsonObject.builder()
                .put("kind", finding.kind())
                .put("state", finding.state())
                .put("before", finding.before())
                .put("after", finding.after())
                .build();
    }
}
