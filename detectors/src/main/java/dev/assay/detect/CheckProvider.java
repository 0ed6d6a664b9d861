package dev.assay.detect;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A source of checks, found with {@link java.util.ServiceLoader}. Each function makes a check from the arguments given in
 * the catalogue, and throws {@link IllegalArgumentException} if they make no sense.
 */
@FunctionalInterface
public interface CheckProvider {
    /** Checks by name. */
    Map<String, Function<List<String>, Check>> checks();
}
