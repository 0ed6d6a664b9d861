package dev.assay.detect;

import java.util.Arrays;

/**
 * The positions of a text as it stands that one of the filters let through, kept for its readings: in their {@link
 * VerbatimStretches} these are taken over instead of being found again. Not thread-safe.
 */
final class KeptPositions {
    private int[] kept = new int[64];
    private int size;

    /** Where what was taken over last ends. From there it is not far: only a reading of a reading goes back, to where that began. */
    private int cursor;

    private VerbatimStretches verbatim = new VerbatimStretches(VerbatimStretches.Text.PLAIN);
    private int[] merged = new int[0];

    /** Begins with a text; one whose readings follow is kept in place of the one before. */
    void begin(VerbatimStretches next) {
        verbatim = next;
        if (!next.ofReadings()) {
            size = 0;
            cursor = 0;
        }
    }

    /**
     * Keeps the positions of a chunk of a text whose readings follow; adds those taken over to the fresh ones of a chunk of readings.
     *
     * @param positions ascending, those of the chunk from {@code from} on; has room for all
     * @return one past the last then
     */
    int complete(int[] positions, int from, int to) {
        if (verbatim.text() == VerbatimStretches.Text.ORIGINAL) {
            keep(positions, from, to);
        }
        return verbatim.count() == 0 ? to : merge(positions, from, to);
    }

    private void keep(int[] positions, int from, int to) {
        if (size + to - from > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, size + to - from));
        }
        System.arraycopy(positions, from, kept, size, to - from);
        size += to - from;
    }

    private int merge(int[] positions, int from, int to) {
        if (merged.length < positions.length) {
            merged = new int[positions.length];
        }
        int at = from;
        int count = 0;
        for (int number = 0; number < verbatim.count(); number++) {
            int begin = verbatim.freshTo(number);
            while (at < to && positions[at] < begin) {
                merged[count++] = positions[at++];
            }
            count = takeOver(begin, verbatim.freshFrom(number + 1), verbatim.shift(number), count);
        }
        System.arraycopy(positions, at, merged, count, to - at);
        count += to - at;
        System.arraycopy(merged, 0, positions, from, count);
        return from + count;
    }

    private int takeOver(int from, int to, int shift, int mergedSize) {
        while (cursor > 0 && kept[cursor - 1] >= from - shift) {
            cursor--;
        }
        while (cursor < size && kept[cursor] < from - shift) {
            cursor++;
        }
        int count = mergedSize;
        while (cursor < size && kept[cursor] < to - shift) {
            merged[count++] = kept[cursor++] + shift;
        }
        return count;
    }
}
