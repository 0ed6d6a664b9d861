package dev.assay.detect.text;

import dev.assay.detect.shape.ByteSet;

/**
 * Looks for the places of a text that are worth reading otherwise than they stand: a worthwhile unit or a stretch of base64
 * that hides text. Places are asked for in ascending order. Not thread-safe.
 */
public final class Suspects {
    private static final int FIRST_LOOK_ALIKE_LEAD = 0xCD;
    private static final int LAST_LOOK_ALIKE_LEAD = 0xD4;

    /** Bytes at which a unit may begin. */
    public static final ByteSet SIGNS = signs();

    private final TextMarks marks;
    private final UnitReader reader = new UnitReader();
    private byte[] text = new byte[0];
    private int limit;
    private int nextUnit;
    private int nextHidden;

    /** Places in texts that are marked in turn by the same marks. */
    public Suspects(TextMarks marks) {
        this.marks = marks;
    }

    private static ByteSet signs() {
        ByteSet signs = ByteSet.NONE;
        for (int value = 0; value < 256; value++) {
            signs = UnitReader.begins((byte) value) ? signs.with(value) : signs;
        }
        return signs;
    }

    /**
     * Begins with a text, which is marked.
     *
     * @param bytes the text, with eight bytes of no character at both its ends
     * @param start first byte to look at
     * @param end one past the last
     */
    public void begin(byte[] bytes, int start, int end) {
        text = bytes;
        limit = end;
        reader.begin();
        nextUnit = unit(start);
        nextHidden = Base64Text.nextHidden(text, marks, start, limit);
    }

    /** The first such place at or behind another; the end of the text if there is none. */
    public int next(int from) {
        if (nextUnit < from) {
            nextUnit = unit(from);
        }
        if (nextHidden < from) {
            nextHidden = Base64Text.nextHidden(text, marks, from, limit);
        }
        return Math.min(nextUnit, nextHidden);
    }

    private int unit(int from) {
        int at = marks.nextSign(from, limit);
        while (at < limit
                && !(UnitReader.begins(text[at]) && mayBe(at) && reader.read(text, at) && reader.worthwhile())) {
            at = marks.nextSign(at + 1, limit);
        }
        return at;
    }

    /** Whether more than a letter among letters of its own script: text of another script is passed quickly. */
    private boolean mayBe(int at) {
        int lead = text[at] & 0xFF;
        return lead < FIRST_LOOK_ALIKE_LEAD
                || lead > LAST_LOOK_ALIKE_LEAD
                || Characters.isWord(text[at - 1])
                || Characters.isWord(text[at + 2])
                || lead == FIRST_LOOK_ALIKE_LEAD;
    }
}
