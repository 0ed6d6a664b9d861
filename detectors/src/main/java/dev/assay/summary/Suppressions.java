package dev.assay.summary;

import dev.assay.config.ConfigException;
import dev.assay.config.Suppression;
import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Shape;
import dev.assay.detect.shape.ShapeException;
import dev.assay.json.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a policy that a scan must look at findings for: lists of values and patterns. What they match is
 * counted apart under the entry's id, whatever the day; whether it counts as suppressed is for the policy's verdict to
 * say. Immutable, for any number of threads.
 *
 * <p>A finding that several entries match is counted under the one that expires last: if any of them is in force on some
 * day, that one is. No clock is asked for that.
 */
public final class Suppressions {
    /** No entries. */
    public static final Suppressions NONE = new Suppressions(List.of(), null);

    private static final int MOST_STATES = 20_000;
    private static final Comparator<Suppression> LASTING_FIRST =
            Comparator.comparing(Suppression::expires).reversed().thenComparing(Suppression::id);

    private final List<Entry> entries;
    private final @Nullable SuppressionKey key;

    private Suppressions(List<Entry> entries, @Nullable SuppressionKey key) {
        this.entries = entries;
        this.key = key;
    }

    /**
     * The entries of a policy, made ready.
     *
     * @param key the workspace's key, if it has one
     * @throws ConfigException with every pattern that cannot be read and every list whose digests were made with another
     *     key, which would match nothing and say so nowhere
     */
    public static Suppressions of(List<Suppression> policy, Optional<SuppressionKey> key) {
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        policy.stream().filter(Suppression::looksAtText).sorted(LASTING_FIRST).forEach(entry -> {
            requireKey(entry, key, problems);
            entries.add(new Entry(entry, digests(entry), automaton(entry, problems)));
        });
        if (!problems.isEmpty()) {
            throw new ConfigException("The policy's suppressions cannot be used: " + String.join(" · ", problems));
        }
        return entries.isEmpty() ? NONE : new Suppressions(List.copyOf(entries), key.orElse(null));
    }

    private static void requireKey(Suppression entry, Optional<SuppressionKey> key, List<String> problems) {
        boolean fits = entry.values().isEmpty()
                || key.filter(own -> own.id().equals(entry.valueKey())).isPresent();
        if (!fits) {
            String own = key.map(one -> "this workspace's is " + one.id()).orElse("this workspace has none");
            problems.add("`" + entry.id() + "`: its values were digested with the key " + entry.valueKey() + ", and "
                    + own + "; copy that key's file here, or make the digests anew with `assay digest`");
        }
    }

    private static Set<Digest> digests(Suppression entry) {
        Set<Digest> digests = new HashSet<>();
        entry.values().forEach(value -> digests.add(Digest.of(HexFormat.of().parseHex(value))));
        return digests;
    }

    private static @Nullable Dfa automaton(Suppression entry, List<String> problems) {
        List<Shape> shapes = new ArrayList<>();
        for (String pattern : entry.patterns()) {
            try {
                Shape shape = Shape.parse(pattern);
                if (shape.matchesEmpty()) {
                    problems.add("`" + entry.id() + "`: the pattern `" + pattern + "` matches the empty text");
                }
                shapes.add(shape);
            } catch (ShapeException wrong) {
                problems.add("`" + entry.id() + "`: the pattern `" + pattern + "`: " + wrong.getMessage());
            }
        }
        try {
            return shapes.isEmpty() ? null : Dfa.of(shapes, MOST_STATES);
        } catch (ShapeException large) {
            problems.add("`" + entry.id() + "`: " + large.getMessage());
            return null;
        }
    }

    /** Digests of what the entries match, by id; part of what a manifest's counts depend on. */
    public SortedMap<String, String> digests() {
        TreeMap<String, String> digests = new TreeMap<>();
        entries.forEach(entry -> digests.put(entry.listed().id(), entry.listed().matchSha256()));
        return digests;
    }

    /** One digest over all entries in the order they are asked; that of nothing if there are none. */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.listed().id())
                .append(' ')
                .append(entry.listed().matchSha256())
                .append('\n'));
        return Sha256.hex(text.toString());
    }

    /** What asks the entries about the findings of one column; for one thread. */
    Matcher matcher(String column) {
        List<Entry> here = entries.stream()
                .filter(entry -> entry.listed().columns().isEmpty()
                        || entry.listed().columns().stream().anyMatch(glob -> glob.matches(column)))
                .toList();
        boolean digested = here.stream().anyMatch(entry -> !entry.digests().isEmpty());
        return new Matcher(column, here, digested && key != null ? key.mac() : null);
    }

    private record Entry(
            Suppression listed,
            Set<Digest> digests,
            @Nullable Dfa patterns) {}

    /** A digest's 32 bytes as a key of a set. */
    private record Digest(long a, long b, long c, long d) {
        static Digest of(byte[] bytes) {
            return new Digest(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
        }

        private static long word(byte[] bytes, int from) {
            long word = 0;
            for (int i = from; i < from + Long.BYTES; i++) {
                word = word << 8 | (bytes[i] & 0xFF);
            }
            return word;
        }
    }

    /** Asks the entries that concern one column. */
    static final class Matcher {
        private final String column;
        private final List<Entry> entries;
        private final @Nullable Mac mac;

        private Matcher(String column, List<Entry> entries, @Nullable Mac mac) {
            this.column = column;
            this.entries = entries;
            this.mac = mac;
        }

        boolean isIdle() {
            return entries.isEmpty();
        }

        /** Place of the entry that a finding is counted under, from 0; −1 if none matches it. */
        int match(String entity, byte[] bytes, int start, int end) {
            Digest digest = null;
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                if (!entry.listed().takes(entity, column)) {
                    continue;
                }
                if (mac != null && digest == null && !entry.digests().isEmpty()) {
                    mac.update(bytes, start, end - start);
                    digest = Digest.of(mac.doFinal());
                }
                if ((digest != null && entry.digests().contains(digest))
                        || (entry.patterns() != null && accepts(entry.patterns(), bytes, start, end))) {
                    return i;
                }
            }
            return -1;
        }

        /** Id of an entry by its place; empty for −1. */
        String id(int place) {
            return place < 0 ? "" : entries.get(place).listed().id();
        }

        private static boolean accepts(Dfa patterns, byte[] bytes, int start, int end) {
            int state = patterns.start();
            for (int at = start; at < end && state != Dfa.DEAD; at++) {
                state = patterns.step(state, bytes[at]);
            }
            return patterns.accepts(state);
        }
    }
}
