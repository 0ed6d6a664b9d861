package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands of one entity type and class once its column has spoken: hits on whole cells that are no more than chance
 * are gone, and those the column vouches for are certain. Where a row has several cells, the number of rows is the most
 * it can be.
 */
public final class SettledCounts {
    private final long[] cells = new long[EntitySummary.BANDS.size()];
    private final long[] hits = new long[EntitySummary.BANDS.size()];
    private final TreeMap<String, Long> detectors = new TreeMap<>();
    private final DistinctCounter distinct = new DistinctCounter();
    private long rows;

    private SettledCounts() {}

    /**
     * Settles a column: one entry for each entity type and class that was found or is vouched for.
     *
     * @param rowsOfDataset an upper bound for any number of rows
     */
    public static SortedMap<EntityKey, SettledCounts> of(
            ColumnSummary column, ColumnVerdict verdict, long rowsOfDataset) {
        TreeMap<EntityKey, SettledCounts> settled = new TreeMap<>();
        column.entities().forEach((key, raw) -> settled.put(key, of(raw, column.detectorsOf(key))));
        for (Map.Entry<DetectorKey, Tally> entry : column.detectors().entrySet()) {
            DetectorKey key = entry.getKey();
            if (key.whole() && key.findingClass() == FindingClass.REAL) {
                EntityKey entity = new EntityKey(key.entity(), key.findingClass(), key.suppression());
                settled.computeIfAbsent(entity, unused -> new SettledCounts())
                        .apply(key, entry.getValue(), verdict, column);
            }
        }
        settled.values().forEach(counts -> counts.rows = Math.min(counts.rows, rowsOfDataset));
        column.entities().keySet().forEach(key -> settled.computeIfAbsent(key, unused -> new SettledCounts()));
        settled.entrySet()
                .removeIf(entry ->
                        entry.getValue().hits() == 0 && !column.entities().containsKey(entry.getKey()));
        return Collections.unmodifiableSortedMap(settled);
    }

    private static SettledCounts of(EntitySummary raw, Map<String, Long> detectors) {
        SettledCounts counts = new SettledCounts();
        for (ConfidenceBand band : EntitySummary.BANDS) {
            counts.cells[index(band)] = raw.cells(band);
            counts.hits[index(band)] = raw.hits(band);
        }
        counts.rows = raw.rows();
        counts.detectors.putAll(detectors);
        counts.distinct.merge(raw.distinct());
        return counts;
    }

    private void apply(DetectorKey key, Tally tally, ColumnVerdict verdict, ColumnSummary column) {
        ColumnVerdict.Word word = verdict.of(key);
        int floor = ConfidenceBand.POSSIBLE.floor();
        boolean counted = key.won() && key.confidence() >= floor;
        boolean rises = word == ColumnVerdict.Word.VOUCHED
                && (key.won() || verdict.noise().contains(key.lostTo()));
        int settled = word.confidence(key.confidence());
        if (counted) {
            move(key.detector(), ConfidenceBand.of(key.confidence()), -tally.cells());
        }
        if ((counted || rises) && settled >= floor) {
            move(key.detector(), ConfidenceBand.of(settled), tally.cells());
        }
        if (rises) {
            distinct.merge(column.passing(key.detector()));
        }
    }

    /** A whole cell has one winner and one hit, so cells, hits and, outside lists, rows move together. */
    private void move(String detector, ConfidenceBand band, long count) {
        cells[index(band)] += count;
        hits[index(band)] += count;
        rows += count;
        detectors.merge(detector, count, Long::sum);
        detectors.values().removeIf(sum -> sum == 0);
    }

    private static int index(ConfidenceBand band) {
        return EntitySummary.BANDS.indexOf(band);
    }

    /** Cells whose best hit is in exactly this band. */
    public long cells(ConfidenceBand band) {
        return cells[index(band)];
    }

    /** Hits in exactly this band. */
    public long hits(ConfidenceBand band) {
        return hits[index(band)];
    }

    public long cells() {
        return Arrays.stream(cells).sum();
    }

    public long hits() {
        return Arrays.stream(hits).sum();
    }

    /** Rows with a hit; where a row has several cells, at most so many. */
    public long rows() {
        return Math.max(0, Math.min(rows, cells()));
    }

    /** About how many different values. */
    public long distinctEstimate() {
        return Math.min(distinct.estimate(), hits());
    }

    /** Hits by the id of the detector that stands for them. */
    public SortedMap<String, Long> detectors() {
        return Collections.unmodifiableSortedMap(detectors);
    }
}
