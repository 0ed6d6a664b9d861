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

    private final NamedValues named;
    private ByteMarks marks = new ByteMarks();

    /** Per block, the buckets that may match in it. */
    private long[] blocks = new long[0];

    /** Per block, a bit for each byte at which such a match may begin: in short cells far fewer than the block has. */
    private long[] reached = new long[0];

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
            reached = new long[end];
        }
        Arrays.fill(blocks, next.begin() >>> SHIFT, end, everywhere);
        Arrays.fill(reached, next.begin() >>> SHIFT, end, everywhere == 0 ? 0 : -1);
        cell = 0;
        value = 0;
        asked = 0;
        named.begin(next);
        marked = 0;
    }

    /** Marks the blocks that words found since the last call speak for. */
    void markFound() {
        for (; marked < hits.size(); marked++) {
            mark(hits.from(marked), hits.to(marked), bucketsOf[hits.phrase(marked)]);
        }
    }

    private void mark(int from, int to, long buckets) {
        long behind = -1L << from;
        for (int block = from >>> SHIFT; block << SHIFT < to; block++) {
            blocks[block] |= buckets;
            reached[block] |= to - (block << SHIFT) >= BLOCK ? behind : behind & ~(-1L << to);
            behind = -1;
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
     * @param into has room for all places and {@link ByteMarks#ROOM} more
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

    /** Takes the places of a block that words near it speak for, and where cells and values with names begin. */
    private int all(int from, int to, long buckets, int[] into, long[] allowed, int size) {
        byte[] bytes = batch.bytes();
        long begun = 0;
        for (; nextCell() < to; cell++) {
            begun |= 1L << nextCell();
        }
        long withNames = 0;
        for (; nextValue() < to; value++) {
            withNames |= 1L << nextValue();
        }
        long taken = (marks.places(from, to) & (reached[from >>> SHIFT] | begun)) | withNames;
        int count = ByteMarks.write(taken, from, into, size);
        for (int i = size; i < count; i++) {
            allowed[i] = buckets | (bytes[into[i] - 1] == CellBatch.SEPARATOR ? weighedBuckets : 0);
        }
        for (long left = withNames; left != 0; left &= left - 1) {
            allowed[size + Long.bitCount(taken & ((left & -left) - 1))] = allBuckets;
        }
        return count;
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
