package dev.assay.format;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file says of itself beside its cells, without values that may hold anything.
 *
 * @param writer program and version that wrote it; {@value #OTHER} if it is not known by name, empty if none is given
 * @param keys of its metadata; {@value #OTHER} for those that are no plain names
 * @param licence SPDX identifier that its metadata gives
 */
public record EmbeddedFacts(String writer, Set<String> keys, Optional<String> licence) {
    /** Stands for what is not spelled out. */
    public static final String OTHER = "other";

    public EmbeddedFacts {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
}
