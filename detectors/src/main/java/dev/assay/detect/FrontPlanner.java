package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Sorts the beginnings of shapes into the buckets of {@link FrontMasks}: while there are more groups than buckets, the two
 * are joined whose union lets the least additional text through. How much a group lets through is counted on a sample of
 * mixed prose, logs, tables and programs. A bad judgement costs time, never a match.
 */
final class FrontPlanner {
    private static final String SAMPLE = "dev/assay/detect/front-sample.txt";

    /** After how many bytes {@link ScalarFront} drops what does not fit. */
    private static final int[] STEPS = {4, 8, FrontMasks.DEPTH};

    /** What a position costs that is let through by a step; about the steps of the automaton that follow the last. */
    private static final long[] COST = {10_000, 10_000, 100_000};

    /** About how many groups are compared with each other, pair by pair. */
    private static final int MOST_GROUPS = 800;

    private static final int FEWEST_A_DETECTOR = 2;

    private static final long LARGE = Long.MAX_VALUE / 4;

    /**
     * One beginning.
     *
     * @param before what may stand before it
     * @param bytes the sets of its first bytes
     */
    record Beginning(ByteSet before, List<ByteSet> bytes) {
        Beginning {
            bytes = List.copyOf(bytes);
        }

        /** The byte before and the first bytes, as one list. */
        List<ByteSet> sets() {
            List<ByteSet> sets = new ArrayList<>(List.of(before));
            sets.addAll(bytes);
            return sets;
        }
    }

    /**
     * What came out.
     *
     * @param buckets of each list of beginnings, those it is in
     */
    record Planned(FrontMasks masks, List<Long> buckets) {}

    /** Beginnings that share a bucket, and per place where in the sample it fits. Its cheapest partner is remembered. */
    private static final class Group {
        private final List<ByteSet> sets;
        private final long[] fits;

        /** The positions let through after each step. */
        private final long[] passed;

        private final BitSet members = new BitSet();
        private int partner = -1;
        private long added = LARGE;

        Group(List<ByteSet> sets, long[] fits, long[] passed) {
            this.sets = sets;
            this.fits = fits;
            this.passed = passed;
        }
    }

    private final byte[] sample;

    /** The positions of the sample that are looked at, and how many numbers have a bit for each. */
    private final int[] positions;

    private final int words;

    /** Where a byte of a set stands so far behind the positions, a bit each. */
    private final Map<Fit, long[]> known = new HashMap<>();

    private List<Group> groups = new ArrayList<>();

    private record Fit(ByteSet set, int place) {}

    private FrontPlanner(byte[] sample, int[] positions) {
        this.sample = sample;
        this.positions = positions;
        words = (positions.length + 63) / 64;
    }

    /**
     * Makes the masks.
     *
     * @param beginnings one list a detector; first each list is joined to a few groups, then all groups to the buckets
     * @param most how many buckets, up to {@link FrontMasks#BUCKETS}
     * @param positions those of the {@link #sample} that are looked at
     */
    static Planned plan(List<List<Beginning>> beginnings, int most, int[] positions) {
        return new FrontPlanner(sample(), positions).planned(beginnings, most);
    }

