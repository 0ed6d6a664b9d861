package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    private static final int QUICK_DEPTH = 4;

    /** About how many groups are compared with each other, pair by pair. */
    private static final int MOST_GROUPS = 800;

    private static final int FEWEST_A_DETECTOR = 2;

    /** What a byte value weighs in a set when two groups are equally good on the sample. */
    private static final int WEIGHT_OF_SAMPLE = 10_000;

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

    /** Beginnings that share a bucket, and per place where in the sample it fits. Its cheapest partner is remembered. */
    private static final class Group {
        private final List<ByteSet> sets;
        private final long[] fits;
        private final long cost;
        private int partner = -1;
        private long added = Long.MAX_VALUE;

        Group(List<ByteSet> sets, long[] fits, long cost) {
            this.sets = sets;
            this.fits = fits;
            this.cost = cost;
        }
    }

    private final byte[] sample;
    private final int words;
    private List<Group> groups = new ArrayList<>();

    private FrontPlanner(byte[] sample) {
        this.sample = sample;
        words = (sample.length - FrontMasks.DEPTH) / 64;
    }

    /**
     * Makes the masks.
     *
     * @param beginnings one list a detector; first each list is joined to a few groups, then all groups to the buckets
     */
    static FrontMasks plan(List<List<Beginning>> beginnings) {
        return new FrontPlanner(sample()).planned(beginnings);
    }

    private static byte[] sample() {
        try (InputStream in = FrontPlanner.class.getClassLoader().getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + SAMPLE + ".");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private FrontMasks planned(List<List<Beginning>> beginnings) {
        int quota = Math.max(FEWEST_A_DETECTOR, MOST_GROUPS / Math.max(1, beginnings.size()));
        Map<List<ByteSet>, Group> all = new LinkedHashMap<>();
        for (List<Beginning> ofDetector : beginnings) {
            groups = new ArrayList<>();
            for (Beginning beginning : new LinkedHashSet<>(ofDetector)) {
                List<ByteSet> sets = beginning.sets();
                long[] fits = fits(sets);
                groups.add(new Group(sets, fits, cost(sets, sets, fits, fits)));
            }
            joinUntil(quota);
            groups.forEach(group -> all.putIfAbsent(group.sets, group));
        }
        groups = new ArrayList<>(all.values());
        joinUntil(FrontMasks.BUCKETS);
        long[] masks = new long[(FrontMasks.DEPTH + 1) * 256];
        for (int bucket = 0; bucket < groups.size(); bucket++) {
            for (int table = 0; table <= FrontMasks.DEPTH; table++) {
                mark(masks, table, groups.get(bucket).sets.get(table), bucket);
            }
        }
        return new FrontMasks(masks, insideWords(beginnings));
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

    private static void mark(long[] masks, int table, ByteSet set, int bucket) {
        for (int value = 0; value < 256; value++) {
            if (set.contains(value)) {
                masks[table * 256 + value] |= 1L << bucket;
            }
        }
    }

    /** One bit a position of the sample and a place of the sets: whether the byte there is in the set. */
    private long[] fits(List<ByteSet> sets) {
        long[] fits = new long[sets.size() * words];
        for (int place = 0; place < sets.size(); place++) {
            for (int at = 0; at < words * 64; at++) {
                if (sets.get(place).contains(sample[at + place] & 0xFF)) {
                    fits[place * words + at / 64] |= 1L << at;
                }
            }
        }
        return fits;
    }

    /** What the union of two groups lets through: positions after four bytes and, counted double, after all. */
    private long cost(List<ByteSet> sets, List<ByteSet> otherSets, long[] fits, long[] otherFits) {
        long passed = 0;
        for (int word = 0; word < words; word++) {
            long left = -1;
            for (int place = 0; place <= FrontMasks.DEPTH; place++) {
                left &= fits[place * words + word] | otherFits[place * words + word];
                if (place == QUICK_DEPTH) {
                    passed += Long.bitCount(left);
                }
            }
            passed += 2L * Long.bitCount(left);
        }
        long width = 0;
        for (int place = 0; place <= QUICK_DEPTH; place++) {
            width += sets.get(place).union(otherSets.get(place)).size();
        }
        return passed * WEIGHT_OF_SAMPLE + width;
    }

    private void findPartner(Group group) {
        group.partner = -1;
        group.added = Long.MAX_VALUE;
        for (int i = 0; i < groups.size(); i++) {
            Group other = groups.get(i);
            if (other != group) {
                long added = cost(group.sets, other.sets, group.fits, other.fits) - group.cost - other.cost;
                if (added < group.added) {
                    group.added = added;
                    group.partner = i;
                }
            }
        }
    }

    private void joinBest() {
        int best = 0;
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).added < groups.get(best).added) {
                best = i;
            }
        }
        int first = Math.min(best, groups.get(best).partner);
        int second = Math.max(best, groups.get(best).partner);
        Group joined = joined(groups.get(first), groups.get(second));
        groups.set(first, joined);
        groups.remove(second);
        for (Group group : groups) {
            boolean lostPartner = group == joined || group.partner == first || group.partner == second;
            if (lostPartner) {
                findPartner(group);
                continue;
            }
            if (group.partner > second) {
                group.partner--;
            }
            long added = cost(group.sets, joined.sets, group.fits, joined.fits) - group.cost - joined.cost;
            if (added < group.added) {
                group.added = added;
                group.partner = first;
            }
        }
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
        return new Group(sets, fits, cost(sets, sets, fits, fits));
    }
}
