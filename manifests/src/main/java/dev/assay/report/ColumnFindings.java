package dev.assay.report;

import dev.assay.config.FindingClass;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.SchemaColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One column and what was found in it.
 *
 * @param path column path
 * @param type what its files say it holds; empty if they say nothing
 * @param cells cells scanned
 * @param rows one for each entity type and class, what weighs most first
 */
record ColumnFindings(String path, String type, long cells, List<Row> rows) {
    private static final Comparator<EntityCount> ROW_ORDER = Comparator.comparing(EntityCount::findingClass)
            .thenComparing(count -> Found.weight(count.type().dataClass()))
            .thenComparing(Comparator.<EntityCount>comparingLong(
                            count -> count.settled().hits())
                    .reversed())
            .thenComparing(count -> count.type().name())
            .thenComparing(EntityCount::suppression);

    private static final Comparator<ColumnFindings> ORDER = Comparator.comparingInt(ColumnFindings::weight)
            .thenComparing(Comparator.comparingLong(ColumnFindings::realHits).reversed())
            .thenComparing(ColumnFindings::path);

    /** One entity type and class of a column. */
    record Row(EntityCount count, Strip strip) {
        /** Whether weighing the column as a whole changed the count. */
        boolean weighed() {
            return count.raw().hits() != count.settled().hits();
        }
    }

    /** The columns that anything was found in, what weighs most first. */
    static List<ColumnFindings> in(ManifestFacts facts) {
        Map<String, List<EntityCount>> byColumn = new LinkedHashMap<>();
        for (EntityCount entity : facts.privacy().entities()) {
            byColumn.computeIfAbsent(entity.column(), column -> new ArrayList<>())
                    .add(entity);
        }
        Map<String, String> types = types(facts);
        Map<String, Long> cells = facts.coverage().columns().stream()
                .collect(Collectors.toMap(ColumnCoverage::path, ColumnCoverage::cells));
        List<ColumnFindings> columns = new ArrayList<>();
        byColumn.forEach((path, counts) -> columns.add(
                new ColumnFindings(path, types.getOrDefault(path, ""), cells.getOrDefault(path, 0L), rows(counts))));
        columns.sort(ORDER);
        return columns;
    }

    private static List<Row> rows(List<EntityCount> counts) {
        return counts.stream()
                .sorted(ROW_ORDER)
                .map(count -> new Row(count, Strip.of(count.findingClass(), count.settled())))
                .toList();
    }

    /** A column whose files disagree has several types. */
    private static Map<String, String> types(ManifestFacts facts) {
        return facts.content().schema().columns().stream()
                .collect(Collectors.toMap(SchemaColumn::path, ColumnFindings::type, (a, b) -> a + " or " + b));
    }

    private static String type(SchemaColumn column) {
        return column.logical().isEmpty() ? column.physical() : column.logical();
    }

    private int weight() {
        return rows.stream()
                .mapToInt(row -> row.count().settled().hits() == 0
                        ? 30
                        : Found.weight(row.count().type().dataClass())
                                + (row.count().findingClass() == FindingClass.REAL ? 0 : 10))
                .min()
                .orElse(30);
    }

    private long realHits() {
        return rows.stream()
                .filter(row -> row.count().findingClass() == FindingClass.REAL)
                .mapToLong(row -> row.count().settled().hits())
                .sum();
    }
}
