package dev.assay.detect;

/**
 * The words around a candidate: whole words within {@value #BEFORE} bytes before it and {@value #AFTER} behind it, inside
 * its cell. Read once for all detectors that match the same span. Not thread-safe.
 */
final class ContextWindow {
    static final int BEFORE = 100;
    static final int AFTER = 40;

    private final WordList before = new WordList();
    private final WordList after = new WordList();
    private int start = -1;
    private int end = -1;
    private long bytesRead;

    /** Forgets the last candidate; call it when the array changes. */
    void clear() {
        start = -1;
        end = -1;
    }

    /** Reads the words around a candidate, unless it was the last one read. */
    void read(byte[] bytes, int cellStart, int cellEnd, int candidateStart, int candidateEnd) {
        if (candidateStart == start && candidateEnd == end) {
            return;
        }
        start = candidateStart;
        end = candidateEnd;
        int from = Math.max(cellStart, candidateStart - BEFORE);
        if (from > cellStart && Words.isWordByte(bytes[from - 1])) {
            while (from < candidateStart && Words.isWordByte(bytes[from])) {
                from++;
            }
        }
        int to = Math.min(cellEnd, candidateEnd + AFTER);
        if (to < cellEnd && Words.isWordByte(bytes[to])) {
            while (to > candidateEnd && Words.isWordByte(bytes[to - 1])) {
                to--;
            }
        }
        before.clear();
        before.addAll(bytes, from, candidateStart);
        after.clear();
        after.addAll(bytes, candidateEnd, to);
        bytesRead += (candidateStart - from) + (long) (to - candidateEnd);
    }

    boolean holdsAnyOf(WordSet words) {
        return words.holdsAnyOf(before) || words.holdsAnyOf(after);
    }

    long bytesRead() {
        return bytesRead;
    }
}
