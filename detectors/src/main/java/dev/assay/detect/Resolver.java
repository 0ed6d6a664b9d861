package dev.assay.detect;

import java.util.Arrays;

/**
 * Settles which of overlapping candidates wins: higher confidence, then higher specificity, then the longer, then the
 * detector that comes first, then the earlier start. A winner overlaps no other winner; a loser is kept as an alternative
 * of the best winner it overlaps. In n log n, however many overlap. Not thread-safe.
 *
 * <p>Candidates that overlap in a chain form a cluster. The distinct starts in a cluster are its slots; two intervals
 * overlap exactly if both hold the later of their two starts, so it is enough to note per slot who won it. A segment tree
 * over the slots answers who is the best winner within an interval.
 */
final class Resolver {
    private static final int NOBODY = Integer.MAX_VALUE;

    private final int[] specificities;
    private final IndexSort sort = new IndexSort();
    private final IndexSort.Order byPosition = this::standsBefore;
    private final IndexSort.Order byRank = this::beats;
    private Candidates candidates = new Candidates();
    private int[] order = new int[256];
    private int[] ranked = new int[256];
    private int[] slotStarts = new int[256];
    private int[] tree = new int[512];

    /** A resolver for a rule set, given each detector's specificity. */
    Resolver(int[] specificities) {
        this.specificities = specificities.clone();
    }

    /** Sorts and resolves a batch's candidates into findings. */
    void resolve(Candidates found, CellBatch batch, Findings into) {
        candidates = found;
        int size = found.size();
        if (order.length < size) {
            order = new int[Math.max(size, order.length * 2)];
            ranked = new int[order.length];
        }
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        sort.sort(order, 0, size, byPosition);
        int cell = 0;
        for (int i = 0; i < size; i++) {
            int candidate = order[i];
            while (batch.end(cell) <= found.start(candidate)) {
                cell++;
            }
            int cellStart = batch.start(cell);
            into.add(
                    cell,
                    found.start(candidate) - cellStart,
                    found.end(candidate) - cellStart,
                    found.detector(candidate),
                    found.confidence(candidate),
                    found.findingClass(candidate));
        }
        int from = 0;
        while (from < size) {
            int reach = found.end(order[from]);
            int to = from + 1;
            while (to < size && found.start(order[to]) < reach) {
                reach = Math.max(reach, found.end(order[to]));
                to++;
            }
            if (to > from + 1) {
                settle(from, to, into);
            }
            from = to;
        }
    }

    private boolean standsBefore(int one, int other) {
        int difference = Integer.compare(candidates.start(one), candidates.start(other));
        if (difference == 0) {
            difference = Integer.compare(candidates.end(other), candidates.end(one));
        }
        if (difference == 0) {
            difference = Integer.compare(candidates.detector(one), candidates.detector(other));
        }
        return difference <= 0;
    }

    /** Whether the candidate at one place of the order beats the one at another. */
    private boolean beats(int onePlace, int otherPlace) {
        int one = order[onePlace];
        int other = order[otherPlace];
        int difference = Integer.compare(candidates.confidence(other), candidates.confidence(one));
        if (difference == 0) {
            difference =
                    Integer.compare(specificities[candidates.detector(other)], specificities[candidates.detector(one)]);
        }
        if (difference == 0) {
            difference = Integer.compare(length(other), length(one));
        }
        if (difference == 0) {
            difference = Integer.compare(candidates.detector(one), candidates.detector(other));
        }
        return difference != 0 ? difference < 0 : onePlace < otherPlace;
    }

    private int length(int candidate) {
        return candidates.end(candidate) - candidates.start(candidate);
    }

    private void settle(int from, int to, Findings into) {
        int slots = fillSlots(from, to);
        Arrays.fill(tree, 0, 2 * slots, NOBODY);
        for (int place = from; place < to; place++) {
            ranked[place] = place;
        }
        sort.sort(ranked, from, to, byRank);
        for (int rank = from; rank < to; rank++) {
            int place = ranked[rank];
            int firstSlot = slot(candidates.start(order[place]), slots);
            int endSlot = slot(candidates.end(order[place]), slots);
            int best = bestIn(firstSlot, endSlot, slots);
            if (best == NOBODY) {
                for (int slot = firstSlot; slot < endSlot; slot++) {
                    occupy(slot, rank, slots);
                }
            } else {
                into.beatenBy(place, ranked[best]);
            }
        }
    }

    private int fillSlots(int from, int to) {
        if (slotStarts.length < to - from) {
            slotStarts = new int[Math.max(to - from, slotStarts.length * 2)];
            tree = new int[2 * slotStarts.length];
        }
        int slots = 0;
        for (int place = from; place < to; place++) {
            int start = candidates.start(order[place]);
            if (slots == 0 || slotStarts[slots - 1] != start) {
                slotStarts[slots++] = start;
            }
        }
        return slots;
    }

    /** The first slot that starts at or behind a position. */
    private int slot(int position, int slots) {
        int found = Arrays.binarySearch(slotStarts, 0, slots, position);
        return found >= 0 ? found : -found - 1;
    }

    private void occupy(int slot, int rank, int slots) {
        for (int node = slot + slots; node >= 1; node /= 2) {
            tree[node] = Math.min(tree[node], rank);
        }
    }

    private int bestIn(int fromSlot, int toSlot, int slots) {
        int best = NOBODY;
        int left = fromSlot + slots;
        int right = toSlot + slots;
        while (left < right) {
            if ((left & 1) == 1) {
                best = Math.min(best, tree[left++]);
            }
            if ((right & 1) == 1) {
                best = Math.min(best, tree[--right]);
            }
            left /= 2;
            right /= 2;
        }
        return best;
    }
}
