package dev.assay.scan;

import dev.assay.manifest.OriginColumn;
import dev.assay.manifest.OriginColumn.Days;
import dev.assay.manifest.OriginColumn.Domains;
import dev.assay.manifest.Share;
import dev.assay.provenance.ColumnOrigin;
import dev.assay.provenance.DomainCounts;
import dev.assay.quality.ColumnQuality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What columns say of where their rows came from, as the manifest has it. */
final class RowOrigins {
    private RowOrigins() {}

    static List<OriginColumn> of(ScanSummary all, long rows) {
        List<OriginColumn> columns = new ArrayList<>();
        all.columns()
                .forEach((path, state) ->
                        state.origin().ifPresent(origin -> columns.add(column(path, origin, state.quality(), rows))));
        return columns;
    }

    private static OriginColumn column(String path, ColumnOrigin origin, ColumnQuality quality, long rows) {
        // A list has any number of cells a row, so that its cells are no share of the rows.
        boolean single = !path.contains("[]");
        return new OriginColumn(
                path,
                origin.role().label(),
                origin.filled(),
                single ? new Share(Math.min(origin.filled(), rows), rows) : null,
                domains(origin.domains()),
                origin.licences(),
                origin.unrecognised(),
                days(quality));
    }

    private static @Nullable Domains domains(DomainCounts counts) {
        if (counts.cells() == 0) {
            return null;
        }
        SortedMap<String, Long> top = new TreeMap<>();
        counts.named().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Domains.MAX_NAMED)
                .forEach(domain -> top.put(domain.getKey(), domain.getValue()));
        return new Domains(counts.cells(), counts.distinct(), counts.isExhaustive(), top);
    }

    private static @Nullable Days days(ColumnQuality quality) {
        return quality.minDay()
                .flatMap(min -> quality.maxDay().map(max -> new Days(min, max)))
                .orElse(null);
    }
}
