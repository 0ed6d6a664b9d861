package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.util.Arrays;

/** Stretches of a batch, ascending, in which no match that begins there would tell anything new. Not thread-safe. */
final class QuietStretches {
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds a stretch, which may be empty, behind those added before. */
    void add(int start, int end) {
        if (start == end) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /**
     * Leaves those of some positions out that lie in a stretch, and moves the others together.
     *
     * @param positions ascending
     * @param spared bytes at which a position stays, for a match that is met there may begin in front of it
     * @return one past the last that stays
     */
    int leaveOut(byte[] bytes, int[] positions, int from, int to, ByteSet spared) {
        if (size == 0 || from == to) {
            return to;
        }
        int stretch = Arrays.binarySearch(ends, 0, size, positions[from] + 1);
        stretch = stretch < 0 ? -1 - stretch : stretch;
        int count = from;
        for (int i = from; i < to; i++) {
            int position = positions[i];
            while (stretch < size && ends[stretch] <= position) {
                stretch++;
            }
            boolean quiet = stretch < size && starts[stretch] <= position;
            positions[count] = position;
            count += !quiet || spared.contains(bytes[position] & 0xFF) ? 1 : 0;
        }
        return count;
    }
}
