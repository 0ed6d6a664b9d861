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
        while (from < candidateStart && Words.isInside(bytes, cellStart, cellEnd, from)) {
            from++;
        }
        int to = Math.min(cellEnd, candidateEnd + AFTER);
        while (to > candidateEnd && Words.isInside(bytes, cellStart, cellEnd, to)) {
            to--;
        }
        before.clear();
        before.addAll(bytes, from, inFront(bytes, from, candidateStart));
        after.clear();
        after.addAll(bytes, behind(bytes, candidateEnd, to), to);
        bytesRead += (candidateStart - from) + (long) (to - candidateEnd);
    }

    /**
     * Where the words in front of a candidate end. A word that runs into it counts where it is ASCII, as a lead is;
     * {@code né} in front of {@code née} does not.
     */
    private static int inFront(byte[] bytes, int from, int candidateStart) {
        boolean runsOn = candidateStart - 2 >= from
                && Words.endsInTwoByteLetter(bytes, candidateStart)
                && Words.kindAt(bytes, candidateStart) == Words.LETTER;
        return runsOn ? Words.lettersBefore(bytes, from, candidateStart) : candidateStart;
    }

    /** Where the words behind a candidate begin: the rest of an ASCII word that the candidate ends in is no word. */
    private static int behind(byte[] bytes, int candidateEnd, int to) {
        int from = candidateEnd;
        while (from < to && Words.isAsciiWordByte(bytes[from - 1]) && Words.isAsciiWordByte(bytes[from])) {
            from++;
        }
        return from;
    }

    boolean holdsAnyOf(WordSet words) {
        return words.holdsAnyOf(before) || words.holdsAnyOf(after);
    }

    long bytesRead() {
        return bytesRead;
    }
}
