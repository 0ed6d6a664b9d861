package dev.assay.quality;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;

/**
 * How often each of the k smallest hashes was met: while at most k different ones were met, an exact count of everything;
 * after that, exact counts of a sample that hashing chose at random. The smallest k of a whole are among the smallest k of
 * each part that has them, so their counts are complete however the parts are cut and merged (bottom-k sampling, Cohen
 * and Kaplan 2007). Up to 2k entries are held before the larger half is dropped.
 */
public final class SmallestHashes {
    private static final long EMPTY = -1;
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    private final int limit;
    private long[] keys;
    private long[] counts;
    private int size;
    /** No hash above this one can be among the smallest. */
    private long ceiling = Long.MAX_VALUE;

    /**
     * Nothing met yet.
     *
     * @param limit k, the same for all that merge
     */
    SmallestHashes(int limit) {
        this(limit, 16);
    }

    private SmallestHashes(int limit, int slots) {
        this.limit = limit;
        keys = new long[slots];
        Arrays.fill(keys, EMPTY);
        counts = new long[slots];
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
        int at = slot(hash);
        if (keys[at] == EMPTY) {
            keys[at] = hash;
            size++;
            counts[at] = times;
            if (size > 2 * limit) {
                drop();
            } else if (size * 2 > keys.length) {
                resize(keys.length * 2);
            }
        } else {
            counts[at] += times;
        }
    }

    private int slot(long hash) {
        int mask = keys.length - 1;
        int at = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[at] != EMPTY && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void resize(int slots) {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[slots];
        Arrays.fill(keys, EMPTY);
        counts = new long[slots];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY && oldKeys[i] <= ceiling) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    private void drop() {
        long[] sorted = sortedKeys();
        ceiling = sorted[limit];
        size = limit + 1;
        resize(keys.length);
    }

    /** All held, in order; one more than the limit shows that there were more. */
    private long[] sortedKeys() {
        return LongStream.of(keys).filter(key -> key != EMPTY).sorted().toArray();
    }

    void merge(SmallestHashes other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.keys[i] != EMPTY) {
                add(other.keys[i], other.counts[i]);
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
        long[] smallest = smallest();
        long counted = counted();
        if (isExhaustive() || counted == 0) {
            return counted - smallest.length;
        }
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
        return Arrays.stream(counts()).sum();
    }

    /** How often each of the smallest was met, in the order of their hashes; at most k. */
    public long[] counts() {
        return Arrays.stream(smallest()).map(key -> counts[slot(key)]).toArray();
    }

    /** The smallest hashes in order; at most k. */
    long[] smallest() {
        long[] sorted = sortedKeys();
        return sorted.length > limit ? Arrays.copyOf(sorted, limit) : sorted;
    }

    /**
     * The state as text: base64 of hash and count, eight bytes each, in the order of the hashes. One entry past the limit
     * stays, so that a reader knows that there were more.
     */
    String encode() {
        long[] sorted = sortedKeys();
        int kept = Math.min(sorted.length, limit + 1);
        ByteBuffer state = ByteBuffer.allocate(kept * ENTRY_BYTES);
        for (int i = 0; i < kept; i++) {
            state.putLong(sorted[i]).putLong(counts[slot(sorted[i])]);
        }
        return Base64.getEncoder().encodeToString(state.array());
    }

    /** Reads what {@link #encode} wrote. */
    static SmallestHashes decode(String text, int limit) {
        ByteBuffer state = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int entries = state.remaining() / ENTRY_BYTES;
        SmallestHashes read = new SmallestHashes(limit, Math.max(16, Integer.highestOneBit(2 * entries) * 2));
        while (state.hasRemaining()) {
            read.add(state.getLong(), state.getLong());
        }
        return read;
    }
}