    /** The text beginnings are judged by, with as many separators at both ends as a batch has. */
    static byte[] sample() {
        try (InputStream in = FrontPlanner.class.getClassLoader().getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + SAMPLE + ".");
            }
            byte[] text = in.readAllBytes();
            CellBatch batch = new CellBatch(text.length);
            batch.add(text, 0, text.length);
            return Arrays.copyOf(batch.bytes(), batch.limit() + CellBatch.PADDING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Planned planned(List<List<Beginning>> beginnings, int most) {
        int quota = Math.max(FEWEST_A_DETECTOR, MOST_GROUPS / Math.max(1, beginnings.size()));
        Map<List<ByteSet>, Group> all = new LinkedHashMap<>();
        for (int list = 0; list < beginnings.size(); list++) {
            groups = new ArrayList<>();
            for (Beginning beginning : new LinkedHashSet<>(beginnings.get(list))) {
                List<ByteSet> sets = beginning.sets();
                long[] fits = fits(sets);
                groups.add(new Group(sets, fits, passed(fits)));
            }
            joinUntil(quota);
            for (Group group : groups) {
                all.computeIfAbsent(group.sets, unused -> group).members.set(list);
            }
        }
        groups = new ArrayList<>(all.values());
        joinUntil(most);
        long[] masks = new long[(FrontMasks.DEPTH + 1) * 256];
        long[] buckets = new long[beginnings.size()];
        for (int bucket = 0; bucket < groups.size(); bucket++) {
            long bit = 1L << bucket;
            for (int table = 0; table <= FrontMasks.DEPTH; table++) {
                mark(masks, table, groups.get(bucket).sets.get(table), bit);
            }
            groups.get(bucket).members.stream().forEach(list -> buckets[list] |= bit);
        }
        return new Planned(
                new FrontMasks(masks, insideWords(beginnings)),
                Arrays.stream(buckets).boxed().toList());
    }

    private static ByteSet insideWords(List<List<Beginning>> beginnings) {
        ByteSet inside = ByteSet.NONE;
        for (List<Beginning> ofDetector : beginnings) {
            for (Beginning beginning : ofDetector) {
                if (beginning.before().intersects(Places.WORD)) {
                    inside = inside.union(beginning.bytes().get(0));
                }
            }
        }
        return inside;
    }

    private void joinUntil(int most) {
        if (groups.size() > most) {
            groups.forEach(this::findPartner);
        }
        while (groups.size() > most) {
            joinBest();
        }
    }

    private static void mark(long[] masks, int table, ByteSet set, long bit) {
        for (int value = 0; value < 256; value++) {
            if (set.contains(value)) {
                masks[table * 256 + value] |= bit;
            }
        }
    }

    /** One bit a position of the sample and a place of the sets: whether the byte there is in the set. */
    private long[] fits(List<ByteSet> sets) {
        long[] fits = new long[sets.size() * words];
        for (int place = 0; place < sets.size(); place++) {
            System.arraycopy(
                    known.computeIfAbsent(new Fit(sets.get(place), place), this::fits), 0, fits, place * words, words);
        }
        return fits;
    }

    private long[] fits(Fit fit) {
        long[] fits = new long[words];
        for (int i = 0; i < positions.length; i++) {
            if (fit.set.contains(sample[positions[i] - 1 + fit.place] & 0xFF)) {
                fits[i / 64] |= 1L << i;
            }
        }
        return fits;
    }

    private long[] passed(long[] fits) {
        long[] passed = new long[STEPS.length * words];
        for (int word = 0; word < words; word++) {
            long left = -1;
            int place = 0;
            for (int step = 0; step < STEPS.length; step++) {
                for (; place <= STEPS[step]; place++) {
                    left &= fits[place * words + word];
                }
                passed[step * words + word] = left;
            }
        }
        return passed;
    }

    /**
     * What two groups cost more when they share a bucket: the positions let through that neither lets through alone, each
     * by what the next step costs.
     *
     * @param most above this, any number above it will do
     */
    private long added(Group one, Group other, long most) {
        long added = 0;
        for (int place = 0; place <= STEPS[0]; place++) {
            added += one.sets.get(place).union(other.sets.get(place)).size();
        }
        for (int word = 0; word < words && added < most; word++) {
            long left = -1;
            int place = 0;
            for (int step = 0; step < STEPS.length && left != 0; step++) {
                for (; place <= STEPS[step] && left != 0; place++) {
                    left &= one.fits[place * words + word] | other.fits[place * words + word];
                }
                int at = step * words + word;
                added += Long.bitCount(left & ~(one.passed[at] | other.passed[at])) * COST[step];
            }
        }
        return added;
    }

    private void findPartner(Group group) {
        group.partner = -1;
        group.added = LARGE;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i) != group) {
                offer(group, groups.get(i), i);
            }
        }
    }

    private void offer(Group group, Group other, int place) {
        long added = added(group, other, group.added);
        if (added < group.added) {
            group.added = added;
            group.partner = place;
        }
    }

    private void joinBest() {
        int best = best();
        while (groups.get(best).partner < 0) {
            findPartner(groups.get(best));
            best = best();
        }
        int first = Math.min(best, groups.get(best).partner);
        int second = Math.max(best, groups.get(best).partner);
        Group joined = joined(groups.get(first), groups.get(second));
        groups.set(first, joined);
        groups.remove(second);
        findPartner(joined);
        for (Group group : groups) {
            if (group != joined) {
                if (group.partner == first || group.partner == second) {
                    // Looked for anew when it is the best: what it was good for is about what it still is.
                    group.partner = -1;
                } else if (group.partner > second) {
                    group.partner--;
                }
                offer(group, joined, first);
            }
        }
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).added < groups.get(best).added) {
                best = i;
            }
        }
        return best;
    }

    private Group joined(Group one, Group other) {
        List<ByteSet> sets = new ArrayList<>();
        for (int place = 0; place <= FrontMasks.DEPTH; place++) {
            sets.add(one.sets.get(place).union(other.sets.get(place)));
        }
        long[] fits = new long[one.fits.length];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = one.fits[i] | other.fits[i];
        }
        Group joined = new Group(sets, fits, passed(fits));
        joined.members.or(one.members);
        joined.members.or(other.members);
        return joined;
    }
}
