package dev.assay.detect.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text as it reads when its units are read and its hidden base64 is decoded: the bytes, for each the bytes
 * of the original it comes from, and how many bytes up to it were changed. As private as the text itself. Used again and
 * again; not thread-safe.
 *
 * <pre>
 *  original   a n n a %  4  0  f i r m a . i o
 *             │ │ │ │ ╰──┴──╯  │
 *  shadow     a n n a    @     f i r m a . i o
 *  changes    0 0 0 0    1     1 1 1 1 1 1 1 1
 * </pre>
 */
public final class Shadow {
    /** Longer stretches of base64 are not decoded, bytes. */
    public static final int LONGEST_HIDDEN = 32 * 1024;

    /** How far around a unit the text is read along. */
    static final int MARGIN = 256;

    /** A stretch whose reading gets longer than this is read in pieces that overlap by two margins. */
    static final int LONGEST = 32 * 1024;

    private static final int PADDING = 16;

    /** So much that stands for itself is copied at once. */
    private static final int MOST_AT_ONCE = 512;

    private static final byte NO_CHARACTER = (byte) 0xFF;

    /** So much of a stretch of base64 that is too long tells whether it is text. */
    private static final int PROBE = 1024;

    private final UnitReader reader = new UnitReader();
    private byte[] text = new byte[4096 + 2 * PADDING];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    private int[] changes = new int[4096];
    private int size;
    private int changed;
    private int from;
    private int to;
    private int resume;
    private boolean tooLong;
    private boolean worthwhile;

