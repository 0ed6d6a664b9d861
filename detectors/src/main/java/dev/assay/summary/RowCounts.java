package dev.assay.summary;

import dev.assay.config.DataClass;
import dev.assay.json.JsonObject;
import java.util.BitSet;

/**
 * Rows that hold any personal data or secret found at band <em>likely</em> or above and of class real, over all columns. A row is marked
 * while its block is read and counted when the block ends; a block is a row group or a stretch of lines, so the marks
 * stay small. Mutable, not thread-safe.
 */
public final class RowCounts {
    private final BitSet any = new BitSet();
    private final BitSet special = new BitSet();
    private final BitSet secret = new BitSet();
    private final NameRows names = new NameRows();
    private long withAny;
    private long withSpecialCategory;
    private long withSecret;

    void mark(int row, DataClass dataClass) {
        if (!dataClass.isPersonal()) {
            return;
        }
        any.set(row);
        if (dataClass == DataClass.SPECIAL_CATEGORY) {
            special.set(row);
        } else if (dataClass == DataClass.CREDENTIAL) {
            secret.set(row);
        }
    }

    /** Counts the rows of a block that ended and forgets their marks. */
    public void endBlock() {
        withAny += any.cardinality();
        withSpecialCategory += special.cardinality();
        withSecret += secret.cardinality();
        any.clear();
        special.clear();
        secret.clear();
    }

    public void merge(RowCounts other) {
        names.merge(other.names);
        withAny += other.withAny;
        withSpecialCategory += other.withSpecialCategory;
        withSecret += other.withSecret;
    }

    /** Rows read for names. */
    public NameRows names() {
        return names;
    }

    public long withAny() {
        return withAny;
    }

    public long withSpecialCategory() {
        return withSpecialCategory;
    }

    public long withSecret() {
        return withSecret;
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("withAny", withAny)
                .put("withSpecialCategory", withSpecialCategory)
                .put("withSecret", withSecret)
                .put("names", names.toJson())
                .build();
    }

    public static RowCounts fromJson(JsonObject json) {
        RowCounts counts = new RowCounts();
        counts.withAny = json.integer("withAny");
        counts.withSpecialCategory = json.integer("withSpecialCategory");
        counts.withSecret = json.integer("withSecret");
        counts.names.merge(NameRows.fromJson(json.object("names")));
        return counts;
    }
}
