package dev.assay.quality;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each of the k smallest hashes was met: while at most k different ones were met, an exact count of everything;
 * after that, exact counts of a sample that hashing chose at random. The smallest k of a whole are among the smallest k of
 * each part that has them, so their counts are complete however the parts are cut and merged (bottom-k sampling, Cohen
 * and Kaplan 2007). Up to 2k entries are held before the larger half is dropped.
 */
public final class SmallestHashes {
    private static final long EMPTY = -1;
    private static final long[] NO_TABLE = {};
    /** Far fewer entries are looked up one by one rather than gone through side by side with all others. */
    private static final int FAR_FEWER = 16;

    private static final int FIRST_SLOTS = 16;

    private final int limit;
    /** Slots of a hash and its count, side by side so that looking one up touches one line of memory; none until one is added. */
    private long[] table = NO_TABLE;

    private int size;
    /** No hash above this one can be among the smallest. */
    private long ceiling = Long.MAX_VALUE;
    /** All held, in order; null from a change of the table to the next question. */
    private @Nullable OrderedCounts ordered = OrderedCounts.of(new long[0]);

    /**
     * Nothing met yet.
     *
     * @param limit k, the same for all that merge
     */
    SmallestHashes(int limit) {
        this.limit = limit;
    }

    private static long[] emptyTable(int slots) {
        long[] table = new long[2 * slots];
        for (int at = 0; at < table.length; at += 2) {
            table[at] = EMPTY;
        }
        return table;
    }

    /**
     * Counts a hash.
     *
     * @param hash not negative
     */
    void add(long hash, long times) {
        if (hash > ceiling) {
            return;
        }
        if (table.length == 0) {
            fillTable();
        }
        ordered = null;
        int at = place(hash);
        if (table[at] == EMPTY) {
            table[at] = hash;
            size++;
            table[at + 1] = times;
            if (size > 2 * limit) {
                drop();
            } else if (size * 4 > table.length) {
                resize(moreSlots());
            }
        } else {
            table[at + 1] += times;
        }
    }

