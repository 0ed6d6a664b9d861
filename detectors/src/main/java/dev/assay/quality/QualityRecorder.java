package dev.assay.quality;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ner.TextLanguage;
import dev.assay.summary.ValueHash;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Counts the cells of one column of one file section into its {@link ColumnQuality} and their rows into {@link
 * RowRepeats}. A dictionary's values are looked at once and counted as often as they occur. One thread; {@link #finish()}
 * ends it.
 */
public final class QualityRecorder {
    /** How many cells are measured together. */
    static final int CHUNK_CELLS = 512;

    private static final int CHUNK_BYTES = 16 << 10;
    private static final long[] ONCE = new long[CHUNK_CELLS];
    private static final MeasuredCells NO_CELLS = new MeasuredCells(0);

    static {
        Arrays.fill(ONCE, 1);
    }

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

    private final boolean isAsked;
    private final MeasuredCells cells;
    private final ValueTraits traits = new ValueTraits();
    private final long[] shapes = new long[CellShape.COUNT];
    private final Stream searched = new Stream();
    private final Stream unsearched = new Stream();

    QualityRecorder(String column, ColumnQuality quality, SectionQuality section) {
        QualityDemands demands = section.demands();
        this.quality = quality;
        rows = section.rows();
        texts = section.texts();
        seen = section.seen();
        languages = section.languages();
        cells = section.cells();
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
        isAsked = unique != null || common != null || !sets.isEmpty() || !expectations.isEmpty();
    }

    /** Says that the next calls speak of another block of rows. */
    public void beginRows() {
        endRows();
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
        int first = 0;
        while (first < batch.cells()) {
            int count = chunk(batch, first);
            cells.measure(batch, first, count);
            quality.add(cells, ONCE);
            for (int i = 0; i < count; i++) {
                shapes[cells.shape(i)]++;
            }
            stream.rows(rowsOfCells, first, cells);
            for (int i = 0; i < count; i++) {
                if (hasTraits(batch.length(first + i), cells.hash(i))) {
                    tell(traits, batch, first + i, cells.hash(i));
                    add(traits, cells.hash(i), 1);
                }
            }
            first += count;
        }
    }

    /** So many cells that their text stays near the processor from one loop over it to the next. */
    private static int chunk(CellBatch batch, int first) {
        int count = Math.min(CHUNK_CELLS, batch.cells() - first);
        while (count > 1 && batch.end(first + count - 1) - batch.start(first) > CHUNK_BYTES) {
            count /= 2;
        }
        return count;
    }

    private boolean hasTraits(int length, long hash) {
        return (isAsked && length > 0)
                || length >= TextSketch.FEWEST_BYTES
                || (length >= TextLanguage.SHORTEST && quality.languages().wants(hash));
    }

    private void tell(ValueTraits told, CellBatch batch, int cell, long hash) {
        byte[] bytes = batch.bytes();
        int start = batch.start(cell);
        int end = batch.end(cell);
        told.keyed = texts.sketch().read(bytes, start, end);
        if (told.keyed) {
            told.keys(texts.sketch().keys());
        }
        told.seen = seen.in(bytes, start, end, sets);
        boolean asked =
                end - start >= TextLanguage.SHORTEST && quality.languages().wants(hash);
        told.language = asked ? languages.of(bytes, start, end) : "";
        told.met = expectations.meets(bytes, start, end);
        told.unique = unique == null ? null : unique.digest(bytes, start, end, hash);
        told.common = common == null ? null : common.digest(bytes, start, end, hash);
    }

    private void add(ValueTraits told, long hash, long times) {
        if (told.keyed) {
            texts.add(told.keys(), times);
        }
        seen.add(told.seen);
        quality.language(hash, told.language);
        expectations.count(told.met, times);
        if (unique != null) {
            unique.count(hash, told.unique, times);
        }
        if (common != null) {
            common.count(hash, told.common, times);
        }
    }

    /** Takes the values that {@link #occurrences} will speak of. */
    public void dictionary(CellBatch values) {
        searched.take(values);
    }

    /**
     * Counts where dictionary values occur.
     *
     * @param rowsOfCells row of each, ascending
     */
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

    /** Writes what was counted by dictionary entry and by shape. */
    public void finish() {
        endRows();
        quality.shapes(shapes);
        Arrays.fill(shapes, 0);
    }

    private void endRows() {
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
        private MeasuredCells values = NO_CELLS;
        private @Nullable ValueTraits[] valueTraits = new ValueTraits[0];
        private long[] times = new long[0];
        /** What each adds to the sum of its row where it is the first of it. */
        private long[] weights = new long[0];

        void take(CellBatch batch) {
            flush();
            values = new MeasuredCells(batch.cells());
            values.measure(batch, 0, batch.cells());
            times = new long[batch.cells()];
            valueTraits = new ValueTraits[batch.cells()];
            weights = new long[batch.cells()];
            for (int i = 0; i < batch.cells(); i++) {
                weights[i] = RowRepeats.weight(columnSeed, 0, values.hash(i));
                if (hasTraits(batch.length(i), values.hash(i))) {
                    ValueTraits told = new ValueTraits();
                    tell(told, batch, i, values.hash(i));
                    valueTraits[i] = told;
                }
            }
        }

        void occur(int[] ids, int[] rowsOfCells, int count) {
            long[] sums = count == 0 ? new long[0] : rows.sums(rowsOfCells[count - 1] + 1);
            for (int i = 0; i < count; i++) {
                int id = ids[i];
                times[id]++;
                next(rowsOfCells[i]);
                sums[lastRow] += place == 0 ? weights[id] : RowRepeats.weight(columnSeed, place, values.hash(id));
            }
        }

        void rows(int[] rowsOfCells, int first, MeasuredCells measured) {
            long[] sums = rows.sums(rowsOfCells[first + measured.size() - 1] + 1);
            for (int i = 0; i < measured.size(); i++) {
                next(rowsOfCells[first + i]);
                sums[lastRow] += RowRepeats.weight(columnSeed, place, measured.hash(i));
            }
        }

        private void next(int row) {
            place = row == lastRow ? place + 1 : 0;
            lastRow = row;
        }

        void flush() {
            quality.add(values, times);
            for (int i = 0; i < times.length; i++) {
                if (times[i] > 0) {
                    shapes[values.shape(i)] += times[i];
                    ValueTraits told = valueTraits[i];
                    if (told != null) {
                        add(told, values.hash(i), times[i]);
                    }
                }
            }
            values = NO_CELLS;
            valueTraits = new ValueTraits[0];
            times = new long[0];
            weights = new long[0];
        }
    }
}
