package dev.assay.detect.ner;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;

/**
 * Looks at one line before it is cut into tokens, eight bytes at once: whether it is written as programs write, and whether
 * something in it shows a name all the same. What shows one in such a line is a word with a capital that a list of names holds, or
 * a title; of words with a capital that no list knows, the second of two side by side and one that stands where values do; and
 * where the line has no capital, a word that only lists of names hold. Reused; not thread-safe.
 */
final class LineLook {
    /** Signs of programs beside a hundred letters and signs that make a line a program's; chosen on development portions. */
    private static final int SHARE = 10;

    /** One sign is anybody's. */
    private static final int FEWEST = 2;

    /** What a statement's end or a block's begin at the end of a line counts for. */
    private static final int LAST_SIGN = 3;

    /** Bits that the mark of a letter moves to become the mark of the byte behind it. */
    private static final int NEXT = Byte.SIZE;

    private static final int NOWHERE = -2;
    private static final int LAST = Long.SIZE - NEXT;
    /** Bits that what makes a letter small moves to become the mark of its byte. */
    private static final int SMALL = 2;

    private static final long ONES = 0x0101010101010101L;
    /** Makes braces of brackets, and of what lies between and behind them ({@code \^_}) what lies there. */
    private static final long BRACKETS_TO_BRACES = 0x2020202020202020L;

    private static final int ORDINARY = Lexicon.COMMON | Lexicon.CALENDAR | Lexicon.TITLE;

    private static final boolean[] GLUES = glues();

    private final WordTable words;
    private final boolean open;
    /** Where words with a capital begin, of every eight bytes of the line's first 2 KiB. */
    private final long[] begins = new long[256];

    private byte[] bytes = new byte[0];
    private int textEnd;
    private int start;
    private int end;
    private int letters;
    private int signs;
    private boolean capitals;
    /** Where the last word with a capital ends that no list knows. */
    private int unknownEnd;

    private LineLook(WordTable words, boolean open) {
        this.words = words;
        this.open = open;
    }

    /** Passes by the lines of programs that show no name. */
    static LineLook gated(WordTable words) {
        return new LineLook(words, false);
    }

    /** Passes by no line, to measure what is lost by it. */
    static LineLook open(WordTable words) {
        return new LineLook(words, true);
    }

    /** Begins a text. */
    void begin(byte[] text, int from, int to) {
        bytes = text;
        textEnd = to;
        end = from - 1;
    }

    /** Goes to the next line that may hold a name; false at the end of the text. */
    boolean next() {
        while (end + 1 < textEnd) {
            start = end + 1;
            count();
            boolean ofProgram = signs >= FEWEST && signs * 100L >= (long) (letters + signs) * SHARE;
            if (open || !ofProgram || showsName()) {
                return true;
            }
        }
        return false;
    }

    /** First byte of the line. */
    int start() {
        return start;
    }

    /** One past its last byte, without the mark of its end. */
    int end() {
        return end;
    }

    /**
     * Counts letters and signs as far as the line goes, and notes where words begin that have a capital. A sign is a mark of programs and
     * paths; one more is a full stop between letters, two more a bracket behind one, and {@value #LAST_SIGN} more a statement's end or a
     * block's begin at the line's end. Bytes beyond ASCII are letters, and may be capitals.
     */
    private void count() {
        int letterCount = 0;
        int signCount = 0;
        long seenCapitals = 0;
        long letterBefore = 0;
        long stopBefore = 0;
        int at = start;
        int to = textEnd;
        int eights = 0;
        while (at < to) {
            long eight = EightBytes.upTo(bytes, at, to);
            long lineEnd = lineEnds(eight);
            if (lineEnd != 0) {
                // The marks of line ends are high bits, so all bits below the first are those of the bytes before it.
                eight &= ((lineEnd & -lineEnd) >>> 7) - 1;
                to = at + (Long.numberOfTrailingZeros(lineEnd) >>> 3);
            }
            long beyond = eight & AsciiBytes.HIGHS;
            long ascii = beyond ^ AsciiBytes.HIGHS;
            long low = eight & ~AsciiBytes.HIGHS;
            long folded = low | BRACKETS_TO_BRACES;
            long brace = from(folded, '{');
            long slash = from(low, '/');
            long letter = (from(folded, 'a') & ~brace & ascii) | beyond;
            long behindLetter = letter << NEXT | letterBefore;
            long stop = from(low, '.') & ~slash & behindLetter & ascii;
            long bracket = from(low, '(') & ~from(low, ')') & behindLetter & ascii;
            long sign = brace
                    | (from(low, ';') & ~from(low, '?'))
                    | (from(low, '*') & ~from(low, ','))
                    | (slash & ~from(low, '0'));
            // No two of these are one byte's.
            long counted = (sign & ascii) | (letter & (stop << NEXT | stopBefore)) | bracket;
            letterCount += Long.bitCount(letter);
            signCount += Long.bitCount(counted) + Long.bitCount(bracket);
            long capital = letter & ~(eight << SMALL);
            seenCapitals |= capital & ascii;
            if (eights < begins.length) {
                begins[eights++] = (capital | beyond) & ~behindLetter;
            }
            letterBefore = letter >>> LAST;
            stopBefore = stop >>> LAST;
            at += Long.BYTES;
        }
        end = to;
        capitals = seenCapitals != 0;
        letters = letterCount;
        signs = signCount + (endsStatement() ? LAST_SIGN : 0);
    }

