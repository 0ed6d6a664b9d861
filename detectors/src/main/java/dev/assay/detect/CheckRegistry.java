package dev.assay.detect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** All checks by name. Immutable and shared by all threads. */
public final class CheckRegistry {
    private final Map<String, Function<List<String>, Check>> makers;

    private CheckRegistry(Map<String, Function<List<String>, Check>> makers) {
        this.makers = makers;
    }

    /** The checks of every provider on the class path. */
    public static CheckRegistry loaded() {
        return Loaded.REGISTRY;
    }

    /** The checks of the given providers. */
    static CheckRegistry of(Iterable<CheckProvider> providers) {
        Map<String, Function<List<String>, Check>> makers = new TreeMap<>();
        for (CheckProvider provider : providers) {
            provider.checks().forEach((name, maker) -> {
                if (makers.put(name, maker) != null) {
                    throw new IllegalStateException("Two providers make a check named `" + name + "`.");
                }
            });
        }
        return new CheckRegistry(Collections.unmodifiableMap(makers));
    }

    /** The check of this name; empty if there is none. */
    public Optional<Check> find(String name, List<String> args) {
        return Optional.ofNullable(makers.get(name)).map(maker -> maker.apply(args));
    }

    /** The check that a catalogue entry asks for, such as {@code luhn} or {@code digits(13, 19)}. */
    Optional<Check> find(String call) {
        int open = call.indexOf('(');
        if (open < 0) {
            return find(call.strip(), List.of());
        }
        if (!call.endsWith(")")) {
            throw new IllegalArgumentException("`" + call + "` lacks its closing bracket");
        }
        String inside = call.substring(open + 1, call.length() - 1).strip();
        List<String> args = inside.isEmpty()
                ? List.of()
                : List.of(inside.split(",", -1)).stream().map(String::strip).toList();
        return find(call.substring(0, open).strip(), args);
    }

    /** The names of all checks. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(makers.keySet()));
    }

    private static final class Loaded {
        static final CheckRegistry REGISTRY =
                of(ServiceLoader.load(CheckProvider.class, CheckProvider.class.getClassLoader()));
    }
}
