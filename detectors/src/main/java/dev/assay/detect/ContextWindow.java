package dev.assay.detect;

import java.util.BitSet;

/**
 * The words around a candidate: whole words within {@value #BEFORE} bytes before it and {@value #AFTER} behind it, inside
 * its cell. Read once for all detectors that match the same span. Not thread-safe.
 */
final class ContextWindow {
    static final int BEFORE = 100;
    static final int AFTER = 40;

    private final ContextWords words;
    private final PhraseTable phrases;
    private final FirstLook look;
    private final int[] places = new int[BEFORE + ByteMarks.ROOM];
    private final BitSet speakFor = new BitSet();
    private final BitSet speakAgainst = new BitSet();
    private ByteMarks marks = new ByteMarks();
    private int start = -1;
    private int end = -1;
    private long bytesRead;
    private long windowsRead;

    /** A window that looks for words which a first look may have looked for already. */
    ContextWindow(ContextWords words, FirstLook look) {
        this.words = words;
        phrases = words.phrases();
        this.look = look;
    }

    /** Begins with an array whose bytes are marked, and forgets the last candidate. */
    void begin(ByteMarks ofBytes) {
        marks = ofBytes;
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
        speakFor.clear();
        speakAgainst.clear();
        listen(bytes, from, inFront(bytes, from, candidateStart));
        listen(bytes, behind(bytes, candidateEnd, to), to);
        windowsRead++;
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

    /** Hears what the words of a stretch speak for and against; a word that goes on behind it counts as far as it lies in it. */
    private void listen(byte[] bytes, int from, int to) {
        int count = look.around(from, to, places);
        if (count < 0) {
            count = words.mayBegin(bytes, places, marks.places(from, to, places));
        }
        for (int i = 0; i < count; i++) {
            hear(bytes, places[i], from, to);
        }
        int last = to;
        while (last > from && Words.isAsciiWordByte(bytes[last - 1])) {
            last--;
        }
        if (last < to && Words.isAsciiWordByte(bytes[to])) {
            hear(bytes, last, from, to);
        }
    }

    /** Hears the phrases that begin at a place. */
    private void hear(byte[] bytes, int start, int from, int to) {
        if (Words.kindAt(bytes, start) == Words.SEPARATOR || Words.isInside(bytes, from, to, start)) {
            return;
        }
        int end = start + Math.min(to - start, ShortWords.length(bytes, start));
        int phrase;
        if (end - start <= ShortWords.LONGEST && (end == to || Words.endsAscii(bytes[end]))) {
            phrase = phrases.numberOfShort(ShortWords.word(bytes, start, end - start));
        } else {
            end = Words.end(bytes, start, to);
            phrase = phrases.number(Words.hash(bytes, start, end));
        }
        while (phrase != PhraseTable.NONE) {
            speakFor.or(words.detectors(phrase));
            speakAgainst.or(words.detectorsAgainst(phrase));
            int next = Words.start(bytes, end, to);
            if (next == to || !phrases.goesOn(phrase, bytes[next])) {
                return;
            }
            end = Words.end(bytes, next, to);
            phrase = phrases.number(Words.joined(phrases.hash(phrase), Words.hash(bytes, next, end)));
        }
    }

    /** Whether a word around the candidate read last speaks for a detector. */
    boolean speaksFor(int detector) {
        return speakFor.get(detector);
    }

    /** Whether a word around the candidate read last speaks against a detector. */
    boolean speaksAgainst(int detector) {
        return speakAgainst.get(detector);
    }

    long bytesRead() {
        return bytesRead;
    }

    /** How many candidates' words were read so far. */
    long windowsRead() {
        return windowsRead;
    }
}
