package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Where shapes of many kinds may begin, told by one look-up for the first eight bytes: how many letters and digits stand there, which
 * byte ends them, and which of the eight are digits. Most of these shapes are numbers, and most words of a text stand for
 * themselves: {@code harbour } opens nothing. Lets too much through, never too little. Immutable by agreement.
 *
 * <pre>
 *  GB82 WEST   four, a blank, digits at 2 and 3: let through
 *  harbour_    seven, then a blank, no digit: no shape opens so
 *  harbours    eight: let through if some shape may go on so behind its first letter
 * </pre>
 */
final class Openings {
    private static final ByteSet DIGITS = ByteSet.range('0', '9');
    private static final ByteSet LETTERS = ByteSet.range('A', 'Z').union(ByteSet.range('a', 'z'));
    private static final ByteSet OTHERS = LETTERS.union(DIGITS).complement();
    private static final int MASKS = 1 << Long.BYTES;

    /** Brings the high bits of eight bytes together in the highest byte. */
    private static final long GATHERING = 0x0002040810204081L;

    /**
     * A bit for each number of letters and digits, the byte behind them, or the first byte where they are all eight, and each set
     * of digits; 1 if a shape opens so.
     */
    private final long[] table;

    private Openings(long[] table) {
        this.table = table;
    }

    /** The openings of some beginnings. */
    static Openings of(List<List<FrontPlanner.Beginning>> beginnings) {
        long[] table = new long[(Long.BYTES + 1) * 256 * MASKS / Long.SIZE];
        for (List<FrontPlanner.Beginning> ofDetector : beginnings) {
            for (FrontPlanner.Beginning beginning : ofDetector) {
                add(table, beginning.bytes().subList(0, Long.BYTES));
            }
        }
        return new Openings(table);
    }

    private static void add(long[] table, List<ByteSet> sets) {
        for (int length = 0; length <= Long.BYTES; length++) {
            for (int digits = 0; digits < MASKS; digits++) {
                if (opens(sets, length, digits)) {
                    int place = length % Long.BYTES;
                    ByteSet kind = length < Long.BYTES ? OTHERS : (digits & 1) != 0 ? DIGITS : LETTERS;
                    for (int value = 0; value < 256; value++) {
                        int bit = bit(length, value, digits);
                        boolean tells = kind.contains(value) && sets.get(place).contains(value);
                        table[bit / Long.SIZE] |= tells ? 1L << bit : 0;
                    }
                }
            }
        }
    }

    /** Whether the sets allow some letters and digits, no more than so many, and digits at just those places. */
    private static boolean opens(List<ByteSet> sets, int length, int digits) {
        boolean opens = true;
        for (int place = 0; place < Long.BYTES && opens; place++) {
            boolean isDigit = (digits >>> place & 1) != 0;
            ByteSet kind = isDigit ? DIGITS : place < length ? LETTERS : place == length ? OTHERS : DIGITS.complement();
            opens = !(isDigit && place == length) && sets.get(place).intersects(kind);
        }
        return opens;
    }

    private static int bit(int length, int telling, int digits) {
        return (length << 8 | telling) << Long.BYTES | digits;
    }

    /** The table that {@link #lookUp} looks into. */
    long[] table() {
        return table;
    }

    /**
     * 1 if a shape may begin with eight bytes.
     *
     * @param digits the high bit of each byte that is one
     * @param lettersOrDigits the same of letters and digits
     */
    static int lookUp(long[] table, long eight, long digits, long lettersOrDigits) {
        int length = Long.numberOfTrailingZeros(~lettersOrDigits & 0x8080808080808080L) >>> 3;
        // A shift by 64 is none: of eight letters the first is looked up.
        int telling = (int) (eight >>> (length << 3)) & 0xFF;
        int bit = bit(length, telling, (int) ((digits * GATHERING) >>> 56));
        return (int) (table[bit >>> 6] >>> bit) & 1;
    }

    void write(DataOutputStream out) throws IOException {
        Longs.write(out, table);
    }

    static Openings read(DataInputStream in) throws IOException {
        return new Openings(Longs.read(in));
    }
}
