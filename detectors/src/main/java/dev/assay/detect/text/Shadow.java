package dev.assay.detect.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text as it reads when its units are read and its hidden base64 is decoded: the bytes, and their origins. As
 * private as the text itself. Used again and again; not thread-safe.
 */
public final class Shadow {
    /** Longer stretches of base64 are not decoded, bytes. */
    public static final int LONGEST_HIDDEN = 32 * 1024;

    /** How far around a unit the text is read along. */
    static final int MARGIN = 256;

    /** A stretch whose reading gets longer than this is read in pieces that overlap by two margins. */
    static final int LONGEST = 32 * 1024;

    /** Bytes of no character at either end. */
    private static final int PADDING = 64;

    private static final byte NO_CHARACTER = (byte) 0xFF;

    /** So much of a stretch of base64 that is too long tells whether it is text. */
    private static final int PROBE = 1024;

    private final UnitReader reader = new UnitReader();
    private byte[] text = new byte[4096 + 2 * PADDING];
    private final Origins origins = new Origins();
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
     * @param marks its marks
     * @param start first byte of the cell
     * @param end one past its last
     * @param place where {@link Suspects} found something
     */
    public void read(byte[] bytes, TextMarks marks, int start, int end, int place) {
        from = Math.max(start, place - MARGIN);
        while (from < place && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        begin();
        int at = from;
        int last = place;
        while (at < end && at < last + MARGIN && size < LONGEST) {
            int most = LONGEST - 2 * MARGIN - Base64Text.SHORTEST - size;
            int plainEnd = copyPlain(bytes, marks, at, Math.min(end, Math.min(last + MARGIN, at + most)), null);
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

    /** Reads what another shadow holds, all of it; its bytes are marked. */
    public void readAgain(Shadow other, TextMarks marks) {
        from = other.from;
        to = other.to;
        begin();
        resume = other.resume;
        int at = PADDING;
        int end = PADDING + other.size;
        while (at < end) {
            int plainEnd = copyPlain(other.text, marks, at, end, other.origins);
            at = plainEnd > at ? plainEnd : step(other.text, at, end, end, other.origins);
        }
        pad();
    }

    private void begin() {
        reader.begin();
        origins.clear();
        size = 0;
        changed = 0;
        resume = 0;
        tooLong = false;
    }

    /** Reads a unit, decodes a stretch or copies what stands for itself; returns where the next begins. */
    private int step(byte[] bytes, int at, int end, int copyTo, @Nullable Origins origin) {
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
            copy(bytes, at, next, origin);
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
        copy(bytes, at, at + 1, origin);
        return at + 1;
    }

    private void decode(byte[] bytes, int start, int end, @Nullable Origins origin) {
        int length = Base64Text.decodedLength(end - start);
        for (int i = 0; i < length; i++) {
            int first = start + i / 3 * 4 + i % 3;
            changed++;
            put((byte) Base64Text.byteAt(bytes, start, i), first, first + 2, origin);
        }
    }

    /** Copies what stands for itself, up to where a unit or a long run of base64 may begin; returns where that is. */
    private int copyPlain(byte[] bytes, TextMarks marks, int at, int limit, @Nullable Origins origin) {
        int end = marks.nextLongRun(at, limit);
        int sign = marks.nextSign(at, end);
        while (sign < end && !UnitReader.begins(bytes[sign])) {
            sign = marks.nextSign(sign + 1, end);
        }
        if (sign <= at) {
            return at;
        }
        copy(bytes, at, sign, origin);
        return sign;
    }

    private void copy(byte[] bytes, int from, int to, @Nullable Origins origin) {
        reserve(to - from);
        System.arraycopy(bytes, from, text, PADDING + size, to - from);
        if (origin == null) {
            origins.add(PADDING + size, from, 1, changed);
        } else {
            origins.addStretch(origin, from, to, PADDING + size, changed);
        }
        size += to - from;
    }

    private void put(byte value, int start, int end, @Nullable Origins origin) {
        reserve(1);
        text[PADDING + size] = value;
        int first = origin == null ? start : origin.start(start);
        int behind = origin == null ? end : origin.end(end - 1);
        origins.add(PADDING + size, first, behind - first, changed);
        size++;
    }

    private void reserve(int length) {
        if (size + length + 2 * PADDING > text.length) {
            text = Arrays.copyOf(text, 2 * (size + length) + 2 * PADDING);
        }
    }

    private void pad() {
        Arrays.fill(text, 0, PADDING, NO_CHARACTER);
        Arrays.fill(text, PADDING + size, 2 * PADDING + size, NO_CHARACTER);
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

    /** Where its bytes come from, by their places in {@link #text()}. */
    public Origins origins() {
        return origins;
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
