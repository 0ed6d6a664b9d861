package dev.assay.detect;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The context words of a batch that detectors which need evidence ask for, in the order of their places, and which of them
 * stand near a candidate. Words are found first, then asked about. Not thread-safe.
 */
final class ContextHits {
    private final ContextWords words;
    private final WordStarts wordStarts;
    private final ContextWindow window;

    private final EarliestStarts earliest;

    private int[] starts = new int[64];

    /** One past a hit's last byte; negative where it runs into its neighbours and is a word only beside a candidate. */
    private int[] ends = new int[64];

    private int[] phrases = new int[64];

    /** The stretch of its cell in which matches may begin that it speaks for. */
    private int[] from = new int[64];

    private int[] to = new int[64];
    private int size;

    private CellBatch batch = new CellBatch(0);
    private int cell;

    /** The detectors whose words stand near the candidate asked about last. */
    private final BitSet near;

    private int nearStart = -1;
    private int nearEnd = -1;
    private long bytesRead;

    ContextHits(RuleSet rules, FirstLook look) {
        words = rules.contextWords();
        wordStarts = rules.contextStarts();
        window = new ContextWindow(rules.wordsAround(), look);
        near = new BitSet(rules.detectors().size());
        earliest = new EarliestStarts(words, rules.program().parts());
    }

    /** Begins with a batch whose bytes are marked. */
    void begin(CellBatch next, ByteMarks marks) {
        batch = next;
        window.begin(marks);
        earliest.begin();
        size = 0;
        cell = 0;
        nearStart = -1;
    }

    /**
     * Finds the words that begin at some places; each call's lie behind those of the one before.
     *
     * @param places those {@link FirstLook} let through; changed
     */
    void find(byte[] bytes, int[] places, int placeCount) {
        int count = wordStarts.keepGrams(bytes, places, placeCount);
        for (int i = 0; i < count; i++) {
            int at = places[i];
            if (!Words.isAsciiWordByte(bytes[at - 1]) || bytes[at] < 0) {
                read(bytes, at);
            }
        }
    }

    /** Notes the phrases that begin at a place. */
    private void read(byte[] bytes, int start) {
        int limit = batch.limit();
        int wordStart = start;
        long hash = 0;
        for (int count = 1; count <= words.longestPhrase(); count++) {
            int most = Math.min(limit, wordStart + ContextWords.LONGEST_WORD + 1);
            int end = WordBeginnings.asciiEnd(bytes, wordStart, most);
            if (end < most && bytes[end] < 0) {
                end = Words.end(bytes, wordStart, most);
                noteBeforeAscii(bytes, start, wordStart, end, hash, count);
            }
            hash = joined(hash, count, bytes, wordStart, end);
            bytesRead += end - wordStart;
            int phrase = words.phrase(hash);
            if (phrase < 0) {
                return;
            }
            boolean clean = end - wordStart <= ContextWords.LONGEST_WORD && !Words.isInside(bytes, 0, limit, start);
            note(start, clean ? end : -end, phrase);
            int reached = Math.min(limit, end + ContextWindow.BEFORE);
            wordStart = Words.start(bytes, end, reached);
            if (wordStart == reached) {
                return;
            }
        }
    }

    /** Notes phrases whose last word runs into ASCII letters or digits, which may be a candidate's. */
    private void noteBeforeAscii(byte[] bytes, int start, int wordStart, int wordEnd, long before, int count) {
        for (int end = wordStart + 1; end < wordEnd; end++) {
            if (bytes[end - 1] < 0 && bytes[end] > 0) {
                note(start, -end, words.phrase(joined(before, count, bytes, wordStart, end)));
            }
        }
    }

    private static long joined(long before, int count, byte[] bytes, int start, int end) {
        long word = Words.hash(bytes, start, end);
        return count == 1 ? word : Words.join(before, word);
    }

    private void note(int start, int end, int phrase) {
        if (phrase < 0 || words.detectorList(phrase).length == 0) {
            return;
        }
        while (batch.end(cell) <= start) {
            cell++;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            phrases = Arrays.copyOf(phrases, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        phrases[size] = phrase;
        from[size] = earliest.of(phrase, batch.bytes(), batch.start(cell), start);
        to[size] = Math.min(batch.end(cell), start + ContextWindow.BEFORE + 1);
        size++;
    }

    int size() {
        return size;
    }

    int phrase(int hit) {
        return phrases[hit];
    }

    /** The first place at which a match may begin that a hit speaks for. */
    int from(int hit) {
        return from[hit];
    }

    /** One past the last such place. */
    int to(int hit) {
        return to[hit];
    }

    /** How far the end of one hit's stretch may lie before that of an earlier hit. */
    int longestStretch() {
        return ContextWindow.BEFORE + 1 + ContextWindow.AFTER + earliest.longest();
    }

    /** Whether a context word of a detector stands near a candidate. */
    boolean speakFor(int detector, int around, int start, int end) {
        byte[] bytes = batch.bytes();
        int cellStart = batch.start(around);
        int cellEnd = batch.end(around);
        // The candidate makes two words of one.
        if (Words.isInside(bytes, cellStart, cellEnd, start) || Words.isInside(bytes, cellStart, cellEnd, end)) {
            window.read(bytes, cellStart, cellEnd, start, end);
            return window.speaksFor(detector);
        }
        if (start != nearStart || end != nearEnd) {
            nearStart = start;
            nearEnd = end;
            near.clear();
            collect(Math.max(cellStart, start - ContextWindow.BEFORE), start);
            collect(end, Math.min(cellEnd, end + ContextWindow.AFTER));
        }
        return near.get(detector);
    }

    private void collect(int stretchStart, int stretchEnd) {
        for (int hit = firstHit(stretchStart); hit < size && starts[hit] < stretchEnd; hit++) {
            if (ends[hit] > 0 && ends[hit] <= stretchEnd) {
                near.or(words.detectors(phrases[hit]));
            }
        }
    }

    /** The first hit that starts at or behind a place. */
    private int firstHit(int place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Bytes of words read so far. */
    long bytesRead() {
        return bytesRead + window.bytesRead();
    }
}