    /**
     * Counts hashes once each. Those that cannot be among the smallest leave first and without a branch, for of a long column
     * some stay now and then, which no processor foresees.
     *
     * @param hashes none negative; changed
     * @param count so many of them, from the first on
     */
    void addEach(long[] hashes, int count) {
        long highest = ceiling;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            long hash = hashes[i];
            hashes[kept] = hash;
            kept += hash <= highest ? 1 : 0;
        }
        for (int i = 0; i < kept; i++) {
            add(hashes[i], 1);
        }
    }

    /** Four times as many slots, for each resizing looks up every hash; or twice, where four times are more than will be needed. */
    private int moreSlots() {
        int slots = table.length / 2;
        return Math.max(2 * slots, Math.min(4 * slots, 4 * Integer.highestOneBit(limit)));
    }

    /** Where in the table a hash is, or would be. */
    private int place(long hash) {
        int mask = table.length - 2;
        int at = (int) (hash << 1) & mask;
        while (table[at] != EMPTY && table[at] != hash) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void resize(int slots) {
        long[] old = table;
        table = emptyTable(slots);
        for (int from = 0; from < old.length; from += 2) {
            if (old[from] != EMPTY && old[from] <= ceiling) {
                int at = place(old[from]);
                table[at] = old[from];
                table[at + 1] = old[from + 1];
            }
        }
    }

    private void drop() {
        ceiling = Selection.smallest(keys(), limit);
        size = limit + 1;
        resize(table.length / 2);
    }

    private long[] keys() {
        long[] keys = new long[size];
        int found = 0;
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] != EMPTY) {
                keys[found++] = table[at];
            }
        }
        return keys;
    }

    private void fillTable() {
        OrderedCounts held = ordered();
        table = emptyTable(Math.max(FIRST_SLOTS, 4 * Integer.highestOneBit(Math.max(1, size))));
        for (int i = 0; i < held.size(); i++) {
            int at = place(held.hash(i));
            table[at] = held.hash(i);
            table[at + 1] = held.count(i);
        }
    }

    /** All held, in order; one more than the limit shows that there were more. */
    private OrderedCounts ordered() {
        OrderedCounts known = ordered;
        if (known == null) {
            long[] sorted = keys();
            Arrays.sort(sorted);
            long[] pairs = new long[2 * sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                pairs[2 * i] = sorted[i];
                pairs[2 * i + 1] = table[place(sorted[i]) + 1];
            }
            known = OrderedCounts.of(pairs);
            ordered = known;
        }
        return known;
    }

    /** Those that were read or merged in order stay so, which takes one walk over both and no look-ups. */
    void merge(SmallestHashes other) {
        if (size == 0 && limit == other.limit) {
            table = other.table.length == 0 ? NO_TABLE : other.table.clone();
            ordered = other.ordered;
            size = other.size;
            ceiling = other.ceiling;
        } else if (table.length == 0 && other.table.length == 0 && other.size >= size / FAR_FEWER) {
            hold(OrderedCounts.merged(ordered(), other.ordered(), limit + 1));
        } else if (other.table.length == 0) {
            OrderedCounts more = other.ordered();
            for (int i = 0; i < more.size(); i++) {
                add(more.hash(i), more.count(i));
            }
        } else {
            for (int at = 0; at < other.table.length; at += 2) {
                if (other.table[at] != EMPTY) {
                    add(other.table[at], other.table[at + 1]);
                }
            }
        }
    }

    private void hold(OrderedCounts all) {
        ordered = all;
        size = all.size();
        if (size > limit) {
            ceiling = Math.min(ceiling, all.hash(limit));
        }
    }

    /** Whether every hash that was met is counted. */
    public boolean isExhaustive() {
        return size <= limit;
    }

    /**
     * How many would go if of equal ones only one stayed: counted while all are, else extrapolated from those counted, and
     * held within what the number of different ones allows. That number follows from the largest of the k smallest alone
     * (Bar-Yossef et al. 2002; standard error 1 / √k), whatever the counts, so that one value that is there very often does
     * not lead astray, be it among those counted or not.
     *
     * @param count how many were met
     */
    long repeats(long count) {
        long counted = counted();
        if (isExhaustive() || counted == 0) {
            return counted - size;
        }
        long[] smallest = smallest();
        BigInteger different = BigInteger.valueOf(smallest.length)
                .shiftLeft(Long.SIZE - 1)
                .divide(BigInteger.valueOf(smallest[smallest.length - 1]).add(BigInteger.ONE));
        BigInteger margin = different
                .shiftLeft(1)
                .divide(BigInteger.valueOf(smallest.length).sqrt());
        BigInteger total = BigInteger.valueOf(count);
        return BigInteger.valueOf(extrapolated(count, counted - smallest.length))
                .max(total.subtract(different).subtract(margin))
                .min(total.subtract(different).add(margin).max(BigInteger.ZERO))
                .longValueExact();
    }

    /** A figure of those counted, rounded down to what it would be of all. */
    long extrapolated(long count, long figure) {
        long counted = counted();
        return counted == 0
                ? 0
                : BigInteger.valueOf(count)
                        .multiply(BigInteger.valueOf(figure))
                        .divide(BigInteger.valueOf(counted))
                        .longValueExact();
    }

    /** How many were counted one by one. */
    long counted() {
        long sum = 0;
        for (long times : counts()) {
            sum += times;
        }
        return sum;
    }

    /** How often each of the smallest was met, in the order of their hashes; at most k. */
    public long[] counts() {
        OrderedCounts all = ordered();
        long[] counts = new long[Math.min(all.size(), limit)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = all.count(i);
        }
        return counts;
    }

    /** The smallest hashes in order; at most k. */
    long[] smallest() {
        OrderedCounts all = ordered();
        long[] hashes = new long[Math.min(all.size(), limit)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = all.hash(i);
        }
        return hashes;
    }

    /** The state as text. One entry past the limit stays, so that a reader knows that there were more. */
    String encode() {
        return ordered().encode(limit + 1);
    }

    /** Reads what {@link #encode} wrote. */
    static SmallestHashes decode(String text, int limit) {
        SmallestHashes read = new SmallestHashes(limit);
        read.hold(OrderedCounts.decode(text));
        return read;
    }

    /** Adds what {@link #encode} wrote. */
    void add(String text) {
        merge(decode(text, limit));
    }
}
