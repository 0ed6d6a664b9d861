package dev.assay.gate;

import dev.assay.config.BytesVerification;
import java.util.List;

/**
 * How much of a dataset the gate reads before it believes that the bytes are those that were scanned.
 *
 * @param way what is read, and what is believed
 * @param paths the only files the run reads, sorted, at least one of a {@link BytesVerification#SUBSET}; none otherwise,
 *     which means all
 */
public record BytesMode(BytesVerification way, List<String> paths) {
    public static final BytesMode FULL = new BytesMode(BytesVerification.FULL, List.of());
    public static final BytesMode CHUNKS = new BytesMode(BytesVerification.CHUNKS, List.of());
    public static final BytesMode TRUST_STORAGE = new BytesMode(BytesVerification.TRUST_STORAGE, List.of());

    /** @throws IllegalArgumentException if a subset names no file, or another way names some */
    public BytesMode {
        paths = paths.stream().distinct().sorted().toList();
        if ((way == BytesVerification.SUBSET) == paths.isEmpty()) {
            throw new IllegalArgumentException("A subset names at least one file, and nothing else names any.");
        }
    }

    /** The files the run reads, and no others. */
    public static BytesMode subset(List<String> paths) {
        return new BytesMode(BytesVerification.SUBSET, paths);
    }
}
