package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.util.Locale;

/**
 * What must not stand beside a match. Looks at the neighbour's bytes only; a byte of a non-ASCII character and the end of
 * the cell are always a boundary.
 */
public enum Boundary {
    /** No ASCII letter, digit or underscore. */
    WORD(Bytes.WORD, Bytes.WORD),
    /**
     * As {@link #WORD}, and no digit behind one of {@code . , - / :}, which would make the match part of a longer number. A
     * comma joins only where it can group digits or stand before decimals: between runs of at most three.
     */
    NUMBER(Bytes.WORD, Bytes.WORD),
    /** As {@link #WORD}, and no digit behind a dot. */
    DOTTED(Bytes.WORD, Bytes.WORD),
    /**
     * As {@link #DOTTED}, and no further group of one to four hexadecimal digits behind {@code :}, none of just two behind
     * {@code -}, and no second colon: what would make the match part of a longer address or fingerprint.
     */
    GROUP(Bytes.WORD, Bytes.WORD),
    /** As {@link #WORD}, and on the left none of {@code . - / @ + % \}, behind which the match would be the rest of a longer name. */
    HOST(Bytes.HOST, Bytes.WORD),
    /** Nothing that the alphabets of keys and tokens hold: {@code A-Z a-z 0-9 _ + / -}, and on the right {@code =} too. */
    TOKEN(Bytes.TOKEN, Bytes.TOKEN.with('=')),
    /** Anything may. */
    NONE(ByteSet.NONE, ByteSet.NONE);

    /** Bytes that join a match to what stands beside it. */
    private static final class Bytes {
        static final ByteSet WORD = ByteSet.range('0', '9')
                .union(ByteSet.range('A', 'Z'))
                .union(ByteSet.range('a', 'z'))
                .with('_');
        static final ByteSet HOST = WORD.union(ByteSet.of(".-/@+%\\"));
        static final ByteSet TOKEN = WORD.union(ByteSet.of("+/-"));
        static final ByteSet DIGITS = ByteSet.range('0', '9');
        static final ByteSet HEX = DIGITS.union(ByteSet.of("abcdefABCDEF"));
        static final ByteSet NUMBER_JOINS = ByteSet.of(".,-/:");
    }

    @SuppressWarnings("ImmutableEnumChecker") // A record of four numbers.
    private final ByteSet notLeft;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ByteSet notRight;

    Boundary(ByteSet notLeft, ByteSet notRight) {
        this.notLeft = notLeft;
        this.notRight = notRight;
    }

    /** Bytes that may stand left of a match; a quick test that every match passes. */
    ByteSet allowedLeft() {
        return notLeft.complement();
    }

    /** Bytes that may stand right of a match; a quick test that every match passes. */
    ByteSet allowedRight() {
        return notRight.complement();
    }

    /** Whether a match may start here. At least seven readable bytes stand before it. */
    boolean allowsStart(byte[] bytes, int start) {
        return !notLeft.contains(bytes[start - 1] & 0xFF) && !joined(bytes, start - 1, -1);
    }

    /** Whether a match may end here, {@code end} being one past its last byte. Seven readable bytes stand behind it. */
    boolean allowsEnd(byte[] bytes, int end) {
        return !notRight.contains(bytes[end] & 0xFF) && !joined(bytes, end, 1);
    }

    /** Whether the neighbour joins the match to more of its kind. */
    private boolean joined(byte[] bytes, int neighbour, int step) {
        int join = bytes[neighbour] & 0xFF;
        int next = neighbour + step;
        return switch (this) {
            case NUMBER ->
                Bytes.NUMBER_JOINS.contains(join)
                        && Bytes.DIGITS.contains(bytes[next] & 0xFF)
                        && (join != ',' || groups(bytes, neighbour));
            case DOTTED -> join == '.' && Bytes.DIGITS.contains(bytes[next] & 0xFF);
            case GROUP ->
                (join == '.' && Bytes.DIGITS.contains(bytes[next] & 0xFF)) || isGroup(bytes, join, next, step);
            case WORD, HOST, TOKEN, NONE -> false;
        };
    }

    /** Whether a comma may belong to a number: no run of four digits beside it, and none that a hyphen carries on. */
    private static boolean groups(byte[] bytes, int comma) {
        return isShortRun(bytes, comma, -1) && isShortRun(bytes, comma, 1);
    }

    private static boolean isShortRun(byte[] bytes, int from, int step) {
        int digits = 0;
        while (digits < 4 && Bytes.DIGITS.contains(bytes[from + (digits + 1) * step] & 0xFF)) {
            digits++;
        }
        return digits < 4 && bytes[from + (digits + 1) * step] != '-';
    }

    private static boolean isGroup(byte[] bytes, int join, int from, int step) {
        if (join != ':' && join != '-') {
            return false;
        }
        int digits = 0;
        while (digits < 5 && Bytes.HEX.contains(bytes[from + digits * step] & 0xFF)) {
            digits++;
        }
        byte behind = bytes[from + digits * step];
        boolean whole = !Bytes.WORD.contains(behind & 0xFF);
        if (join == '-') {
            return whole && digits == 2;
        }
        return (whole && digits >= 1 && digits <= 4) || (digits == 0 && behind == ':');
    }

    /** The name in the catalogue, such as {@code word}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
