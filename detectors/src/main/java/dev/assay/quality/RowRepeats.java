package dev.assay.quality;

import dev.assay.json.JsonObject;
import dev.assay.summary.ValueHash;
import java.util.Arrays;

/**
 * Rows that are there more than once. A row's hash is the sum, over its cells, of a hash of column, place within the row
 * and value, so that the order in which columns are read does not matter; a null adds nothing. Of the hashes the smallest
 * {@value #KEPT} are counted: exact up to so many different rows, an extrapolated share beyond. Holds one number for each
 * row of the block being read.
 */
public final class RowRepeats {
    /** How many different rows are counted one by one. */
    public static final int KEPT = 1 << 14;

    private final SmallestHashes rows;
    private long[] block = new long[0];
    private int touched;
    private long count;

    /** No rows yet. */
    public RowRepeats() {
        this(new SmallestHashes(KEPT));
    }

    private RowRepeats(SmallestHashes rows) {
        this.rows = rows;
    }

    /**
     * The sums of the block's rows, to which each cell adds its {@link #weight}.
     *
     * @param rowsOfBlock how many of them cells may be added to
     */
    long[] sums(int rowsOfBlock) {
        if (rowsOfBlock > block.length) {
            block = Arrays.copyOf(block, Math.max(1024, Math.max(rowsOfBlock, block.length * 2)));
        }
        touched = Math.max(touched, rowsOfBlock);
        return block;
    }

    /** What a cell adds to the sum of its row. */
    static long weight(long columnSeed, int place, long valueHash) {
        return ValueHash.with(columnSeed + place, valueHash);
    }

    /** Counts the rows of a block that ended. */
    public void endBlock(int rowsOfBlock) {
        long[] hashes = sums(rowsOfBlock);
        for (int row = 0; row < rowsOfBlock; row++) {
            hashes[row] = ValueHash.with(0, hashes[row]) >>> 1;
        }
        rows.addEach(hashes, rowsOfBlock);
        count += rowsOfBlock;
        Arrays.fill(block, 0, touched, 0);
        touched = 0;
    }

    public void merge(RowRepeats other) {
        rows.merge(other.rows);
        count += other.count;
    }

    /** Rows counted. */
    public long count() {
        return count;
    }

    /** Whether {@link #repeats()} counts every row. */
    public boolean isExact() {
        return rows.isExhaustive();
    }

    /** Rows that repeat another one, the first of each kind not counted. */
    public long repeats() {
        return rows.repeats(count);
    }

    /** Rows that {@link #repeats()} was counted on. */
    public long sampled() {
        return rows.counted();
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("count", count)
                .put("rows", rows.encode())
                .build();
    }

    public static RowRepeats fromJson(JsonObject json) {
        RowRepeats read = new RowRepeats(SmallestHashes.decode(json.string("rows"), KEPT));
        read.count = json.integer("count");
        return read;
    }
}
