package dev.assay.detect;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The stretches of a batch in which detectors that need evidence may find some: the neighbourhood of their context words.
 * Generous at the edges; what lies outside holds no match such a detector may report, save whole cells where columns are
 * weighed by them. Those are told too, as stretches of one position. Not thread-safe.
 */
final class ContextZones {
    private static final byte[] BEFORE_VALUE = marks("\"=: ");
    private static final byte[] BLANK = marks(" ");
    private static final byte[] BEFORE_THAT = marks(": ");

    private final RuleSet rules;
    private final ContextWords words;
    private final ContextWindow window = new ContextWindow();
    private final BitSet near;
    private int nearStart = -1;
    private int nearEnd = -1;
    private long bytesRead;

    /** How far before a phrase a match may begin and still end before it, by phrase. */
    private final int[] reach;

    private final int longestReach;

    /** Bytes of the longest cell that could be a match as a whole. */
    private final int longestWhole;

    private final int[] places;
    private final int[] namedPlaces;
    private final CellKeys keys;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int size;
    private int[] hitFrom = new int[64];
    private int[] hitTo = new int[64];
    private int[] hitPhrase = new int[64];
    private int[] hitStart = new int[64];

    /** One past a hit's last byte; negative where it runs into its neighbours and is a word only beside a candidate. */
    private int[] hitEnd = new int[64];

    private int hits;
    private int nextHit;

    /** The stretch in which a detector's words have been met of late, by detector; without gaps where there may be some. */
    private final int[] concernedFrom;

    private final int[] concernedTo;
    private CellBatch batch = new CellBatch(0);
    private int cell;
    private int untoldCell;

    ContextZones(RuleSet rules, int chunk) {
        this.rules = rules;
        words = rules.contextWords();
        near = new BitSet(rules.detectors().size());
        places = new int[chunk + 1];
        namedPlaces = new int[chunk + 1];
        keys = new CellKeys(rules);
        int count = rules.detectors().size();
        concernedFrom = new int[count];
        concernedTo = new int[count];
        reach = new int[words.size()];
        int longest = 0;
        for (int phrase = 0; phrase < reach.length; phrase++) {
            for (int detector : words.detectorList(phrase)) {
                reach[phrase] = Math.max(
                        reach[phrase], rules.program().parts().get(detector).longest());
            }
            longest = Math.max(longest, reach[phrase]);
        }
        longestReach = longest;
        int whole = 0;
        for (int detector = 0; detector < count; detector++) {
            Detector entry = rules.detector(detector);
            if (entry.runsOnlyWithEvidence() && entry.weighsColumns()) {
                whole = Math.max(whole, rules.program().parts().get(detector).longest());
            }
        }
        longestWhole = whole;
    }

    private static byte[] marks(String characters) {
        byte[] marks = new byte[256];
        for (int i = 0; i < characters.length(); i++) {
            marks[characters.charAt(i)] = 1;
        }
        return marks;
    }

    /** Forgets all stretches. */
    void begin(CellBatch next) {
        batch = next;
        window.clear();
        keys.clear();
        nearStart = -1;
        size = 0;
        hits = 0;
        nextHit = 0;
        cell = 0;
        untoldCell = 0;
        Arrays.fill(concernedTo, -1);
    }

    /** Finds the words that begin at some places; each call's lie behind those of the one before. */
    void find(byte[] bytes, int[] candidates, int candidateCount) {
        int named = 0;
        int namedCount = keepNamed(bytes, candidates, candidateCount);
        int count = words.starts().keep(bytes, candidates, candidateCount, places);
        for (int i = 0; i < count; i++) {
            int at = places[i];
            for (; named < namedCount && namedPlaces[named] <= at; named++) {
                tellNamed(bytes, namedPlaces[named]);
            }
            if (!Words.isAsciiWordByte(bytes[at - 1]) || bytes[at] < 0) {
                read(bytes, at);
            }
        }
        for (; named < namedCount; named++) {
            tellNamed(bytes, namedPlaces[named]);
        }
    }

    /** Keeps the places that may stand behind a name in JSON or a query, by the two bytes before them. */
    private int keepNamed(byte[] bytes, int[] candidates, int candidateCount) {
        int count = 0;
        for (int i = 0; i < candidateCount; i++) {
            int at = candidates[i];
            int last = bytes[at - 1] & 0xFF;
            int before = BEFORE_VALUE[last] & (BEFORE_THAT[bytes[at - 2] & 0xFF] | ~BLANK[last]);
            namedPlaces[count] = at;
            count += before & 1;
        }
        return count;
    }

    /** Tells a place where a value stands that has a name: its name may speak for a detector. */
    private void tellNamed(byte[] bytes, int place) {
        if (bytes[place] == CellBatch.SEPARATOR) {
            return;
        }
        while (batch.end(cell) <= place) {
            cell++;
        }
        if (place > batch.start(cell) && keys.isNamed(bytes, batch.start(cell), place)) {
            tellWholeCells(cell + 1);
            tell(place, place + 1);
        }
    }

    /** Says that no more words will be found. */
    void end() {
        tellWholeCells(batch.cells());
    }

