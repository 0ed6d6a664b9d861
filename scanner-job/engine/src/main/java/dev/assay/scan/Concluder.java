package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.Content;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.Efficacy;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Irregular;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Origins;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.Quality;
import dev.assay.manifest.Scanner;
import dev.assay.manifest.Schema;
import dev.assay.manifest.SchemaColumn;
import dev.assay.manifest.Skipped;
import dev.assay.manifest.SkippedPart;
import dev.assay.provenance.ChildColumns;
import dev.assay.quality.QualityDemands;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the merged summary of all splits into the facts of a manifest. Knows nothing of time, host or runner. */
final class Concluder {
    private final DatasetIdentity dataset;
    private final Provenance provenance;
    private final Scanner scanner;
    private final RuleSet rules;
    private final CellScanners scanners;
    private final ScanLimits limits;
    private final Suppressions suppressions;
    private final QualityDemands demands;

    Concluder(
            DatasetIdentity dataset,
            Provenance provenance,
            Scanner scanner,
            RuleSet rules,
            CellScanners scanners,
            ScanLimits limits,
            Suppressions suppressions,
            QualityDemands demands) {
        this.dataset = dataset;
        this.provenance = provenance;
        this.scanner = scanner;
        this.rules = rules;
        this.scanners = scanners;
        this.limits = limits;
        this.suppressions = suppressions;
        this.demands = demands;
    }

    /**
     * Concludes a scan.
     *
     * @param all every split of the plan, merged
     */
    Conclusion conclude(ScanPlan plan, ScanSummary all) {
        requireWhole(plan, all);
        FileListing files = FileEntries.listing(plan, all);
        long rows = all.rows();
        CutFiles cut = CutFiles.of(all);
        Inventory inventory = Inventory.of(all, cut, rules, suppressions, rows);
        FindingSamples samples = inventory.samples();
        Quality quality = Values.of(all, cut, provenance, demands);
        ManifestFacts facts = new ManifestFacts(
                dataset,
                Content.of(files, rows, schema(all)),
                provenance.with(new Origins(
                        ListingComparison.of(plan.sidecars(), files, all.md5s()),
                        RowOrigins.of(all, rows),
                        all.licenceMarkers(),
                        all.columns().keySet().stream()
                                .filter(ChildColumns::named)
                                .toList(),
                        all.embedded().toManifest())),
                scanner,
                coverage(plan, all, rows),
                inventory.privacy(),
                quality,
                new Efficacy(Canaries.outcome(all, rules, scanners), Measured.with(rules), Measured.namesWith(rules)),
                Limits.statuses(rules, limits, demands.sets(), plan, all, quality),
                Limits.sentences(rules, limits, quality));
        return new Conclusion(facts, files, samples, Reuse.of(all));
    }

    private static void requireWhole(ScanPlan plan, ScanSummary all) {
        long missing = plan.splits().stream()
                .filter(split -> !all.splits().contains(split.index()))
                .count();
        if (missing > 0) {
            throw new IllegalStateException(missing + " splits of the plan have no summary.");
        }
    }

    private static Schema schema(ScanSummary all) {
        List<SchemaColumn> columns = new ArrayList<>();
        all.columns()
                .forEach((path, state) -> state.types()
                        .forEach(type ->
                                columns.add(new SchemaColumn(path, type.physical(), type.logical(), type.nullable()))));
        return new Schema(columns);
    }

    private Coverage coverage(ScanPlan plan, ScanSummary all, long rows) {
        long expected = 0;
        for (SectionResult section : all.sections()) {
            expected += section.rowsExpected() < 0 ? section.rows() : section.rowsExpected();
        }
        long bytesRead = all.sections().stream().mapToLong(SectionResult::bytes).sum();
        long cells = 0;
        long invalid = 0;
        for (ColumnState column : all.columns().values()) {
            cells += column.summary().cells();
            invalid += column.summary().invalidUtf8();
        }
        return new Coverage(
                plan.bytes(),
                bytesRead,
                expected,
                rows,
                cells,
                columns(all),
                skipped(all),
                0,
                0,
                invalid,
                irregular(all),
                Limits.sampling(rules, limits, all));
    }

    private static List<Irregular> irregular(ScanSummary all) {
        List<Irregular> irregular = new ArrayList<>();
        all.notes().forEach((reason, rows) -> irregular.add(new Irregular(reason, rows)));
        return irregular;
    }

    private static List<ColumnCoverage> columns(ScanSummary all) {
        List<ColumnCoverage> columns = new ArrayList<>();
        for (Map.Entry<String, ColumnState> column : all.columns().entrySet()) {
            columns.add(coverage(column.getKey(), column.getValue(), all));
        }
        return columns;
    }

    private static ColumnCoverage coverage(String path, ColumnState state, ScanSummary all) {
        long cells = state.summary().cells();
        boolean lost = all.skippedColumns().contains(path);
        if (lost) {
            Reading reading = cells > 0 ? Reading.PARTLY : Reading.SKIPPED;
            return new ColumnCoverage(path, reading, cells, "see skipped");
        }
        String why = String.join("; ", state.notApplicable().keySet());
        boolean nothing = cells == 0 && !why.isEmpty();
        return new ColumnCoverage(path, nothing ? Reading.NOT_APPLICABLE : Reading.SCANNED, cells, why);
    }

    private static Skipped skipped(ScanSummary all) {
        List<SkippedPart> listed = new ArrayList<>();
        all.skips().forEach((skip, times) -> {
            for (long i = 0; i < times && listed.size() < Skipped.MAX_LISTED; i++) {
                listed.add(part(skip));
            }
        });
        return new Skipped(
                all.skipTotals().count(),
                all.skipTotals().bytes(),
                all.skipTotals().rows(),
                listed);
    }

    private static SkippedPart part(Skip skip) {
        return new SkippedPart(
                skip.file(),
                nullIfEmpty(skip.column()),
                skip.reason(),
                skip.bytes() == 0 ? -1 : skip.bytes(),
                skip.rows() == 0 ? -1 : skip.rows());
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