    /** The high bit of each byte of ASCII that is a character or one behind it; the other bits mean nothing. */
    private static long from(long low, char first) {
        return low + (0x80 - first) * ONES;
    }

    /** Whether a block or a call begins or a statement ends where the line does, and no quoted value there. */
    private boolean endsStatement() {
        if (end - start < 2) {
            return false;
        }
        byte last = bytes[end - 1];
        if (last != ';') {
            return last == '{' || last == '(';
        }
        int before = end - 2;
        while (before > start && bytes[before] == ')') {
            before--;
        }
        return bytes[before] != '"' && bytes[before] != '\'';
    }

    private static long lineEnds(long eight) {
        long breaks = AsciiBytes.between(eight, '\n', '\r');
        return breaks == 0 ? 0 : AsciiBytes.equal(eight, '\n') | AsciiBytes.equal(eight, '\r');
    }

    /** Whether some word of the line shows a name: of those with a capital, where there are any. */
    private boolean showsName() {
        unknownEnd = NOWHERE;
        int eights = 0;
        for (int at = start; at < end; at += Long.BYTES) {
            long begin = capitals && eights < begins.length ? begins[eights++] : begins(at);
            while (begin != 0) {
                if (isShown(at + (Long.numberOfTrailingZeros(begin) >>> 3))) {
                    return true;
                }
                begin &= begin - 1;
            }
        }
        return false;
    }

    /** Where words that are asked begin within eight bytes. */
    private long begins(int at) {
        long eight = EightBytes.upTo(bytes, at, end);
        long beyond = eight & AsciiBytes.HIGHS;
        long letter = AsciiBytes.letters(eight) | beyond;
        long asked = capitals ? AsciiBytes.capitals(eight) | beyond : letter;
        long before = at > start && ByteKind.isLetter(bytes[at - 1]) ? 1L << (NEXT - 1) : 0;
        return asked & ~(letter << NEXT | before);
    }

    /** Whether the word that begins at a byte shows a name. */
    private boolean isShown(int begin) {
        if (begin > start && (glues(bytes[begin - 1]) || bytes[begin - 1] == '.')) {
            return false;
        }
        int stop = WordTable.lettersEnd(bytes, begin, end);
        if (isGluedBehind(stop)) {
            return false;
        }
        long facts = words.facts(words.row(bytes, begin, stop));
        int flags = WordTable.flags(facts);
        byte shape = WordTable.shape(facts);
        boolean ordinary = (flags & ORDINARY) != 0;
        if ((facts & WordTable.IDENTIFIER) != 0 || shape > NameTokens.MIXED) {
            return false;
        }
        if (shape == NameTokens.LOWER) {
            return !capitals && !ordinary && (flags & Lexicon.NAMES) != 0;
        }
        if ((flags & (Lexicon.NAMES | Lexicon.TITLE)) != 0) {
            return !NameCues.SHIPPED.isProduct(words, bytes, begin, end);
        }
        if (ordinary || shape == NameTokens.INITIAL || shape == NameTokens.CAPITALS) {
            return false;
        }
        boolean second = unknownEnd == begin - 1 && bytes[begin - 1] == ' ';
        unknownEnd = stop;
        return second || isValue(begin, stop);
    }

    /** Whether a word that ends at a byte goes on as a path, an identifier or a number. */
    private boolean isGluedBehind(int stop) {
        if (stop == end) {
            return false;
        }
        boolean goesOn = stop + 1 < end;
        return glues(bytes[stop])
                || (bytes[stop] == '.' && goesOn && ByteKind.isLetter(bytes[stop + 1]))
                || (bytes[stop] == ':' && goesOn && ByteKind.of(bytes[stop + 1]) == ByteKind.GLUE);
    }

    private static boolean glues(byte b) {
        return GLUES[b & 0xFF];
    }

    /** Asterisks set words off rather than glue them. */
    private static boolean[] glues() {
        boolean[] glues = new boolean[256];
        for (int i = 0; i < glues.length; i++) {
            byte kind = ByteKind.of((byte) i);
            glues[i] = kind == ByteKind.DIGIT || (kind == ByteKind.GLUE && i != '*');
        }
        return glues;
    }

    /**
     * Whether a word stands where values do: behind a colon or where a quotation, an element's text or a field of a table begins or
     * ends, or as in running text, behind a word in small letters and before a blank.
     */
    private boolean isValue(int begin, int stop) {
        boolean blankBefore = begin > start && bytes[begin - 1] == ' ';
        boolean blankBehind = stop == end || bytes[stop] == ' ';
        int before = begin - (blankBefore ? 2 : 1);
        int behind = stop < end && blankBehind ? stop + 1 : stop;
        boolean begins = before >= start
                && switch (bytes[before]) {
                    case '"', '\'', '>', '|' -> true;
                    case ':' -> blankBefore;
                    default -> blankBefore && blankBehind && ByteKind.isSmall(bytes[before]);
                };
        return begins
                || (behind < end
                        && switch (bytes[behind]) {
                            case '"', '\'', '|' -> true;
                            case '<' -> behind + 1 < end && bytes[behind + 1] == '/';
                            default -> false;
                        });
    }
}
