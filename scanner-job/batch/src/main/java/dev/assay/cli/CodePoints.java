package dev.assay.cli;

import java.util.Arrays;

/** Turns byte offsets of one UTF-8 text into code point offsets, in one walk over the text however many there are. */
final class CodePoints {
    private final int[] bytes;
    private final int[] points;

    /**
     * Prepares the answers.
     *
     * @param array holds the text
     * @param start first byte of the text
     * @param offsets byte offsets from {@code start}, in any order; each the start of a code point or the end of the text
     */
    CodePoints(byte[] array, int start, int[] offsets) {
        bytes = Arrays.stream(offsets).sorted().distinct().toArray();
        points = new int[bytes.length];
        int at = 0;
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            for (; at < bytes[i]; at++) {
                // every byte but 10xxxxxx begins a code point
                if ((array[start + at] & 0xC0) != 0x80) {
                    count++;
                }
            }
            points[i] = count;
        }
    }

    /** The code point offset of one of the byte offsets. */
    int of(int byteOffset) {
        return points[Arrays.binarySearch(bytes, byteOffset)];
    }
}
