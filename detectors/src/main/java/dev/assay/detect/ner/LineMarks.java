package dev.assay.detect.ner;

import dev.assay.detect.text.SixteenBytes;

/**
 * What {@value #BYTES} bytes of a text are to {@link LineLook}, a bit each, the first byte lowest: one look at each byte in a table, the
 * rest is told of all at once. Goes through a text block by block. Not thread-safe.
 *
 * <pre>
 *  a byte's kind   LETTER  SIGN  GLUE  OTHER
 *  small letter       1      0     0     0
 *  capital            1      0     0     1
 *  beyond ASCII       1      0     1     0
 *  sign               0      1     0     0      ; &lt; &gt; * [ ] { | }
 *  sign that glues    0      1     1     0      / = + \ ^ _ ~
 *  glue               0      0     1     0      digits @ # &amp; % $ `
 *  full stop          0      1     0     1
 *  bracket            0      0     1     1      (
 *  end of line        0      0     0     1
 * </pre>
 */
final class LineMarks {
    /** Bytes of a block. */
    static final int BYTES = Long.SIZE;

    private static final int LANE = SixteenBytes.LANE;

    private static final int SIGN_LANE = LANE;
    private static final int GLUE_LANE = 2 * LANE;
    private static final int OTHER_LANE = 3 * LANE;
    private static final long LETTER = 1;
    private static final long SIGN = 1L << SIGN_LANE;
    private static final long GLUE = 1L << GLUE_LANE;
    private static final long OTHER = 1L << OTHER_LANE;
    private static final long LANE_BITS = (1L << LANE) - 1;

    private static final long[] KINDS = kinds();

    private final byte[] last = new byte[BYTES];

    private byte[] bytes = new byte[0];
    private int start;
    private int textEnd;
    private long letters;
    private long capitals;
    private long starts;
    private long begins;
    private long signs;
    private long brackets;
    private long lineEnds;
    private long letterBefore;
    private long stopBefore;
    private long glueBefore;

    /** Begins a text, whose first block {@link #next} marks. */
    void begin(byte[] text, int from, int to) {
        bytes = text;
        textEnd = to;
        start = from - BYTES;
        letterBefore = 0;
        stopBefore = 0;
        glueBefore = 0;
    }

    /** Goes to the next block; what of it stands behind the text is nothing. */
    void next() {
        start += BYTES;
        int length = textEnd - start;
        long first;
        long second = 0;
        long third = 0;
        long fourth = 0;
        byte[] from = bytes;
        int at = start;
        if (at + BYTES > from.length) {
            System.arraycopy(from, at, last, 0, length);
            from = last;
            at = 0;
        }
        first = SixteenBytes.kinds(KINDS, from, at);
        if (length > LANE) {
            second = SixteenBytes.kinds(KINDS, from, at + LANE);
            if (length > 2 * LANE) {
                third = SixteenBytes.kinds(KINDS, from, at + 2 * LANE);
                fourth = SixteenBytes.kinds(KINDS, from, at + 3 * LANE);
            }
        }
        long inside = length < BYTES ? (1L << length) - 1 : -1;
        long letter = joined(first, second, third, fourth, 0) & inside;
        long sign = joined(first, second, third, fourth, SIGN_LANE) & inside;
        long glue = joined(first, second, third, fourth, GLUE_LANE) & inside;
        long other = joined(first, second, third, fourth, OTHER_LANE) & inside;
        long behindLetter = letter << 1 | letterBefore;
        long stop = sign & other;
        long stopInWord = stop & behindLetter;
        long glues = (glue & ~letter & ~other) | stop;
        long bracket = glue & other & behindLetter;
        long start = letter & ~behindLetter & ~(glues << 1 | glueBefore);
        letters = letter;
        capitals = letter & other;
        starts = start;
        begins = start & (glue | other);
        // No two of these are one byte's.
        signs = (sign & ~other) | (letter & (stopInWord << 1 | stopBefore)) | bracket;
        brackets = bracket;
        lineEnds = other & ~(letter | sign | glue);
        letterBefore = letter >>> (BYTES - 1);
        stopBefore = stopInWord >>> (BYTES - 1);
        glueBefore = glues >>> (BYTES - 1);
    }

    /** First byte of the block. */
    int start() {
        return start;
    }

    /** One past its last byte, or past the end of the text. */
    int end() {
        return start + BYTES;
    }

    /** Letters; bytes beyond ASCII are some. */
    long letters() {
        return letters;
    }

    /** Capitals of ASCII. */
    long capitals() {
        return capitals;
    }

    /** Where words begin that no digit, full stop or mark of paths and identifiers glues to what stands before. */
    long starts() {
        return starts;
    }

    /** Those that begin with a capital or beyond ASCII. */
    long begins() {
        return begins;
    }

    /** Signs of programs, a bit each: marks, letters behind a full stop behind a letter, and {@link #brackets}. */
    long signs() {
        return signs;
    }

    /** Brackets behind letters, which are two signs. */
    long brackets() {
        return brackets;
    }

    long lineEnds() {
        return lineEnds;
    }

    /** One kind's bits of four times sixteen bytes. */
    private static long joined(long first, long second, long third, long fourth, int lane) {
        return ((first >>> lane) & LANE_BITS)
                | (((second >>> lane) & LANE_BITS) << LANE)
                | (((third >>> lane) & LANE_BITS) << (2 * LANE))
                | ((fourth >>> lane) << (3 * LANE));
    }

    /** Whether a byte glues a word beside it to what stands on its other side; asterisks set words off. */
    static boolean glues(byte b) {
        return (KINDS[b & 0xFF] & (LETTER | GLUE | OTHER)) == GLUE;
    }

    private static long[] kinds() {
        long[] kinds = new long[256];
        for (int value = 0; value < kinds.length; value++) {
            byte kind = ByteKind.of((byte) value);
            kinds[value] = switch (kind) {
                case ByteKind.WORD -> LETTER | (ByteKind.isCapital((byte) value) ? OTHER : 0);
                case ByteKind.HIGH -> LETTER | GLUE;
                case ByteKind.LINE -> OTHER;
                case ByteKind.DIGIT, ByteKind.GLUE -> GLUE;
                default -> 0;
            };
        }
        kinds['*'] = 0;
        kinds['.'] = SIGN | OTHER;
        kinds['('] = GLUE | OTHER;
        for (char sign : ";<=>*+/[\\]^_{|}~\177".toCharArray()) {
            kinds[sign] |= SIGN;
        }
        return kinds;
    }
}