    /** Notes the phrases that begin at a place. */
    private void read(byte[] bytes, int start) {
        int limit = batch.limit();
        int wordStart = start;
        long hash = 0;
        for (int count = 1; count <= words.longestPhrase(); count++) {
            int most = Math.min(limit, wordStart + ContextWords.LONGEST_WORD + 1);
            int end = wordStart;
            while (end < most && Words.isWordByte(bytes[end])) {
                end++;
                if (end < most && bytes[end - 1] < 0 && Words.isAsciiWordByte(bytes[end])) {
                    note(start, -end, words.phrase(joined(hash, count, bytes, wordStart, end)));
                }
            }
            hash = joined(hash, count, bytes, wordStart, end);
            bytesRead += end - wordStart;
            int phrase = words.phrase(hash);
            if (phrase < 0) {
                return;
            }
            boolean clean = !Words.isWordByte(bytes[start - 1]) && end - wordStart <= ContextWords.LONGEST_WORD;
            note(start, clean ? end : -end, phrase);
            int reached = Math.min(limit, end + ContextWindow.BEFORE);
            wordStart = end;
            while (wordStart < reached && !Words.isWordByte(bytes[wordStart])) {
                wordStart++;
            }
            if (wordStart == reached) {
                return;
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
        tellWholeCells(cell + 1);
        if (hits == hitFrom.length) {
            hitFrom = Arrays.copyOf(hitFrom, hits * 2);
            hitTo = Arrays.copyOf(hitTo, hits * 2);
            hitPhrase = Arrays.copyOf(hitPhrase, hits * 2);
            hitStart = Arrays.copyOf(hitStart, hits * 2);
            hitEnd = Arrays.copyOf(hitEnd, hits * 2);
        }
        hitFrom[hits] = Math.max(batch.start(cell), start - ContextWindow.AFTER - reach[phrase]);
        hitTo[hits] = Math.min(batch.end(cell), start + ContextWindow.BEFORE + 1);
        hitPhrase[hits] = phrase;
        hitStart[hits] = start;
        hitEnd[hits] = end;
        tell(hitFrom[hits], hitTo[hits]);
        hits++;
    }

    private void tellWholeCells(int before) {
        for (; untoldCell < before; untoldCell++) {
            int length = batch.length(untoldCell);
            if (length > 0 && length <= longestWhole) {
                tell(batch.start(untoldCell), batch.start(untoldCell) + 1);
            }
        }
    }

    /** Adds a stretch, joining it with those it touches; none begins behind it. */
    private void tell(int start, int end) {
        int first = start;
        int last = end;
        while (size > 0 && to[size - 1] >= first) {
            size--;
            first = Math.min(first, from[size]);
            last = Math.max(last, to[size]);
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = first;
        to[size] = last;
        size++;
    }

    /** How many stretches. */
    int size() {
        return size;
    }

    int from(int zone) {
        return from[zone];
    }

    int to(int zone) {
        return to[zone];
    }

    /** Says which part of the batch {@link #mayConcern} will be asked about; the parts follow each other. */
    void reach(int partFrom, int partTo) {
        int ahead = ContextWindow.BEFORE + 1 + ContextWindow.AFTER + longestReach;
        for (; nextHit < hits && hitTo[nextHit] - ahead < partTo; nextHit++) {
            for (int detector : words.detectorList(hitPhrase[nextHit])) {
                if (concernedTo[detector] <= partFrom) {
                    concernedFrom[detector] = hitFrom[nextHit];
                    concernedTo[detector] = hitTo[nextHit];
                } else {
                    concernedFrom[detector] = Math.min(concernedFrom[detector], hitFrom[nextHit]);
                    concernedTo[detector] = Math.max(concernedTo[detector], hitTo[nextHit]);
                }
            }
        }
    }

    /** Whether a context word of a detector stands near a candidate. */
    boolean speakFor(int detector, int around, int start, int end) {
        byte[] bytes = batch.bytes();
        int cellStart = batch.start(around);
        int cellEnd = batch.end(around);
        if (cutsWord(bytes, cellStart, cellEnd, start) || cutsWord(bytes, cellStart, cellEnd, end)) {
            window.read(bytes, cellStart, cellEnd, start, end);
            return window.holdsAnyOf(rules.context(detector));
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

    /** Whether a place lies inside a word, which the candidate there would make two. */
    private static boolean cutsWord(byte[] bytes, int cellStart, int cellEnd, int at) {
        return at > cellStart && at < cellEnd && Words.isWordByte(bytes[at - 1]) && Words.isWordByte(bytes[at]);
    }

    private void collect(int start, int end) {
        for (int hit = firstHit(start); hit < hits && hitStart[hit] < end; hit++) {
            if (hitEnd[hit] > 0 && hitEnd[hit] <= end) {
                near.or(words.detectors(hitPhrase[hit]));
            }
        }
    }

    /** The first hit that starts at or behind a place. */
    private int firstHit(int place) {
        int low = 0;
        int high = hits;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hitStart[middle] < place) {
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

    /** Whether a word may speak for a detector's match that begins at a position. */
    boolean mayConcern(int detector, int position) {
        return position >= concernedFrom[detector] && position < concernedTo[detector];
    }
}
