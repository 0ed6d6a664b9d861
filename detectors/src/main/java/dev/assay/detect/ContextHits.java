package dev.assay.detect;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The context words of a batch that detectors which need evidence ask for, in the order of their places, and which of them
 * stand near a candidate. Words are found first, then asked about. Not thread-safe.
 */
final class ContextHits {
    private final ContextWords words;
    private final PhraseTable phrases;
    private final WordStarts wordStarts;
    private final ContextWindow window;

    private final EarliestStarts earliest;

    private int[] starts = new int[64];

    /** One past a hit's last byte; negative where it runs into its neighbours and is a word only beside a candidate. */
    private int[] ends = new int[64];

    private int[] phraseOf = new int[64];

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
        phrases = words.phrases();
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
     * @param places those {@link FirstLook} let through
     */
    void find(byte[] bytes, int[] places, int placeCount) {
        for (int i = 0; i < placeCount; i++) {
            int at = places[i];
            if (bytes[at] >= 0 && Words.isAsciiWordByte(bytes[at - 1])) {
                continue;
            }
            int length = ShortWords.length(bytes, at);
            if (length <= ShortWords.LONGEST && Words.endsAscii(bytes[at + length])) {
                readShort(bytes, at, length);
            } else if (wordStarts.mayBegin(bytes, at)) {
                read(bytes, at);
            }
        }
    }

    /** Notes the phrases that begin with a short word. */
    private void readShort(byte[] bytes, int start, int length) {
        int phrase = phrases.numberOfShort(ShortWords.word(bytes, start, length));
        if (phrase != PhraseTable.NONE) {
            bytesRead += length;
            boolean clean = bytes[start - 1] >= 0 || !Words.isInside(bytes, 0, batch.limit(), start);
            note(start, clean ? start + length : -start - length, phrase);
            readOn(bytes, start, start + length, phrase);
        }
    }

    /** Notes the phrases that begin at a place. */
    private void read(byte[] bytes, int start) {
        int end = wordEnd(bytes, start, start, 0);
        int phrase = phrases.number(Words.hash(bytes, start, end));
        if (phrase != PhraseTable.NONE) {
            noteWord(bytes, start, start, end, phrase);
            readOn(bytes, start, end, phrase);
        }
    }

    /** Notes the phrases that one goes on to. */
    private void readOn(byte[] bytes, int start, int firstEnd, int first) {
        int phrase = first;
        int end = firstEnd;
        while (true) {
            int reached = Math.min(batch.limit(), end + ContextWindow.BEFORE);
            int wordStart = Words.start(bytes, end, reached);
            if (wordStart == reached || !phrases.goesOn(phrase, bytes[wordStart])) {
                return;
            }
            long before = phrases.hash(phrase);
            end = wordEnd(bytes, start, wordStart, before);
            phrase = phrases.number(Words.joined(before, Words.hash(bytes, wordStart, end)));
            if (phrase == PhraseTable.NONE) {
                return;
            }
            noteWord(bytes, start, wordStart, end, phrase);
        }
    }

    /** Where a word ends, or what need be read of it; notes phrases that end before. */
    private int wordEnd(byte[] bytes, int start, int wordStart, long before) {
        int most = Math.min(batch.limit(), wordStart + ContextWords.LONGEST_WORD + 1);
        int end = WordBeginnings.asciiEnd(bytes, wordStart, most);
        if (end < most && bytes[end] < 0) {
            end = Words.end(bytes, wordStart, most);
            noteBeforeAscii(bytes, start, wordStart, end, before);
        }
        bytesRead += end - wordStart;
        return end;
    }

    /** Notes phrases whose last word runs into ASCII letters or digits, which may be a candidate's. */
    private void noteBeforeAscii(byte[] bytes, int start, int wordStart, int wordEnd, long before) {
        for (int end = wordStart + 1; end < wordEnd; end++) {
            if (bytes[end - 1] < 0 && bytes[end] > 0) {
                note(start, -end, phrases.number(Words.joined(before, Words.hash(bytes, wordStart, end))));
            }
        }
    }

    private void noteWord(byte[] bytes, int start, int wordStart, int end, int phrase) {
        boolean clean = end - wordStart <= ContextWords.LONGEST_WORD && !Words.isInside(bytes, 0, batch.limit(), start);
        note(start, clean ? end : -end, phrase);
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
            phraseOf = Arrays.copyOf(phraseOf, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        phraseOf[size] = phrase;
        from[size] = earliest.of(phrase, batch.bytes(), batch.start(cell), start);
        to[size] = Math.min(batch.end(cell), start + ContextWindow.BEFORE + 1);
        size++;
    }

    int size() {
        return size;
    }

    int phrase(int hit) {
        return phraseOf[hit];
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
                near.or(words.detectors(phraseOf[hit]));
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
