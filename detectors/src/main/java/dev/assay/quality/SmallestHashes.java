package dev.assay.quality;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How often each of the k smallest hashes was met: while at most k different ones were met, an exact count of everything;
 * after that, exact counts of a sample that hashing chose at random. The smallest k of a whole are among the smallest k of
 * each part that has them, so their counts are complete however the parts are cut and merged (bottom-k sampling, Cohen
 * and Kaplan 2007). Up to 2k entries are held before the larger half is dropped.
 */
public final class SmallestHashes {
    private static final long EMPTY = -1;
    /** Two numbers of at most nine groups of seven bits, none of them negative. */
    private static final int MAX_ENTRY_BYTES = 2 * 9;

    /** Of some thousand hashes, most of them met once. */
    private static final int USUAL_ENTRY_BYTES = 9;

    private static final int FIRST_SLOTS = 16;

    private final int limit;
    /** Slots of a hash and its count, side by side so that looking one up touches one line of memory. */
    private long[] table;

    private int size;
    /** No hash above this one can be among the smallest. */
    private long ceiling = Long.MAX_VALUE;
    /** All held, in order; null from a change to the next question. */
    private long @Nullable [] inOrder;

    /**
     * Nothing met yet.
     *
     * @param limit k, the same for all that merge
     */
    SmallestHashes(int limit) {
        this.limit = limit;
        table = emptyTable(FIRST_SLOTS);
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
        inOrder = null;
        int at = place(hash);
        if (table[at] == EMPTY) {
            table[at] = hash;
            size++;
            table[at + 1] = times;
            if (size > 2 * limit) {
                drop();
            } else if (size * 4 > table.length) {
                resize(table.length);
            }
        } else {
            table[at + 1] += times;
        }
    }

    /** Where in the table a hash is, or would be. */
    private int place(long hash) {
        int mask = table.length - 2;
        int at = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 39) & mask;
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

    /** All held, in order; one more than the limit shows that there were more. */
    private long[] sortedKeys() {
        long[] sorted = inOrder;
        if (sorted == null) {
            sorted = keys();
            Arrays.sort(sorted);
            inOrder = sorted;
        }
        return sorted;
    }

    void merge(SmallestHashes other) {
        if (size == 0 && limit == other.limit) {
            table = other.table.clone();
            size = other.size;
            ceiling = other.ceiling;
            inOrder = other.inOrder;
            return;
        }
        for (int at = 0; at < other.table.length; at += 2) {
            if (other.table[at] != EMPTY) {
                add(other.table[at], other.table[at + 1]);
            }
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
        if (isExhaustive()) {
            for (int at = 0; at < table.length; at += 2) {
                sum += table[at] == EMPTY ? 0 : table[at + 1];
            }
            return sum;
        }
        for (long times : counts()) {
            sum += times;
        }
        return sum;
    }

    /** How often each of the smallest was met, in the order of their hashes; at most k. */
    public long[] counts() {
        long[] counts = smallest();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(counts[i]);
        }
        return counts;
    }

    private long count(long hash) {
        return table[place(hash) + 1];
    }

    /** The smallest hashes in order; at most k. */
    long[] smallest() {
        long[] sorted = sortedKeys();
        return Arrays.copyOf(sorted, Math.min(sorted.length, limit));
    }

    /**
     * The state as text: base64 of each hash, less the one before it, and its count, in the order of the hashes; both in groups
     * of seven bits, the lowest first, a highest bit saying that more follow. One entry past the limit stays, so that a reader
     * knows that there were more.
     */
    String encode() {
        long[] sorted = sortedKeys();
        int kept = Math.min(sorted.length, limit + 1);
        ByteBuffer state = ByteBuffer.allocate(kept * MAX_ENTRY_BYTES);
        long before = 0;
        for (int i = 0; i < kept; i++) {
            put(state, sorted[i] - before);
            put(state, count(sorted[i]));
            before = sorted[i];
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(state.array(), state.position()));
    }

    private static void put(ByteBuffer state, long number) {
        long rest = number;
        for (; rest >= 0x80; rest >>>= 7) {
            state.put((byte) (rest | 0x80));
        }
        state.put((byte) rest);
    }

    private static long take(ByteBuffer state) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = state.get();
            number |= (group & 0x7FL) << shift;
            if (group >= 0) {
                return number;
            }
        }
    }

    /** Reads what {@link #encode} wrote. */
    static SmallestHashes decode(String text, int limit) {
        SmallestHashes read = new SmallestHashes(limit);
        read.add(text);
        return read;
    }

    /** Adds what {@link #encode} wrote. */
    void add(String text) {
        ByteBuffer state = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int slots = Integer.highestOneBit(Math.max(1, 2 * (state.remaining() / USUAL_ENTRY_BYTES))) * 2;
        if (size == 0 && 2 * slots > table.length) {
            table = emptyTable(slots);
        }
        long hash = 0;
        while (state.hasRemaining()) {
            hash += take(state);
            add(hash, take(state));
        }
    }
}
