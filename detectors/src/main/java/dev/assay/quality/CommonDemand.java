package dev.assay.quality;

import dev.assay.summary.SuppressionKey;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Whether the most common values of columns are told, and the key their digests are made with. The key is an input of the
 * record like the rules: the same bytes give the same record wherever the key is the same. Immutable, for any number of threads.
 */
public final class CommonDemand {
    /** Nothing is told: without a key anybody could find out which values there are, where they can only be few. */
    public static final CommonDemand NONE = new CommonDemand(null);

    /** Different values of a column that are counted one by one; of more, a sample. */
    static final int HELD = 1 << 10;

    private static final String PURPOSE = "assay most common values";

    private final @Nullable SuppressionKey key;

    private CommonDemand(@Nullable SuppressionKey key) {
        this.key = key;
    }

    /** Digests under a key. */
    public static CommonDemand under(SuppressionKey key) {
        return new CommonDemand(key);
    }

    /** The public name of the key; empty if nothing is told. */
    public Optional<String> keyId() {
        return Optional.ofNullable(key).map(SuppressionKey::id);
    }

    /** A digester for one thread; empty if nothing is told. */
    Optional<Mac> mac() {
        return Optional.ofNullable(key).map(present -> present.mac(PURPOSE));
    }
}
