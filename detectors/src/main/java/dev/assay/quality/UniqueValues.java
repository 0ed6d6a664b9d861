package dev.assay.quality;

import dev.assay.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether values are there twice: exact while at most a limit of different ones was met; after that exact for a sample that
 * a hash of the value chose, of which every occurrence is known. Holds keyed digests and no value.
 *
 * <p>A value belongs to the sample of level L if its {@link dev.assay.summary.ValueHash} begins with L zero bits. The level
 * is the least at which the different values do not exceed the limit. What is dropped at a level has fewer zeros than every
 * later level asks for, so that counts of what stays are complete and the state depends on neither order nor grouping (adaptive
 * sampling, Flajolet 1990). The sample hangs on values alone, not on the key: the same values give the same figures under any.
 */
public final class UniqueValues {
    private static final int ENTRY_BYTES = 2 * Long.BYTES + 1 + Long.BYTES;

    private final int limit;
    private final Map<ValueDigest, Met> met = new HashMap<>();
    private int level;
    private long values;

    /** How often a value was met, and how many zero bits its hash begins with. */
    private static final class Met {
        private final int zeros;
        private long times;

        Met(int zeros) {
            this.zeros = zeros;
        }
    }

    /** @param limit different values that are held, the same for all that merge */
    UniqueValues(int limit) {
        this.limit = limit;
    }

    /** Whether a value's digest is wanted. */
    boolean samples(long hash) {
        return Long.numberOfLeadingZeros(hash) >= level;
    }

    /**
     * Counts a value that so many cells hold.
     *
     * @param digest null if the value is not of the sample
     */
    void add(long hash, @Nullable ValueDigest digest, long times) {
        values += times;
        if (digest != null) {
            put(digest, Long.numberOfLeadingZeros(hash), times);
        }
    }

    private void put(ValueDigest digest, int zeros, long times) {
        if (zeros < level) {
            return;
        }
        met.computeIfAbsent(digest, unused -> new Met(zeros)).times += times;
        while (met.size() > limit) {
            level++;
            met.values().removeIf(one -> one.zeros < level);
        }
    }

    void merge(UniqueValues other) {
        values += other.values;
        raise(other.level);
        other.met.forEach((digest, one) -> put(digest, one.zeros, one.times));
    }

    private void raise(int least) {
        if (least > level) {
            level = least;
            met.values().removeIf(one -> one.zeros < level);
        }
    }

    /** Values met. */
    public long values() {
        return values;
    }

    /** Those that were compared with all others that are equal to them. */
    public long compared() {
        return met.values().stream().mapToLong(one -> one.times).sum();
    }

    /** Of those compared, the ones that repeat another. */
    public long repeats() {
        return compared() - met.size();
    }

    /** The state: base64 of digest, zeros and times of each, in the order of digests. */
    JsonObject toJson() {
        TreeMap<ValueDigest, Met> sorted = new TreeMap<>(met);
        ByteBuffer state = ByteBuffer.allocate(sorted.size() * ENTRY_BYTES);
        sorted.forEach((digest, one) -> state.putLong(digest.high())
                .putLong(digest.low())
                .put((byte) one.zeros)
                .putLong(one.times));
        return JsonObject.builder()
                .put("limit", limit)
                .put("level", level)
                .put("values", values)
                .put("met", Base64.getEncoder().encodeToString(state.array()))
                .build();
    }

    static UniqueValues fromJson(JsonObject json) {
        UniqueValues read = new UniqueValues(json.int32("limit"));
        read.level = json.int32("level");
        read.values = json.integer("values");
        ByteBuffer state = ByteBuffer.wrap(Base64.getDecoder().decode(json.string("met")));
        while (state.hasRemaining()) {
            ValueDigest digest = new ValueDigest(state.getLong(), state.getLong());
            Met one = new Met(state.get());
            one.times = state.getLong();
            read.met.put(digest, one);
        }
        return read;
    }

    int limit() {
        return limit;
    }
}
