package dev.assay.policy;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingsCondition;
import dev.assay.config.Share;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.Counts;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts the findings a condition speaks of.
 *
 * <p>A manifest keeps findings by confidence band and cells by entity type, so two things are counted from the safe
 * side: a least confidence within a band takes the whole band, and a cell with several types counts once for each, up to
 * the number of cells there are.
 */
final class FindingsJudge {
    private final FindingsCondition condition;
    private final ConfidenceBand floor;
    private final Map<String, Long> cellsByColumn = new TreeMap<>();
    private final Map<String, Long> hitsByType = new TreeMap<>();
    private long hits;
    private long setAside;

    private FindingsJudge(FindingsCondition condition) {
        this.condition = condition;
        this.floor = ConfidenceBand.of(condition.minConfidence());
    }

    static Judgement judge(FindingsCondition condition, ManifestFacts facts, Suppressed suppressed) {
        return judge(condition, facts, suppressed, entity -> true);
    }

    /** As if only some of the findings were there. */
    static Judgement judge(
            FindingsCondition condition, ManifestFacts facts, Suppressed suppressed, Predicate<EntityCount> counted) {
        return counting(condition, facts, suppressed, counted).compare(facts);
    }

    /** How many of some findings the condition speaks of, what is suppressed left out. */
    static long hits(
            FindingsCondition condition, ManifestFacts facts, Suppressed suppressed, Predicate<EntityCount> counted) {
        return counting(condition, facts, suppressed, counted).hits;
    }

    private static FindingsJudge counting(
            FindingsCondition condition, ManifestFacts facts, Suppressed suppressed, Predicate<EntityCount> counted) {
        FindingsJudge judge = new FindingsJudge(condition);
        FindingsJudge aside = new FindingsJudge(condition);
        facts.privacy().entities().stream()
                .filter(counted)
                .forEach(entity -> (suppressed.covers(entity) ? aside : judge).add(entity));
        judge.setAside = aside.hits;
        return judge;
    }

    private void add(EntityCount entity) {
        boolean counts =
                condition.takes(entity.type(), entity.findingClass(), 100) && condition.takesColumn(entity.column());
        Counts found = entity.settled();
        long more = found.bands().atLeast(floor);
        if (counts && more > 0) {
            hits += more;
            hitsByType.merge(entity.type().name(), more, Long::sum);
            long cells = found.cellsAtLeast(floor).count();
            cellsByColumn.merge(
                    entity.column(),
                    cells,
                    (a, b) -> Math.min(a + b, found.cells().of()));
        }
    }

    private Judgement compare(ManifestFacts facts) {
        long cells = cellsByColumn.values().stream().mapToLong(Long::longValue).sum();
        long scanned = facts.coverage().columns().stream()
                .filter(column -> condition.takesColumn(column.path()))
                .mapToLong(ColumnCoverage::cells)
                .sum();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        boolean met = true;
        Long maxCount = condition.maxCount();
        if (maxCount != null) {
            expected.add("at most " + maxCount + " findings");
            actual.add(hits + " findings" + (setAside == 0 ? "" : " and " + setAside + " suppressed"));
            met &= hits <= maxCount;
        }
        Share maxRate = condition.maxRate();
        if (maxRate != null) {
            expected.add("in at most " + maxRate + " of cells");
            actual.add("in " + cells + " of " + scanned + " cells");
            met &= !maxRate.isExceededBy(cells, scanned);
        }
        Long maxColumns = condition.maxColumns();
        if (maxColumns != null) {
            expected.add("in at most " + maxColumns + " columns");
            actual.add("in " + cellsByColumn.size() + " columns");
            met &= cellsByColumn.size() <= maxColumns;
        }
        return new Judgement(met, String.join(", ", expected), String.join(", ", actual), reason(met));
    }

    private String reason(boolean met) {
        if (hits == 0) {
            return setAside == 0
                    ? "Nothing of the kind was found."
                    : "Nothing of the kind was found but what the policy suppresses.";
        }
        String found = hitsByType.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", "));
        String columns = cellsByColumn.keySet().stream().limit(5).collect(Collectors.joining(", "));
        String more = cellsByColumn.size() > 5 ? " and " + (cellsByColumn.size() - 5) + " more" : "";
        return "Found " + found + " in " + columns + more + (met ? "; within the limits." : "; over the limit.");
    }
}
