package dev.assay.detect;

import java.util.Arrays;
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

    private final ContextHits hits;
    private int marked;

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

    private CellBatch batch = new CellBatch(0);
    private long judged;

    ContextZones(RuleSet rules, ContextHits hits, Places placesOf) {
        this.hits = hits;
        this.placesOf = placesOf;
        places = new int[BLOCK + Places.ROOM];
        named = new NamedValues(rules);
        ContextWords words = rules.contextWords();
        bucketsOf = new long[words.size()];
        List<Parts> parts = rules.program().parts();
        for (int phrase = 0; phrase < bucketsOf.length; phrase++) {
            for (int detector : words.detectorList(phrase)) {
                bucketsOf[phrase] |= parts.get(detector).buckets();
            }
        }
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
        int end = (next.limit() >>> SHIFT) + 1;
        if (blocks.length < end) {
            blocks = new long[end];
        }
        Arrays.fill(blocks, next.begin() >>> SHIFT, end, everywhere);
        for (int whole = 0; whole < batch.cells(); whole++) {
            int length = batch.length(whole);
            if (length > 0 && length <= longestWhole) {
                blocks[batch.start(whole) >>> SHIFT] |= STARTS;
            }
        }
        named.begin(next);
        marked = 0;
    }

    /** Marks the blocks that words found since the last call speak for. */
    void markFound() {
        for (; marked < hits.size(); marked++) {
            long buckets = bucketsOf[hits.phrase(marked)];
            for (int block = hits.from(marked) >>> SHIFT; block << SHIFT < hits.to(marked); block++) {
                blocks[block] |= buckets;
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
     * Writes the places of a stretch at which something may speak for a detector, all words in reach being marked.
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
        judged += count;
        return count;
    }

    /** The buckets that may match at a place for what it is the start of: a cell, a value with a name. */
    private long atStart(byte[] bytes, int place) {
        if (bytes[place - 1] == CellBatch.SEPARATOR) {
            return weighedBuckets;
        }
        return named.holds(place) ? allBuckets : 0;
    }

    /** Places judged so far, which is work like reading as many bytes. */
    long judged() {
        return judged;
    }
}
