package dev.assay.quality;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ner.TextLanguage;
import dev.assay.summary.ValueHash;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Counts the cells of one column of one file section into its {@link ColumnQuality} and their rows into {@link
 * RowRepeats}. A dictionary's values are looked at once and counted as often as they occur. One thread; {@link #finish()}
 * ends it.
 */
public final class QualityRecorder {
    private final ColumnQuality quality;
    private final RowRepeats rows;
    private final NearRepeats texts;
    private final SeenRuns seen;
    private final EvaluationSets sets;
    private final ColumnExpectations expectations;
    private final TextLanguage languages;
    private final long columnSeed;
    /** Null where nobody asks whether values are there twice. */
    private final @Nullable ColumnDigests unique;
    /** Null where the most common values are not told. */
    private final @Nullable ColumnDigests common;

    private final CellMeasure cell = new CellMeasure();
    private final Stream searched = new Stream();
    private final Stream unsearched = new Stream();

    /** A recorder for the only column of a section. */
    public QualityRecorder(
            String column,
            ColumnQuality quality,
            RowRepeats rows,
            NearRepeats texts,
            SeenRuns seen,
            QualityDemands demands) {
        this(column, quality, rows, texts, seen, new TextLanguage(), demands);
    }

    /**
     * A recorder for one column of several.
     *
     * @param languages what tells languages, shared by the columns of a section
     */
    public QualityRecorder(
            String column,
            ColumnQuality quality,
            RowRepeats rows,
            NearRepeats texts,
            SeenRuns seen,
            TextLanguage languages,
            QualityDemands demands) {
        this.quality = quality;
        this.rows = rows;
        this.texts = texts;
        this.seen = seen;
        this.languages = languages;
        sets = demands.sets();
        expectations = demands.expectations().of(column);
        columnSeed = ValueHash.of(column);
        OptionalInt limit = demands.unique().limit(column);
        unique = limit.isPresent()
                ? ColumnDigests.comparing(
                        quality.compareValues(limit.getAsInt()),
                        demands.unique().mac())
                : null;
        common = demands.common()
                .mac()
                .map(mac -> ColumnDigests.counting(quality.countCommon(CommonDemand.HELD), mac))
                .orElse(null);
    }

    /** Says that the next calls speak of another block of rows. */
    public void beginRows() {
        finish();
        searched.lastRow = -1;
        unsearched.lastRow = -1;
    }

    /**
     * Counts a batch, one row a cell.
     *
     * @param rowsOfCells row of each cell, counted from the block's first
     */
    public void cells(CellBatch batch, int[] rowsOfCells) {
        count(batch, rowsOfCells, searched);
    }

    /** As {@link #cells}, for values that no detector needs to see. */
    public void unsearched(CellBatch batch, int[] rowsOfCells) {
        count(batch, rowsOfCells, unsearched);
    }

    private void count(CellBatch batch, int[] rowsOfCells, Stream stream) {
        byte[] bytes = batch.bytes();
        for (int i = 0; i < batch.cells(); i++) {
            measure(cell, bytes, batch.start(i), batch.end(i));
            add(cell, 1);
            stream.row(rowsOfCells[i], cell.hash);
        }
    }

    private void measure(CellMeasure measured, byte[] bytes, int start, int end) {
        measured.measure(bytes, start, end);
        measured.keyed = texts.sketch().read(bytes, start, end);
        if (measured.keyed) {
            measured.keys(texts.sketch().keys());
        }
        measured.seen(seen.in(bytes, start, end, sets));
        boolean asked =
                end - start >= TextLanguage.SHORTEST && quality.languages().wants(measured.hash);
        measured.language(asked ? languages.of(bytes, start, end) : "");
        measured.met = expectations.meets(bytes, start, end);
        measured.digest = unique == null ? null : unique.digest(bytes, start, end, measured.hash);
        measured.common = common == null ? null : common.digest(bytes, start, end, measured.hash);
    }

    private void add(CellMeasure measured, long times) {
        quality.add(measured, times);
        if (measured.keyed) {
            texts.add(measured.keys(), times);
        }
        seen.add(measured.seen);
        expectations.count(measured.met, times);
        if (unique != null) {
            unique.count(measured, measured.digest, times);
        }
        if (common != null) {
            common.count(measured, measured.common, times);
        }
    }

    /** Takes the values that {@link #occurrences} will speak of. */
    public void dictionary(CellBatch values) {
        searched.take(values);
    }

    public void occurrences(int[] ids, int[] rowsOfCells, int count) {
        searched.occur(ids, rowsOfCells, count);
    }

    /** As {@link #dictionary}, for values that no detector needs to see. */
    public void unsearchedDictionary(CellBatch values) {
        unsearched.take(values);
    }

    public void unsearchedOccurrences(int[] ids, int[] rowsOfCells, int count) {
        unsearched.occur(ids, rowsOfCells, count);
    }

    /** Writes what was counted by dictionary entry. */
    public void finish() {
        searched.flush();
        unsearched.flush();
        expectations.flush(quality);
    }

    /**
     * Values that come in the order of rows, and how often each of their dictionary occurred. The values of a list are told
     * apart by their place among the list's values of the same stream.
     */
    private final class Stream {
        private int lastRow = -1;
        private int place;
        private CellMeasure[] values = new CellMeasure[0];
        private long[] times = new long[0];

        void take(CellBatch batch) {
            flush();
            values = new CellMeasure[batch.cells()];
            times = new long[values.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = new CellMeasure();
                measure(values[i], batch.bytes(), batch.start(i), batch.end(i));
            }
        }

        void occur(int[] ids, int[] rowsOfCells, int count) {
            for (int i = 0; i < count; i++) {
                times[ids[i]]++;
                row(rowsOfCells[i], values[ids[i]].hash);
            }
        }

        void row(int row, long hash) {
            place = row == lastRow ? place + 1 : 0;
            lastRow = row;
            rows.cell(row, columnSeed, place, hash);
        }

        void flush() {
            for (int i = 0; i < values.length; i++) {
                if (times[i] > 0) {
                    add(values[i], times[i]);
                }
            }
            values = new CellMeasure[0];
            times = new long[0];
        }
    }
}
