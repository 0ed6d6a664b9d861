package dev.assay.summary;

import dev.assay.json.JsonObject;
import java.util.BitSet;

/**
 * Rows that were read for names, and those of them that hold one at band <em>likely</em> or above, over all columns. A row is
 * marked while its block is read and counted when the block ends. Mutable, not thread-safe.
 */
public final class NameRows {
    private final BitSet named = new BitSet();
    private long read;
    private long withName;

    void mark(int row) {
        named.set(row);
    }

    /**
     * Counts a block that ended and forgets its marks.
     *
     * @param rowsRead rows of it that were read for names
     */
    public void endBlock(long rowsRead) {
        read += rowsRead;
        withName += named.cardinality();
        named.clear();
    }

    public void merge(NameRows other) {
        read += other.read;
        withName += other.withName;
    }

    public long read() {
        return read;
    }

    public long withName() {
        return withName;
    }

    public JsonObject toJson() {
        return JsonObject.builder().put("read", read).put("withName", withName).build();
    }

    public static NameRows fromJson(JsonObject json) {
        NameRows rows = new NameRows();
        rows.read = json.integer("read");
        rows.withName = json.integer("withName");
        return rows;
    }
}