    /**
     * Reads a text around a place, as far as one worthwhile unit follows another.
     *
     * @param bytes the text, with eight bytes of no character at both its ends
     * @param start first byte of the cell
     * @param end one past its last
     * @param place where {@link Suspects} found something
     */
    public void read(byte[] bytes, int start, int end, int place) {
        from = Math.max(start, place - MARGIN);
        while (from < place && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        begin();
        int at = from;
        int last = place;
        while (at < end && at < last + MARGIN && size < LONGEST) {
            int most = LONGEST - 2 * MARGIN - Base64Text.SHORTEST - size;
            int plainEnd = copyPlain(bytes, at, Math.min(end, Math.min(last + MARGIN, at + most)), null);
            if (plainEnd > at) {
                at = plainEnd;
                continue;
            }
            int next = step(bytes, at, end, Math.min(last + MARGIN, at + LONGEST - size), null);
            if (worthwhile) {
                last = next;
            }
            if (resume == 0 && size >= LONGEST - 2 * MARGIN) {
                resume = next;
            }
            at = next;
        }
        to = at;
        if (size < LONGEST || resume == 0) {
            resume = at;
        }
        pad();
    }

    /** Reads what another shadow holds, all of it. */
    public void readAgain(Shadow other) {
        from = other.from;
        to = other.to;
        begin();
        resume = other.resume;
        int at = PADDING;
        int end = PADDING + other.size;
        while (at < end) {
            int plainEnd = copyPlain(other.text, at, end, other);
            at = plainEnd > at ? plainEnd : step(other.text, at, end, end, other);
        }
        pad();
    }

    private void begin() {
        reader.begin();
        size = 0;
        changed = 0;
        resume = 0;
        tooLong = false;
    }

    /** Reads a unit, decodes a stretch or copies what stands for itself; returns where the next begins. */
    private int step(byte[] bytes, int at, int end, int copyTo, @Nullable Shadow origin) {
        worthwhile = false;
        if (Base64Text.value(bytes[at]) >= 0) {
            int runEnd = Base64Text.runEnd(bytes, at, end);
            if (runEnd - at <= LONGEST_HIDDEN && Base64Text.hidesText(bytes, at, runEnd)) {
                worthwhile = true;
                decode(bytes, at, runEnd, origin);
                return runEnd;
            }
            tooLong |= runEnd - at > LONGEST_HIDDEN && Base64Text.hidesText(bytes, at, at + PROBE);
            int next = Math.min(runEnd, Math.max(at + 1, copyTo));
            for (int i = at; i < next; i++) {
                put(bytes[i], i, i + 1, origin);
            }
            return next;
        }
        if (UnitReader.begins(bytes[at]) && reader.read(bytes, at)) {
            worthwhile = reader.worthwhile();
            int next = at + reader.length();
            changed++;
            for (int i = 0; i < reader.size(); i++) {
                put(reader.reading(i), at, next, origin);
            }
            return next;
        }
        put(bytes[at], at, at + 1, origin);
        return at + 1;
    }

    private void decode(byte[] bytes, int start, int end, @Nullable Shadow origin) {
        int length = Base64Text.decodedLength(end - start);
        for (int i = 0; i < length; i++) {
            int first = start + i / 3 * 4 + i % 3;
            changed++;
            put((byte) Base64Text.byteAt(bytes, start, i), first, first + 2, origin);
        }
    }

    /** Copies what stands for itself at once, up to where a unit or a stretch of base64 may begin; returns where that is. */
    private int copyPlain(byte[] bytes, int at, int limit, @Nullable Shadow origin) {
        int end = plainEnd(bytes, at, limit);
        int length = end - at;
        if (length <= 0) {
            return at;
        }
        reserve(length);
        System.arraycopy(bytes, at, text, PADDING + size, length);
        if (origin == null) {
            for (int i = 0; i < length; i++) {
                starts[size + i] = at + i;
                ends[size + i] = at + i + 1;
            }
        } else {
            System.arraycopy(origin.starts, at - PADDING, starts, size, length);
            System.arraycopy(origin.ends, at - PADDING, ends, size, length);
        }
        Arrays.fill(changes, size, size + length, changed);
        size += length;
        return end;
    }

    /**
     * A run of base64 that is too short to hide anything is plain; one that goes on where the look ends may not be. Looks a little ahead
     * only, for what is behind the end is looked at again.
     */
    private static int plainEnd(byte[] bytes, int from, int limit) {
        int to = Math.min(limit, from + MOST_AT_ONCE);
        int unit = UnitReader.next(bytes, from, to);
        int end = Base64Text.nextLong(bytes, from, unit);
        return end < to ? end : Base64Text.runStart(bytes, from, to);
    }

    private void reserve(int length) {
        if (size + length > starts.length) {
            int larger = Math.max(size + length, size * 2);
            text = Arrays.copyOf(text, larger + 2 * PADDING);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            changes = Arrays.copyOf(changes, larger);
        }
    }

    private void put(byte value, int start, int end, @Nullable Shadow origin) {
        reserve(1);
        text[PADDING + size] = value;
        starts[size] = origin == null ? start : origin.starts[start - PADDING];
        ends[size] = origin == null ? end : origin.ends[end - 1 - PADDING];
        changes[size] = changed;
        size++;
    }

    private void pad() {
        Arrays.fill(text, 0, PADDING, NO_CHARACTER);
        Arrays.fill(text, PADDING + size, 2 * PADDING + size, NO_CHARACTER);
    }

    /** Whether nothing more is to be read in this reading. */
    public boolean isPlain(Suspects suspects) {
        suspects.begin(text, PADDING, PADDING + size);
        return suspects.next(PADDING) == PADDING + size;
    }

    /** The array that holds the reading, from {@link #textStart()} on. Read-only by agreement. */
    public byte[] text() {
        return text;
    }

    /** Where in {@link #text()} the reading begins. */
    public int textStart() {
        return PADDING;
    }

    /** Bytes of the reading. */
    public int size() {
        return size;
    }

    /**
     * Copies what is known of each byte of the reading: the first byte of the original it comes from, one past the last, and how many
     * changes there are up to it, the byte included. Of the latter only differences count.
     */
    public void origins(int[] intoStarts, int[] intoEnds, int[] intoChanges, int at) {
        System.arraycopy(starts, 0, intoStarts, at, size);
        System.arraycopy(ends, 0, intoEnds, at, size);
        System.arraycopy(changes, 0, intoChanges, at, size);
    }

    /** First byte of the original that was read. */
    public int from() {
        return from;
    }

    /** One past the last byte of the original that was read. */
    public int to() {
        return to;
    }

    /** Where in the original to look on; before {@link #to()} if the stretch was cut. */
    public int resume() {
        return resume;
    }

    /** Whether a stretch of base64 was left undecoded because it is longer than {@link #LONGEST_HIDDEN}. */
    public boolean leftHidden() {
        return tooLong;
    }

    /** The length only. */
    @Override
    public String toString() {
        return "Shadow[" + size + " bytes]";
    }
}
