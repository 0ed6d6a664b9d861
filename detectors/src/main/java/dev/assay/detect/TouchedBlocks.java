package dev.assay.detect;

import java.util.Arrays;

/** The blocks of {@value ByteMarks#BLOCK} bytes that some stretches of a batch touch, a bit each. Not thread-safe. */
final class TouchedBlocks {
    private long[] bits = new long[0];

    /** Begins anew, with places before a limit. */
    void begin(int limit) {
        int words = limit / ByteMarks.BLOCK / Long.SIZE + 1;
        if (bits.length < words) {
            bits = new long[words];
        } else {
            Arrays.fill(bits, 0, words, 0);
        }
    }

    /** Adds the blocks of a stretch, which is not empty. */
    void add(int start, int end) {
        for (int block = start / ByteMarks.BLOCK; block <= (end - 1) / ByteMarks.BLOCK; block++) {
            bits[block / Long.SIZE] |= 1L << block;
        }
    }

    /** Whether a stretch, which is not empty, lies in one of them, in part at least. */
    boolean touch(int start, int end) {
        boolean touch = false;
        for (int block = start / ByteMarks.BLOCK; block <= (end - 1) / ByteMarks.BLOCK && !touch; block++) {
            touch = (bits[block / Long.SIZE] >>> block & 1) != 0;
        }
        return touch;
    }
}
