package dev.assay.quality;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/** Hashes in their order, none of them negative, and how often each was met. Immutable. */
final class OrderedCounts {
    /** A hash, and a count of at most nine groups of seven bits. */
    private static final int MAX_ENTRY_BYTES = Long.BYTES + 9;

    /** A hash and its count, side by side. */
    private final long[] pairs;

    private final int size;

    private OrderedCounts(long[] pairs, int size) {
        this.pairs = pairs;
        this.size = size;
    }

    /**
     * Takes hashes in their order.
     *
     * @param pairs a hash and its count, side by side; not copied
     */
    static OrderedCounts of(long[] pairs) {
        return new OrderedCounts(pairs, pairs.length / 2);
    }

    /** The smallest of two together, at most so many; counts of the same hash are added. */
    static OrderedCounts merged(OrderedCounts one, OrderedCounts other, int most) {
        long[] pairs = new long[2 * Math.min(most, one.size + other.size)];
        int found = 0;
        int left = 0;
        int right = 0;
        while (2 * found < pairs.length && (left < one.size || right < other.size)) {
            long leftHash = left < one.size ? one.hash(left) : Long.MAX_VALUE;
            long rightHash = right < other.size ? other.hash(right) : Long.MAX_VALUE;
            boolean takesLeft = left < one.size && (leftHash <= rightHash || right == other.size);
            boolean takesRight = right < other.size && (rightHash <= leftHash || left == one.size);
            pairs[2 * found] = takesLeft ? leftHash : rightHash;
            pairs[2 * found + 1] = (takesLeft ? one.count(left) : 0) + (takesRight ? other.count(right) : 0);
            left += takesLeft ? 1 : 0;
            right += takesRight ? 1 : 0;
            found++;
        }
        return new OrderedCounts(pairs, found);
    }

    int size() {
        return size;
    }

    long hash(int place) {
        return pairs[2 * place];
    }

    long count(int place) {
        return pairs[2 * place + 1];
    }

    /**
     * The smallest as text: base64 of how many there are (four bytes), then of each hash, less the one before it (eight bytes),
     * and its count (groups of seven bits, the lowest first, a highest bit saying that more follow). Numbers are
     * little-endian.
     *
     * @param most how many of them
     */
    String encode(int most) {
        int kept = Math.min(size, most);
        ByteBuffer state =
                ByteBuffer.allocate(Integer.BYTES + kept * MAX_ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        state.putInt(kept);
        long before = 0;
        for (int i = 0; i < kept; i++) {
            state.putLong(hash(i) - before);
            putCount(state, count(i));
            before = hash(i);
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(state.array(), state.position()));
    }

    private static void putCount(ByteBuffer state, long count) {
        long rest = count;
        for (; rest >= 0x80; rest >>>= 7) {
            state.put((byte) (rest | 0x80));
        }
        state.put((byte) rest);
    }

    /** Reads what {@link #encode} wrote. */
    static OrderedCounts decode(String text) {
        ByteBuffer state = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        long[] pairs = new long[2 * state.getInt()];
        long hash = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            hash += state.getLong();
            pairs[i] = hash;
            pairs[i + 1] = count(state);
        }
        return of(pairs);
    }

    private static long count(ByteBuffer state) {
        long count = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = state.get();
            count |= (group & 0x7FL) << shift;
            if (group >= 0) {
                return count;
            }
        }
    }
}
