package dev.assay.cli;

import dev.assay.gate.Review;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Changes;
import dev.assay.manifest.Drift;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.FindingChange;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What is different between two versions.
 *
 * @param columnsAdded paths, sorted
 * @param findings hits before and after by entity type, class and column
 * @param ruleSet whether the rules that found them are the same
 * @param quality what the values look like
 * @param shifts how far the values' histograms moved, farthest first; those that did not move left out
 * @param rights what the words of the cards come to
 * @param surroundings what the newest scans found around the bytes
 * @param verdict what the policy in force says of both versions
 */
record VersionDiff(
        Changes files,
        long rowsBefore,
        long rowsAfter,
        List<String> columnsAdded,
        List<String> columnsRemoved,
        List<Finding> findings,
        RuleSets ruleSet,
        List<Changed> quality,
        List<Shift> shifts,
        List<Changed> rights,
        List<Changed> surroundings,
        List<Changed> verdict) {
    private static final int MOST_SHIFTS = 20;

    /** Digests of the rules of both versions. */
    record RuleSets(String before, String after) {
        boolean same() {
            return before.equals(after);
        }
    }

    /**
     * Hits of one kind in one column.
     *
     * @param waived whether waivers in force set aside what there is of it now
     */
    record Finding(FindingChange change, boolean waived) {
        /** What became of it, in one word. */
        String state() {
            return waived && change.after() > 0 ? "waived" : change.state();
        }

        /** Whether there is more to say than that it is there. */
        boolean isNoted() {
            return waived || change.before() != change.after();
        }
    }

    static VersionDiff between(StoredVersion before, StoredVersion after, Review then, Review now) {
        Manifest old = then.manifest();
        Manifest fresh = now.manifest();
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
                findings(then, now),
                new RuleSets(
                        old.facts().scanner().ruleSetSha256(),
                        fresh.facts().scanner().ruleSetSha256()),
                Changed.quality(old.facts(), fresh.facts()),
                shifts(old, fresh),
                Changed.rights(old.facts(), fresh.facts()),
                Changed.surroundings(then, now),
                Changed.verdict(then, now));
    }

    private static TreeSet<String> columns(Manifest manifest) {
        TreeSet<String> paths = new TreeSet<>();
        manifest.facts().coverage().columns().forEach(column -> paths.add(column.path()));
        return paths;
    }

    private static List<Shift> shifts(Manifest before, Manifest after) {
        return Drift.between(before.facts(), after.facts()).distributions().stream()
                .filter(shift -> shift.distance().ksPpm() > 0)
                .sorted(Comparator.comparingLong(
                                (Shift shift) -> shift.distance().psiPpm())
                        .reversed())
                .toList();
    }

    /** Kinds of which a waiver in force, with or without suppressions, sets aside all there is. */
    private static TreeSet<String> waived(Review now) {
        TreeSet<String> waived = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        for (EntityCount count : now.manifest().facts().privacy().entities()) {
            if (now.setAside().waived(count)) {
                waived.add(FindingChange.kind(count));
            } else if (now.setAside().suppression(count).isEmpty()) {
                open.add(FindingChange.kind(count));
            }
        }
        waived.removeAll(open);
        return waived;
    }

    private static List<Finding> findings(Review then, Review now) {
        TreeSet<String> waived = waived(now);
        return FindingChange.between(then.manifest().facts(), now.manifest().facts()).stream()
                .map(change -> new Finding(change, waived.contains(change.kind())))
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
                .filter(Finding::isNoted)
                .forEach(finding -> lines.add("findings, " + finding.state() + ": "
                        + finding.change().kind() + ": " + finding.change().before() + " → "
                        + finding.change().after()));
        long same = findings.stream().filter(finding -> !finding.isNoted()).count();
        if (same > 0) {
            lines.add("findings, persisting: " + same + " kinds as they were");
        }
        quality.forEach(change -> lines.add("quality, " + change.line()));
        shifts.stream().limit(MOST_SHIFTS).forEach(shift -> lines.add("drift, " + line(shift)));
        if (shifts.size() > MOST_SHIFTS) {
            lines.add("drift: " + (shifts.size() - MOST_SHIFTS) + " more that moved less");
        }
        rights.forEach(change -> lines.add("rights, " + change.line()));
        surroundings.forEach(change -> lines.add("surroundings, " + change.line()));
        verdict.forEach(change -> lines.add("policy, " + change.line()));
        if (!ruleSet.same()) {
            lines.add("the rules differ, so some of this is the scanner's doing, not the data's");
        }
        return lines;
    }

    private static String aspect(Shift shift) {
        return shift.aspect().name().toLowerCase(Locale.ROOT);
    }

    private static String line(Shift shift) {
        return shift.path() + " " + aspect(shift) + ": population stability index "
                + Changed.percent(shift.distance().psiPpm()) + ", Kolmogorov–Smirnov "
                + Changed.percent(shift.distance().ksPpm());
    }

    private static Json json(Shift shift) {
        return JsonObject.builder()
                .put("path", shift.path())
                .put("aspect", aspect(shift))
                .put("psiPpm", shift.distance().psiPpm())
                .put("ksPpm", shift.distance().ksPpm())
                .put("jsPpm", shift.distance().jsPpm())
                .build();
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
                .put("findings", findings.stream().map(finding -> json(finding)).toList())
                .put("sameRules", ruleSet.same())
                .put("quality", quality.stream().map(Changed::json).toList())
                .put("drift", shifts.stream().map(shift -> json(shift)).toList())
                .put("rights", rights.stream().map(Changed::json).toList())
                .put("surroundings", surroundings.stream().map(Changed::json).toList())
                .put("policy", verdict.stream().map(Changed::json).toList())
                .build();
    }

    private static Json json(Finding finding) {
        return JsonObject.builder()
                .put("kind", finding.change().kind())
                .put("state", finding.state())
                .put("before", finding.change().before())
                .put("after", finding.change().after())
                .build();
    }
}
