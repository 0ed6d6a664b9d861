package dev.assay.scan;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.EntityType;
import dev.assay.config.EntityTypes;
import dev.assay.detect.RuleSet;
import dev.assay.manifest.AllowList;
import dev.assay.manifest.BandCounts;
import dev.assay.manifest.Counts;
import dev.assay.manifest.DetectorHits;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Evidence;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Privacy;
import dev.assay.manifest.RecordCounts;
import dev.assay.manifest.Share;
import dev.assay.summary.ColumnSummary;
import dev.assay.summary.ColumnVerdict;
import dev.assay.summary.EntityKey;
import dev.assay.summary.EntitySummary;
import dev.assay.summary.RowCounts;
import dev.assay.summary.Sample;
import dev.assay.summary.SettledCounts;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The privacy section: what was found, by entity type, class and column.
 *
 * @param privacy for the manifest
 * @param samples the evidence it points to
 */
record Inventory(Privacy privacy, FindingSamples samples) {
    private static final String SAMPLING = "smallest-hashes-of-place";

    /**
     * Counts what all splits found.
     *
     * @param cut what numbers the rows of samples
     * @param suppressions what was counted apart
     * @param rows rows of the dataset
     */
    static Inventory of(ScanSummary all, CutFiles cut, RuleSet rules, Suppressions suppressions, long rows) {
        List<EntityCount> entities = new ArrayList<>();
        List<FindingSample> samples = new ArrayList<>();
        all.columns().forEach((path, state) -> {
            ColumnSummary column = state.summary();
            ColumnVerdict verdict = ColumnVerdict.of(column, rules);
            SettledCounts.of(column, verdict, rows)
                    .forEach((key, settled) -> entities.add(count(path, type(rules, key), key, column, settled, rows)));
            column.entities()
                    .forEach((key, entity) ->
                            entity.samples().forEach(sample -> samples.add(sample(path, key, sample, cut))));
        });
        FindingSamples evidence = new FindingSamples(samples);
        RecordCounts records = records(all.rowCounts(), rows);
        List<AllowList> lists = suppressions.digests().entrySet().stream()
                .map(list -> new AllowList(list.getKey(), list.getValue()))
                .toList();
        String method = EntitySummary.distinctMethod();
        return new Inventory(new Privacy(entities, records, method, Evidence.of(evidence, SAMPLING), lists), evidence);
    }

    /** From the list of types, or as the detectors of the workspace's own say. */
    private static EntityType type(RuleSet rules, EntityKey key) {
        return EntityTypes.loaded()
                .find(key.entity())
                .or(() -> rules.detectors().stream()
                        .filter(detector -> detector.entity().equals(key.entity()))
                        .findFirst()
                        .map(detector -> new EntityType(detector.entity(), detector.dataClass())))
                .orElseThrow(() -> new IllegalStateException("Unknown entity type " + key.entity()));
    }

    private static EntityCount count(
            String path, EntityType type, EntityKey key, ColumnSummary column, SettledCounts settled, long rows) {
        Counts standing = new Counts(
                new Share(settled.cells(), column.cells()),
                new Share(settled.rows(), rows),
                settled.hits(),
                settled.distinctEstimate(),
                bands(settled::hits),
                bands(settled::cells),
                detectors(settled.detectors()));
        return new EntityCount(type, key.findingClass(), path, key.suppression(), raw(key, column, rows), standing);
    }

    private static Counts raw(EntityKey key, ColumnSummary column, long rows) {
        EntitySummary entity = column.entities().get(key);
        if (entity == null) {
            BandCounts none = new BandCounts(0, 0, 0);
            return new Counts(new Share(0, column.cells()), new Share(0, rows), 0, 0, none, none, List.of());
        }
        return new Counts(
                new Share(entity.cells(), column.cells()),
                new Share(entity.rows(), rows),
                entity.hits(),
                entity.distinctEstimate(),
                bands(entity::hits),
                bands(entity::cells),
                detectors(column.detectorsOf(key)));
    }

    private static BandCounts bands(ToLongFunction<ConfidenceBand> count) {
        return new BandCounts(
                count.applyAsLong(ConfidenceBand.POSSIBLE),
                count.applyAsLong(ConfidenceBand.LIKELY),
                count.applyAsLong(ConfidenceBand.CERTAIN));
    }

    private static List<DetectorHits> detectors(Map<String, Long> hits) {
        return hits.entrySet().stream()
                .map(detector -> new DetectorHits(detector.getKey(), detector.getValue()))
                .toList();
    }

    private static FindingSample sample(String path, EntityKey key, Sample sample, CutFiles cut) {
        return new FindingSample(
                key.entity(),
                key.findingClass(),
                path,
                key.suppression(),
                sample.file(),
                cut.row(sample.file(), sample.row()),
                sample.start(),
                sample.end(),
                sample.confidence(),
                sample.detector(),
                sample.masked());
    }

    private static RecordCounts records(RowCounts counts, long rows) {
        return new RecordCounts(
                new Share(counts.withAny(), rows),
                new Share(counts.withSpecialCategory(), rows),
                new Share(counts.withSecret(), rows));
    }
}
