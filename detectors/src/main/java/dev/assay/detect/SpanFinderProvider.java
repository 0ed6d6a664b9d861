package dev.assay.detect;

import java.util.List;
import java.util.function.ToIntFunction;

/** Makes a {@link SpanFinder}; found by {@link java.util.ServiceLoader}. */
public interface SpanFinderProvider {
    /** What catalogue entries call the finder by, such as {@code names}. */
    String name();

    /**
     * A finder for one thread. Cheap: what has to be loaded is loaded when text first asks for it.
     *
     * @param detectors index of the entry of an entity type; −1 where the rule set holds none
     * @param models of the workspace's own; those of another provider's are passed over
     */
    SpanFinder finder(ToIntFunction<String> detectors, List<OwnModel> models);
}
