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
    private static final int BLOCK = ByteMarks.BLOCK;
    private static final int SHIFT = Integer.numberOfTrailingZeros(BLOCK);

    private final ContextHits hits;
    private int marked;

    /** The buckets of the detectors a phrase speaks for. */
    private final long[] bucketsOf;

    private final long allBuckets;

    /** The buckets of detectors columns are weighed by. */
    private final long weighedBuckets;

    /** Bytes of the longest cell that could be a match of these as a whole. */
    private final int longestWhole;

    private final int[] places = new int[BLOCK + ByteMarks.ROOM];
    private final NamedValues named;
    private ByteMarks marks = new ByteMarks();

    /** Per block, the buckets that may match in it. */
    private long[] blocks = new long[0];

    private CellBatch batch = new CellBatch(0);

    /** The first cell that was not reached so far. */
    private int cell;

    /** The first value with a name that was not. */
    private int value;

    /** The first value with a name that {@link #isNamed} was not asked about. */
    private int asked;

    private long judged;

    ContextZones(RuleSet rules, ContextHits hits) {
        this.hits = hits;
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
     * @param ofBytes marks of its bytes, made before they are asked for
     * @param everywhere buckets that may match anywhere in it
     */
    void begin(CellBatch next, ByteMarks ofBytes, long everywhere) {
        batch = next;
        marks = ofBytes;
        int end = (next.limit() >>> SHIFT) + 1;
        if (blocks.length < end) {
            blocks = new long[end];
        }
        Arrays.fill(blocks, next.begin() >>> SHIFT, end, everywhere);
        cell = 0;
        value = 0;
        asked = 0;
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
        named.find(bytes, marks, from, to);
    }

    /**
     * Writes the places of a stretch at which something may speak for a detector, all words in reach being marked; each
     * call's stretch lies behind the one before.
     *
     * @param from at the begin of a block
     * @param into has room for all places and one more
     * @param allowed the buckets that may match at each
     * @return how many
     */
    int places(int from, int to, int[] into, long[] allowed) {
        int count = 0;
        int at = from;
        while (at < to) {
            int end = Math.min(at + BLOCK, to);
            long buckets = blocks[at >>> SHIFT];
            count = buckets == 0 ? starts(end, into, allowed, count) : all(at, end, buckets, into, allowed, count);
            at = end;
        }
        judged += count;
        return count;
    }

    /** Takes all places of a block whose words speak for some bucket. */
    private int all(int from, int to, long buckets, int[] into, long[] allowed, int size) {
        byte[] bytes = batch.bytes();
        int found = marks.places(from, to, places);
        for (int i = 0; i < found; i++) {
            into[size + i] = places[i];
            allowed[size + i] = buckets | (bytes[places[i] - 1] == CellBatch.SEPARATOR ? weighedBuckets : 0);
        }
        int place = 0;
        for (; nextValue() < to; value++) {
            while (place < found && places[place] < nextValue()) {
                place++;
            }
            if (place < found && places[place] == nextValue()) {
                allowed[size + place] = allBuckets;
            }
        }
        while (nextCell() < to) {
            cell++;
        }
        return size + found;
    }

    /** Takes the cells and the values with names that begin before a place and were not reached so far. */
    private int starts(int to, int[] into, long[] allowed, int size) {
        int count = size;
        int place = Math.min(nextCell(), nextValue());
        while (place < to) {
            into[count] = place;
            if (place == nextValue()) {
                allowed[count++] = allBuckets;
                value++;
            } else {
                int length = batch.length(cell);
                allowed[count] = weighedBuckets;
                count += length > 0 && length <= longestWhole ? 1 : 0;
                cell++;
            }
            place = Math.min(nextCell(), nextValue());
        }
        return count;
    }

    private int nextCell() {
        return cell < batch.cells() ? batch.start(cell) : Integer.MAX_VALUE;
    }

    private int nextValue() {
        return value < named.size() ? named.place(value) : Integer.MAX_VALUE;
    }

    /** Whether a value with a name begins at a position; positions are asked about in ascending order. */
    boolean isNamed(int position) {
        while (asked < named.size() && named.place(asked) < position) {
            asked++;
        }
        return asked < named.size() && named.place(asked) == position;
    }

    /** Places judged so far, which is work like reading as many bytes. */
    long judged() {
        return judged;
    }
}
