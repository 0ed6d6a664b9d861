package dev.assay.quality;

import dev.assay.config.ConfigException;
import dev.assay.json.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The runs of words of evaluation sets, by hash, and which items hold them. A cell of thirteen words and more is cut into
 * runs of thirteen, one of eight to twelve into runs of eight, a shorter one gives none: runs of eight to thirteen words, by
 * length, are what Brown et al. (2020, appendix C) compare. A run that more than {@value #TEMPLATE} items of a set share is
 * part of its template and left out. Immutable, for any number of threads.
 */
public final class EvaluationSets {
    /** No sets. */
    public static final EvaluationSets NONE = new Builder().build();

    /** Part of the manifest: how texts were compared. */
    public static final String METHOD = "word-runs-13-8";

    static final int LONG_RUN = 13;
    static final int SHORT_RUN = 8;

    private static final int TEMPLATE = 10;
    private static final int MOST_RUNS = 2_000_000;
    private static final int FILTER_BITS = 24;

    private final List<Set> sets;
    /** All runs, in order, each once. */
    private final long[] runs;
    /** Open addressing: place in {@link #runs}, plus one. */
    private final int[] table;
    /** A bit for the top bits of each run: most words of other text end here. */
    private final long[] filter;

    /**
     * One set.
     *
     * @param name by which its owner knows it
     * @param root Merkle root of its files
     * @param items rows
     * @param runsOfItems for each item that can be compared, its runs as places in the index
     */
    private record Set(String name, String root, long items, List<int[]> runsOfItems) {}

    private EvaluationSets(List<Set> sets, long[] runs) {
        this.sets = sets;
        this.runs = runs;
        table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, runs.length)) * 4)];
        filter = new long[runs.length == 0 ? 0 : 1 << (FILTER_BITS - 6)];
        for (int i = 0; i < runs.length; i++) {
            int at = slot(runs[i]);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = i + 1;
            int bit = (int) (runs[i] >>> (Long.SIZE - FILTER_BITS));
            filter[bit >> 6] |= 1L << bit;
        }
    }

    private int slot(long run) {
        return (int) (run ^ (run >>> 20)) & (table.length - 1);
    }

    public boolean isEmpty() {
        return sets.isEmpty();
    }

    /** Place of a run in the index; −1 if no item holds it. */
    int find(long run) {
        int bit = (int) (run >>> (Long.SIZE - FILTER_BITS));
        if ((filter[bit >> 6] & (1L << bit)) == 0) {
            return -1;
        }
        for (int at = slot(run); table[at] != 0; at = (at + 1) & (table.length - 1)) {
            if (runs[table[at] - 1] == run) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    /** One digest over all sets; part of what a manifest's counts depend on. */
    public String sha256() {
        StringBuilder text = new StringBuilder(METHOD);
        sets.forEach(set -> text.append('\n').append(set.name()).append(' ').append(set.root()));
        return Sha256.hex(text.toString());
    }

    /**
     * What of each set was met.
     *
     * @param seen places of the runs that were
     */
    public List<Overlap> overlaps(BitSet seen) {
        return sets.stream().map(set -> overlap(set, seen)).toList();
    }

    private static Overlap overlap(Set set, BitSet seen) {
        long touched = 0;
        long mostly = 0;
        for (int[] runsOfItem : set.runsOfItems()) {
            long met = Arrays.stream(runsOfItem).filter(seen::get).count();
            touched += met > 0 ? 1 : 0;
            mostly += 2 * met >= runsOfItem.length ? 1 : 0;
        }
        return new Overlap(
                set.name(), set.root(), set.items(), set.runsOfItems().size(), touched, mostly);
    }

    /**
     * How much of an evaluation set is in the data.
     *
     * @param name of the set
     * @param root Merkle root of its files
     * @param items its rows
     * @param comparable those with a run that is not part of the template
     * @param seen those of which the data hold a run
     * @param mostlySeen those of which they hold half the runs or more
     */
    public record Overlap(String name, String root, long items, long comparable, long seen, long mostlySeen) {}

    /** Takes the cells of the sets, in any order within a set. */
    public static final class Builder {
        private final List<Set> sets = new ArrayList<>();
        private final WordRuns words = new WordRuns();
        private final List<long[]> runsOfSets = new ArrayList<>();
        private final List<int[]> itemsOfSets = new ArrayList<>();
        private long[] runs = new long[0];
        private int[] items = new int[0];
        private int size;
        private long total;

        /** No sets yet. */
        public Builder() {}

        /**
         * Takes a cell of the set that {@link #endSet} will name.
         *
         * @param item which item of the set it belongs to
         */
        public void cell(int item, byte[] bytes, int start, int end) {
            words.each(bytes, start, end, WordRuns.Cut.BY_LENGTH, run -> {
                if (size == runs.length) {
                    if (size + total >= MOST_RUNS) {
                        throw new ConfigException("The evaluation sets have more than " + MOST_RUNS
                                + " runs of words; name fewer under `scan.evaluation-sets`.");
                    }
                    runs = Arrays.copyOf(runs, (int) Math.min(MOST_RUNS, Math.max(1024, 2L * size)));
                    items = Arrays.copyOf(items, runs.length);
                }
                runs[size] = run;
                items[size++] = item;
            });
        }

        /** Ends a set: the cells taken since the last one are its. */
        public void endSet(String name, String root, long itemsOfSet) {
            sets.add(new Set(name, root, itemsOfSet, List.of()));
            runsOfSets.add(Arrays.copyOf(runs, size));
            itemsOfSets.add(Arrays.copyOf(items, size));
            total += size;
            size = 0;
        }

        public EvaluationSets build() {
            long[] all = runsOfSets.stream()
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .distinct()
                    .toArray();
            List<Set> finished = new ArrayList<>();
            for (int set = 0; set < sets.size(); set++) {
                Set begun = sets.get(set);
                finished.add(new Set(begun.name(), begun.root(), begun.items(), runsOfItems(set, all)));
            }
            return new EvaluationSets(List.copyOf(finished), all);
        }

        /** The runs of each item that has some, without the template's. */
        private List<int[]> runsOfItems(int set, long[] all) {
            int[] itemOf = itemsOfSets.get(set);
            int[] places = Arrays.stream(runsOfSets.get(set))
                    .mapToInt(run -> Arrays.binarySearch(all, run))
                    .toArray();
            // Item and place in one number each, so that they sort and repeat no more.
            long[] pairs = IntStream.range(0, places.length)
                    .mapToLong(i -> ((long) itemOf[i] << Integer.SIZE) | places[i])
                    .sorted()
                    .distinct()
                    .toArray();
            int[] holders = new int[all.length];
            for (long pair : pairs) {
                holders[(int) pair]++;
            }
            List<int[]> runsOfItems = new ArrayList<>();
            int from = 0;
            while (from < pairs.length) {
                long item = pairs[from] >> Integer.SIZE;
                int to = from;
                while (to < pairs.length && pairs[to] >> Integer.SIZE == item) {
                    to++;
                }
                int[] own = Arrays.stream(pairs, from, to)
                        .mapToInt(pair -> (int) pair)
                        .filter(place -> holders[place] <= TEMPLATE)
                        .toArray();
                if (own.length > 0) {
                    runsOfItems.add(own);
                }
                from = to;
            }
            return List.copyOf(runsOfItems);
        }
    }
}
