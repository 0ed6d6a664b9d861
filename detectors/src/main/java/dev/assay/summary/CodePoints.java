package dev.assay.summary;

import dev.assay.detect.text.EightBytes;

/**
 * How many code points stand before a byte of a cell. Asked in ascending order it looks at no byte twice, for a cell may
 * be long and hold many findings. One thread.
 */
final class CodePoints {
    private int cellStart = -1;
    private int position;
    private int count;

    /** Says that the bytes asked about from now on are others. */
    void begin() {
        cellStart = -1;
    }

    /**
     * Code points of UTF-8 from a cell's first byte up to one of its bytes.
     *
     * @param bytes the same since {@link #begin()}
     */
    int before(byte[] bytes, int start, int end) {
        if (start != cellStart || end < position) {
            cellStart = start;
            position = start;
            count = 0;
        }
        count += end - position;
        for (int at = position; at < end; at += Long.BYTES) {
            count -= EightBytes.continuations(EightBytes.upTo(bytes, at, end));
        }
        position = end;
        return count;
    }
}
