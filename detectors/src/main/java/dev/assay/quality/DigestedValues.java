package dev.assay.quality;

import dev.assay.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * How often each value occurs: exact while at most a limit of different ones was met; after that exact for a sample that
 * a hash of the value chose, of which every occurrence is known. Holds keyed digests and no value.
 *
 * <p>A value belongs to the sample of level L if its {@link dev.assay.summary.ValueHash} begins with L zero bits. The level
 * is the least at which the different values do not exceed the limit. What is dropped at a level has fewer zeros than every
 * later level asks for, so that counts of what stays are complete and the state depends on neither order nor grouping (adaptive
 * sampling, Flajolet 1990). The sample hangs on values alone, not on the key: the same values give the same figures under any.
 *
 * <p>The table is one array, three numbers a slot: the digest's halves, and times with the zeros in the lowest seven bits, 0
 * where a slot is free. Twenty-four bytes a slot, at most three in four taken.
 */
public final class DigestedValues {
    private static final int SLOT = 3;
    private static final int FIRST_SLOTS = 16;
    private static final int ZERO_BITS = 7;
    private static final int ZEROS = (1 << ZERO_BITS) - 1;

    private final int limit;
    private long[] table = new long[FIRST_SLOTS * SLOT];
    private int size;
    private int level;
    private long values;

    /** How often a value of this digest occurs. */
    public record Count(String digest, long times) {}

    /** @param limit different values that are held, the same for all that merge */
    DigestedValues(int limit) {
        this.limit = limit;
    }

    /** Whether a value's digest is wanted. */
    boolean samples(long hash) {
        return Long.numberOfLeadingZeros(hash) >= level;
    }

    /** Counts a value of the sample that so many cells hold. */
    void add(long hash, ValueDigest digest, long times) {
        values += times;
        put(digest.high(), digest.low(), Long.numberOfLeadingZeros(hash), times);
    }

    /** Counts a value that is not of the sample. */
    void addUnsampled(long times) {
        values += times;
    }

    private void put(long high, long low, int zeros, long times) {
        if (zeros < level) {
            return;
        }
        int at = place(high, low);
        if (table[at + 2] == 0) {
            table[at] = high;
            table[at + 1] = low;
            table[at + 2] = zeros;
            size++;
        }
        table[at + 2] += times << ZERO_BITS;
        while (size > limit) {
            level++;
            rebuild(table.length);
        }
        if (size * 4 > table.length / SLOT * 3) {
            rebuild(table.length * 2);
        }
    }

    /** Where a digest is in the table, or would be. Digests are as good as random, so that some bits of one are its hash. */
    private int place(long high, long low) {
        int slots = table.length / SLOT;
        int at = (int) low & (slots - 1);
        while (table[at * SLOT + 2] != 0 && (table[at * SLOT] != high || table[at * SLOT + 1] != low)) {
            at = (at + 1) & (slots - 1);
        }
        return at * SLOT;
    }

    /** Keeps what belongs to the sample of the level. */
    private void rebuild(int length) {
        long[] old = table;
        table = new long[length];
        size = 0;
        for (int from = 0; from < old.length; from += SLOT) {
            if (old[from + 2] != 0 && (old[from + 2] & ZEROS) >= level) {
                System.arraycopy(old, from, table, place(old[from], old[from + 1]), SLOT);
                size++;
            }
        }
    }

    void merge(DigestedValues other) {
        values += other.values;
        if (other.level > level) {
            level = other.level;
            rebuild(table.length);
        }
        for (int at = 0; at < other.table.length; at += SLOT) {
            long counted = other.table[at + 2];
            if (counted != 0) {
                put(other.table[at], other.table[at + 1], (int) (counted & ZEROS), counted >> ZERO_BITS);
            }
        }
    }

    /** Values met. */
    public long values() {
        return values;
    }

    /** Those that were compared with all others that are equal to them. */
    public long compared() {
        long compared = 0;
        for (int at = 2; at < table.length; at += SLOT) {
            compared += table[at] >> ZERO_BITS;
        }
        return compared;
    }

    /** Different values among those compared. */
    public long different() {
        return size;
    }

    /** Of those compared, the ones that repeat another. */
    public long repeats() {
        return compared() - size;
    }

    /**
     * The values that occur most often among those compared, most frequent first, equally frequent ones by digest.
     *
     * @param most how many at most
     * @param fewest how often a value must occur to be told
     */
    public List<Count> mostCommon(int most, long fewest) {
        List<Count> counts = new ArrayList<>();
        for (int at = 0; at < table.length; at += SLOT) {
            long times = table[at + 2] >> ZERO_BITS;
            if (times >= fewest && times > 0) {
                counts.add(new Count(new ValueDigest(table[at], table[at + 1]).hex(), times));
            }
        }
        counts.sort(Comparator.comparingLong((Count count) -> -count.times()).thenComparing(Count::digest));
        return List.copyOf(counts.subList(0, Math.min(most, counts.size())));
    }

    /** The state: base64 of digest, zeros and times of each, times in sevens of bits, in the order of digests. */
    JsonObject toJson() {
        Integer[] sorted = new Integer[size];
        int found = 0;
        for (int at = 0; at < table.length; at += SLOT) {
            if (table[at + 2] != 0) {
                sorted[found++] = at;
            }
        }
        Arrays.sort(
                sorted,
                Comparator.comparing((Integer at) -> table[at], Long::compareUnsigned)
                        .thenComparing(at -> table[at + 1], Long::compareUnsigned));
        ByteArrayOutputStream state = new ByteArrayOutputStream(18 * size);
        for (int at : sorted) {
            state.writeBytes(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(table[at])
                    .putLong(table[at + 1])
                    .array());
            state.write((int) (table[at + 2] & ZEROS));
            long times = table[at + 2] >> ZERO_BITS;
            for (; times > 0x7F; times >>>= 7) {
                state.write((int) (times & 0x7F) | 0x80);
            }
            state.write((int) times);
        }
        return JsonObject.builder()
                .put("limit", limit)
                .put("level", level)
                .put("values", values)
                .put("met", Base64.getEncoder().encodeToString(state.toByteArray()))
                .build();
    }

    static DigestedValues fromJson(JsonObject json) {
        DigestedValues read = new DigestedValues(json.int32("limit"));
        read.level = json.int32("level");
        read.values = json.integer("values");
        ByteBuffer state = ByteBuffer.wrap(Base64.getDecoder().decode(json.string("met")));
        while (state.hasRemaining()) {
            long high = state.getLong();
            long low = state.getLong();
            int zeros = state.get();
            long times = 0;
            int shift = 0;
            byte part;
            do {
                part = state.get();
                times |= (part & 0x7FL) << shift;
                shift += 7;
            } while (part < 0);
            read.put(high, low, zeros, times);
        }
        return read;
    }

    int limit() {
        return limit;
    }
}
