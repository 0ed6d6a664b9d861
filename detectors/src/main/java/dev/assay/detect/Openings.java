package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Where shapes of many kinds may begin, told by one look-up for the first eight bytes: how many letters stand there, which
 * byte ends them, and whether there is a digit. Most of these shapes are numbers, and most words of a text stand for
 * themselves: {@code harbour } opens nothing. Lets too much through, never too little. Immutable by agreement.
 *
 * <pre>
 *  GB82 WEST   a digit: let through
 *  harbour_    seven letters, then a blank: no shape opens so
 *  harbours    eight letters: let through if some shape may go on so behind its first letter
 * </pre>
 */
final class Openings {
    private static final ByteSet LETTERS = ByteSet.range('A', 'Z').union(ByteSet.range('a', 'z'));
    private static final ByteSet NO_DIGITS = ByteSet.range('0', '9').complement();

    /** By the number of letters and the byte behind them, or the first letter where all eight are letters; 1 if a shape opens so. */
    private final byte[] table;

    private Openings(byte[] table) {
        this.table = table;
    }

    /** The openings of some beginnings. */
    static Openings of(List<List<FrontPlanner.Beginning>> beginnings) {
        byte[] table = new byte[(Long.BYTES + 1) * 256];
        for (List<FrontPlanner.Beginning> ofDetector : beginnings) {
            for (FrontPlanner.Beginning beginning : ofDetector) {
                add(table, beginning.bytes().subList(0, Long.BYTES));
            }
        }
        return new Openings(table);
    }

    private static void add(byte[] table, List<ByteSet> sets) {
        for (int letters = 0; letters <= Long.BYTES; letters++) {
            int end = Math.min(letters + 1, Long.BYTES);
            boolean opens = sets.subList(0, letters).stream().allMatch(set -> set.intersects(LETTERS))
                    && sets.subList(end, Long.BYTES).stream().allMatch(set -> set.intersects(NO_DIGITS));
            ByteSet telling = letters < Long.BYTES ? sets.get(letters) : sets.get(0);
            for (int value = 0; opens && value < 256; value++) {
                boolean fits = LETTERS.contains(value) == (letters == Long.BYTES) && NO_DIGITS.contains(value);
                if (fits && telling.contains(value)) {
                    table[letters << 8 | value] = 1;
                }
            }
        }
    }

    /** The table that {@link #lookUp} looks into. */
    byte[] table() {
        return table;
    }

    /**
     * 1 if a shape may begin with eight bytes.
     *
     * @param digits the high bit of each byte that is one
     * @param lettersOrDigits the same of letters and digits
     */
    static int lookUp(byte[] table, long eight, long digits, long lettersOrDigits) {
        int letters = Long.numberOfTrailingZeros(~lettersOrDigits & 0x8080808080808080L) >>> 3;
        // A shift by 64 is none: of eight letters the first is looked up.
        int telling = (int) (eight >>> (letters << 3)) & 0xFF;
        return table[letters << 8 | telling] | (int) ((digits | -digits) >>> 63);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(table.length);
        out.write(table);
    }

    static Openings read(DataInputStream in) throws IOException {
        byte[] table = new byte[in.readInt()];
        in.readFully(table);
        return new Openings(table);
    }
}
