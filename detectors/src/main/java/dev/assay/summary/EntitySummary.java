package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * What was found of one entity type and class in one column, from band <em>possible</em> upwards. Mutable while a split
 * is scanned and while splits merge; not thread-safe.
 */
public final class EntitySummary {
    /** The bands that are counted, in rising order. */
    static final List<ConfidenceBand> BANDS =
            List.of(ConfidenceBand.POSSIBLE, ConfidenceBand.LIKELY, ConfidenceBand.CERTAIN);

    private final long[] cellsByBand = new long[BANDS.size()];
    private final long[] hitsByBand = new long[BANDS.size()];
    private final DistinctCounter distinct = new DistinctCounter();
    private final SmallestSamples samples;
    private final int sampleLimit;
    private long rows;

    private long lastCell = -1;
    private long lastRow = -1;
    private int bandOfLastCell;

    EntitySummary(int sampleLimit) {
        this.sampleLimit = sampleLimit;
        this.samples = new SmallestSamples(sampleLimit);
    }

    /**
     * Counts one hit. Hits of a cell come together, cells of a row too.
     *
     * @param cell a number no other cell of the column in this split has
     * @param row a number no other row of this split has
     */
    void hit(long cell, long row, int confidence, long valueHash) {
        int band = BANDS.indexOf(ConfidenceBand.of(confidence));
        hitsByBand[band]++;
        distinct.add(valueHash);
        if (row != lastRow) {
            rows++;
            lastRow = row;
        }
        if (cell != lastCell) {
            cellsByBand[band]++;
            lastCell = cell;
            bandOfLastCell = band;
        } else if (band > bandOfLastCell) {
            cellsByBand[bandOfLastCell]--;
            cellsByBand[band]++;
            bandOfLastCell = band;
        }
    }

    int sampleLimit() {
        return sampleLimit;
    }

    SmallestSamples samplesBeingKept() {
        return samples;
    }

    void merge(EntitySummary other) {
        for (int band = 0; band < cellsByBand.length; band++) {
            cellsByBand[band] += other.cellsByBand[band];
            hitsByBand[band] += other.hitsByBand[band];
        }
        rows += other.rows;
        distinct.merge(other.distinct);
        samples.addAll(other.samples.sorted());
    }

    /** Cells whose best hit is in exactly this band. */
    public long cells(ConfidenceBand band) {
        return cellsByBand[BANDS.indexOf(band)];
    }

    /** Hits in exactly this band. */
    public long hits(ConfidenceBand band) {
        return hitsByBand[BANDS.indexOf(band)];
    }

    /** Cells with at least one hit. */
    public long cells() {
        return sum(cellsByBand);
    }

    public long hits() {
        return sum(hitsByBand);
    }

    /** Rows with at least one hit; a list column can have several cells in a row. */
    public long rows() {
        return rows;
    }

    /** About how many different values; see {@link #distinctMethod()}. */
    public long distinctEstimate() {
        return distinct.estimate();
    }

    DistinctCounter distinct() {
        return distinct;
    }

    /** Name of the estimator, for the record. */
    public static String distinctMethod() {
        return DistinctCounter.METHOD;
    }

    /** The samples kept, in their order. */
    public List<Sample> samples() {
        return samples.sorted();
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("cells", counts(cellsByBand))
                .put("hits", counts(hitsByBand))
                .put("rows", rows)
                .put("distinct", distinct.encode())
                .put("keep", sampleLimit)
                .put("samples", samples.sorted().stream().map(Sample::toJson).toList())
                .build();
    }

    private static Json counts(long[] counts) {
        return Json.of(Arrays.stream(counts).mapToObj(Json::of).toList());
    }

    static EntitySummary fromJson(JsonObject json) {
        EntitySummary summary = new EntitySummary(json.int32("keep"));
        List<Long> cells = json.array("cells").longs();
        List<Long> hits = json.array("hits").longs();
        for (int band = 0; band < summary.cellsByBand.length; band++) {
            summary.cellsByBand[band] = cells.get(band);
            summary.hitsByBand[band] = hits.get(band);
        }
        summary.rows = json.integer("rows");
        summary.distinct.merge(DistinctCounter.decode(json.string("distinct")));
        summary.samples.addAll(json.array("samples").objects(Sample::fromJson));
        return summary;
    }
}
