package dev.assay.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where in a batch detectors that need evidence may find some: near their context words, behind a name in JSON or a query,
 * and in whole cells where columns are weighed by them. Kept in blocks of {@value #BLOCK} bytes, for each the buckets of
 * {@link FrontMasks} that may match in it. Generous at the edges; elsewhere stands no match such a detector may report. Not
 * thread-safe.
 */
final class ContextZones {
    private static final int SHIFT = 6;
    private static final int BLOCK = 1 << SHIFT;

    /** A block in which a value with a name or a whole cell begins; no bucket has this bit. */
    private static final long STARTS = Long.MIN_VALUE;

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

    /** The buckets of the detectors a phrase speaks for. */
    private final long[] bucketsOf;

    private final long allBuckets;

    /** The buckets of detectors columns are weighed by. */
    private final long weighedBuckets;

    /** Bytes of the longest cell that could be a match of these as a whole. */
    private final int longestWhole;

    private final int[] places;
    private final NamedValues named;
    private final Places placesOf;

    /** Per block, the buckets that may match in it, and whether it has {@link #STARTS}. */
    private long[] blocks = new long[0];

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

    ContextZones(RuleSet rules, Places placesOf, int chunk) {
        this.rules = rules;
        this.placesOf = placesOf;
        words = rules.contextWords();
        near = new BitSet(rules.detectors().size());
        places = new int[chunk + 1];
        named = new NamedValues(rules);
        int count = rules.detectors().size();
        concernedFrom = new int[count];
        concernedTo = new int[count];
        reach = new int[words.size()];
        bucketsOf = new long[words.size()];
        List<Parts> parts = rules.program().parts();
        int longest = 0;
        for (int phrase = 0; phrase < reach.length; phrase++) {
            for (int detector : words.detectorList(phrase)) {
                reach[phrase] = Math.max(reach[phrase], parts.get(detector).longest());
                bucketsOf[phrase] |= parts.get(detector).buckets();
            }
            longest = Math.max(longest, reach[phrase]);
        }
        longestReach = longest;
        long all = 0;
        long weighed = 0;
        int whole = 0;
        for (int detector = 0; detector < parts.size(); detector++) {
            Parts part = parts.get(detector);
            all |= part.buckets();
            if (part.runsOnlyWithEvidence() && rules.detector(detector).weighsColumns()) {
                weighed |= part.buckets();
                whole = Math.max(whole, part.longest());
            }
        }
        allBuckets = all;
        weighedBuckets = weighed;
        longestWhole = whole;
    }

    /**
     * Begins with a batch.
     *
     * @param everywhere buckets that may match anywhere in it
     */
    void begin(CellBatch next, long everywhere) {
        batch = next;
        int count = (next.limit() >>> SHIFT) + 1;
        if (blocks.length < count) {
            blocks = new long[count];
        }
        Arrays.fill(blocks, 0, count, everywhere);
        for (int whole = 0; whole < batch.cells(); whole++) {
            int length = batch.length(whole);
            if (length > 0 && length <= longestWhole) {
                blocks[batch.start(whole) >>> SHIFT] |= STARTS;
            }
        }
        window.clear();
        named.begin(next);
        nearStart = -1;
        hits = 0;
        nextHit = 0;
        cell = 0;
        Arrays.fill(concernedTo, -1);
    }

    /** Finds the words that begin at some places; each call's lie behind those of the one before. */
    void find(byte[] bytes, int[] candidates, int candidateCount) {
        int count = words.starts().keep(bytes, candidates, candidateCount, places);
        for (int i = 0; i < count; i++) {
            int at = places[i];
            if (!Words.isAsciiWordByte(bytes[at - 1]) || bytes[at] < 0) {
                read(bytes, at);
            }
        }
    }

    /** Finds the values that have names in a stretch. */
    void findNamed(byte[] bytes, int from, int to) {
        int before = named.size();
        named.find(bytes, from, to);
        for (int i = before; i < named.size(); i++) {
            blocks[named.place(i) >>> SHIFT] |= STARTS;
        }
    }

    /**
     * Writes the places of a stretch at which something may speak for a detector, all words in reach being found.
     *
     * @param from at the begin of a block
     * @param into has room for all places and one more
     * @param allowed the buckets that may match at each
     * @return how many
     */
    int places(int from, int to, int[] into, long[] allowed) {
        byte[] bytes = batch.bytes();
        int count = 0;
        for (int at = from; at < to; at += BLOCK) {
            long block = blocks[at >>> SHIFT];
            if (block != 0) {
                int found = placesOf.find(bytes, at, Math.min(at + BLOCK, to), places);
                for (int i = 0; i < found; i++) {
                    int place = places[i];
                    long buckets = block < 0 ? block | atStart(bytes, place) : block;
                    into[count] = place;
                    allowed[count] = buckets & ~STARTS;
                    count += (buckets & ~STARTS) == 0 ? 0 : 1;
                }
            }
        }
        // Judging a place is work like reading a byte of a word.
        bytesRead += count;
        return count;
    }

    /** The buckets that may match at a place for what it is the start of: a cell, a value with a name. */
    private long atStart(byte[] bytes, int place) {
        if (bytes[place - 1] == CellBatch.SEPARATOR) {
            return weighedBuckets;
        }
        return named.holds(place) ? allBuckets : 0;
    }

    /** Notes the phrases that begin at a place. */
    private void read(byte[] bytes, int start) {
        int limit = batch.limit();
        int wordStart = start;
        long hash = 0;
        for (int count = 1; count <= words.longestPhrase(); count++) {
            int most = Math.min(limit, wordStart + ContextWords.LONGEST_WORD + 1);
            int end = Words.asciiEnd(bytes, wordStart, most);
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
        for (int block = hitFrom[hits] >>> SHIFT; block << SHIFT < hitTo[hits]; block++) {
            blocks[block] |= bucketsOf[phrase];
        }
        hits++;
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
        // The candidate makes two words of one.
        if (Words.isInside(bytes, cellStart, cellEnd, start) || Words.isInside(bytes, cellStart, cellEnd, end)) {
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
