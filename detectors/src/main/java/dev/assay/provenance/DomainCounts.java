package dev.assay.provenance;

import dev.assay.json.JsonObject;
import dev.assay.summary.ValueHash;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often domains stand in a column. Counted by hash, the {@value #KEPT} smallest hashes only: exact up to so many
 * different domains, a sample of them beyond. A domain can be one person's site, so its name is kept only if one block
 * of rows has it in {@value #NAMED_FROM} cells; the others stay a count. Merging is associative and commutative.
 */
public final class DomainCounts {
    /** How many different domains are counted. */
    public static final int KEPT = 1 << 14;

    /** From how many cells of one block of rows on a domain's name is kept. */
    public static final int NAMED_FROM = 10;

    private final TreeMap<Long, Long> cells = new TreeMap<>();
    private final TreeMap<Long, String> names = new TreeMap<>();
    private long dropped;
    private long all;

    /** Counts a block's own domains, whose names are at hand. */
    void add(Map<String, Long> block) {
        block.forEach((name, times) -> {
            long hash = ValueHash.of(name);
            all += times;
            count(hash, times);
            if (times >= NAMED_FROM && cells.containsKey(hash)) {
                names.put(hash, name);
            }
        });
    }

    private void count(long hash, long times) {
        cells.merge(hash, times, Long::sum);
        if (cells.size() > KEPT) {
            long largest = cells.lastKey();
            cells.remove(largest);
            names.remove(largest);
            dropped = 1;
        }
    }

    void merge(DomainCounts other) {
        all += other.all;
        dropped |= other.dropped;
        other.cells.forEach(this::count);
        other.names.forEach((hash, name) -> {
            if (cells.containsKey(hash)) {
                names.put(hash, name);
            }
        });
    }

    /** Cells with a domain. */
    public long cells() {
        return all;
    }

    /** Whether every domain was counted. */
    public boolean isExhaustive() {
        return dropped == 0;
    }

    /** Different domains counted. */
    public long distinct() {
        return cells.size();
    }

    /** Cells of domains whose names were kept, by name. */
    public SortedMap<String, Long> named() {
        TreeMap<String, Long> named = new TreeMap<>();
        names.forEach((hash, name) -> named.put(name, cells.getOrDefault(hash, 0L)));
        return Collections.unmodifiableSortedMap(named);
    }

    JsonObject toJson() {
        JsonObject.Builder counts = JsonObject.builder();
        cells.forEach((hash, times) -> counts.put(Long.toHexString(hash), times));
        JsonObject.Builder known = JsonObject.builder();
        names.forEach((hash, name) -> known.put(Long.toHexString(hash), name));
        return JsonObject.builder()
                .put("all", all)
                .put("dropped", dropped)
                .put("cells", counts.build())
                .put("names", known.build())
                .build();
    }

    static DomainCounts fromJson(JsonObject json) {
        DomainCounts read = new DomainCounts();
        read.all = json.integer("all");
        read.dropped = json.integer("dropped");
        json.object("cells")
                .members()
                .forEach((hash, times) -> read.cells.put(Long.parseUnsignedLong(hash, 16), times.asLong()));
        json.object("names")
                .members()
                .forEach((hash, name) -> read.names.put(Long.parseUnsignedLong(hash, 16), name.asString()));
        return read;
    }
}
