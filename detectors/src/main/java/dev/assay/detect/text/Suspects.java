package dev.assay.detect.text;

import dev.assay.detect.shape.ByteSet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;

/**
 * Looks for the places of a text that are worth reading otherwise than they stand: a worthwhile unit or a stretch of base64
 * that hides text. Plain text is passed eight bytes at a time; of each eight, a test tells whether one is no ASCII or one of
 * {@code & % \}. Places are asked for in ascending order. Not thread-safe.
 */
public final class Suspects {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long AMPERSANDS = '&' * ONES;
    private static final long PERCENTS = '%' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final int FIRST_LOOK_ALIKE_LEAD = 0xCD;
    private static final int LAST_LOOK_ALIKE_LEAD = 0xD4;

    /** Bytes at which a unit may begin. */
    public static final ByteSet SIGNS = signs();

    private final UnitReader reader = new UnitReader();
    private byte[] text = new byte[0];
    private int limit;
    private IntUnaryOperator signs = this::nextSign;
    private int nextUnit;
    private int nextHidden;

    private static ByteSet signs() {
        ByteSet signs = ByteSet.NONE;
        for (int value = 0; value < 256; value++) {
            signs = UnitReader.begins((byte) value) ? signs.with(value) : signs;
        }
        return signs;
    }

    /**
     * Begins with a text.
     *
     * @param bytes the text, with eight bytes of no character at both its ends
     * @param start first byte to look at
     * @param end one past the last
     */
    public void begin(byte[] bytes, int start, int end) {
        begin(bytes, start, end, this::nextSign);
    }

    /**
     * Begins with a text whose signs are known.
     *
     * @param nextSign tells the first of {@link #SIGNS} from a byte on, or of more; the end of the text if there is none
     */
    public void begin(byte[] bytes, int start, int end, IntUnaryOperator nextSign) {
        text = bytes;
        limit = end;
        signs = nextSign;
        reader.begin();
        nextUnit = unit(start);
        nextHidden = Base64Text.nextHidden(text, start, limit);
    }

    /** The first such place at or behind another; the end of the text if there is none. */
    public int next(int from) {
        if (nextUnit < from) {
            nextUnit = unit(from);
        }
        if (nextHidden < from) {
            nextHidden = Base64Text.nextHidden(text, from, limit);
        }
        return Math.min(nextUnit, nextHidden);
    }

    private int unit(int from) {
        int at = signs.applyAsInt(from);
        while (at < limit
                && !(UnitReader.begins(text[at]) && mayBe(at) && reader.read(text, at) && reader.worthwhile())) {
            at = signs.applyAsInt(at + 1);
        }
        return at;
    }

    /** The next byte that is no ASCII or one of {@code & % \}. */
    private int nextSign(int from) {
        int at = from;
        while (at < limit) {
            if (isPlain((long) EIGHT.get(text, at))) {
                at += Long.BYTES;
                continue;
            }
            int to = Math.min(at + Long.BYTES, limit);
            for (; at < to; at++) {
                if (UnitReader.begins(text[at])) {
                    return at;
                }
            }
        }
        return limit;
    }

    private static boolean isPlain(long eight) {
        long and = eight ^ AMPERSANDS;
        long percent = eight ^ PERCENTS;
        long backslash = eight ^ BACKSLASHES;
        long found = (and - ONES & ~and) | (percent - ONES & ~percent) | (backslash - ONES & ~backslash) | eight;
        return (found & HIGHS) == 0;
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
