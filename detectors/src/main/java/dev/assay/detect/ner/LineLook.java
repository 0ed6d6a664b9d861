package dev.assay.detect.ner;

/**
 * Looks at one line before it is cut into tokens, by {@link LineMarks}: whether it is written as programs write, and whether
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

    private static final int NOWHERE = -2;

    /** Blocks of which is kept where words stand; a line of more is marked again to ask them. */
    private static final int KEPT = 64;

    private static final int ORDINARY = Lexicon.COMMON | Lexicon.CALENDAR | Lexicon.TITLE;

    private final WordTable words;
    private final boolean open;
    private final LineMarks marks = new LineMarks();
    private final LineMarks again = new LineMarks();
    /** Letters of each block of the line. */
    private final long[] letters = new long[KEPT];
    /** {@link LineMarks#starts} of each. */
    private final long[] starts = new long[KEPT];
    /** {@link LineMarks#begins} of each. */
    private final long[] begins = new long[KEPT];

    private byte[] bytes = new byte[0];
    private int textStart;
    private int textEnd;
    private int start;
    private int end;
    private int letterCount;
    private int signCount;
    /** First byte of the line's first block, which may stand before the line. */
    private int firstBlock;

    private int blocks;

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
        textStart = from;
        textEnd = to;
        end = from - 1;
        marks.begin(text, from, to);
    }

    /** Goes to the next line that may hold a name; false at the end of the text. */
    boolean next() {
        while (end + 1 < textEnd) {
            start = end + 1;
            count();
            boolean ofProgram = signCount >= FEWEST && signCount * 100L >= (long) (letterCount + signCount) * SHARE;
            if (open || !ofProgram || showsName()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is this one line. */
    boolean isText() {
        return start == textStart && end == textEnd;
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
     * Goes to the line's end, counts letters and signs as far as that, and keeps where words stand. {@value #LAST_SIGN} signs more are a
     * statement's end or a block's begin at the line's end.
     */
    private void count() {
        int letter = 0;
        int sign = 0;
        long capital = 0;
        int block = 0;
        int at = start;
        int to = textEnd;
        firstBlock = at < marks.end() ? marks.start() : at;
        while (at < to) {
            if (at == marks.end()) {
                marks.next();
            }
            long line = -1L << (at - marks.start());
            at = marks.end();
            long lineEnd = marks.lineEnds() & line;
            if (lineEnd != 0) {
                at = marks.start() + Long.numberOfTrailingZeros(lineEnd);
                to = at;
                line &= (lineEnd & -lineEnd) - 1;
            }
            letter += Long.bitCount(marks.letters() & line);
            sign += Long.bitCount(marks.signs() & line) + Long.bitCount(marks.brackets() & line);
            capital |= marks.capitals() & line;
            if (block < KEPT) {
                letters[block] = marks.letters() & line;
                starts[block] = marks.starts() & line;
                begins[block] = marks.begins() & line;
            }
            block++;
        }
        end = to;
        blocks = block;
        capitals = capital != 0;
        letterCount = letter;
        signCount = sign + (endsStatement() ? LAST_SIGN : 0);
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

    /** Whether some word of the line shows a name: of those with a capital, where there are any. */
    private boolean showsName() {
        unknownEnd = NOWHERE;
        if (blocks > KEPT) {
            return showsNameAgain();
        }
        long[] asked = capitals ? begins : starts;
        for (int block = 0; block < blocks; block++) {
            if (isShown(firstBlock + block * LineMarks.BYTES, letters[block], asked[block])) {
                return true;
            }
        }
        return false;
    }

    private boolean showsNameAgain() {
        again.begin(bytes, start, end);
        for (int at = start; at < end; at += LineMarks.BYTES) {
            again.next();
            if (isShown(at, again.letters(), capitals ? again.begins() : again.starts())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a word within a block shows a name.
     *
     * @param block the block's first byte
     * @param letter its letters
     * @param asked where the words begin that are asked
     */
    private boolean isShown(int block, long letter, long asked) {
        long left = asked;
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int begin = block + first;
            long behind = ~letter >>> first;
            int stop = behind != 0
                    ? begin + Long.numberOfTrailingZeros(behind)
                    : WordTable.lettersEnd(bytes, block + LineMarks.BYTES, end);
            if (!isGluedBehind(stop) && isShown(begin, stop)) {
                return true;
            }
            left &= left - 1;
        }
        return false;
    }

    /** Whether a word that nothing glues to others shows a name. */
    private boolean isShown(int begin, int stop) {
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
        return LineMarks.glues(bytes[stop])
                || (bytes[stop] == '.' && goesOn && ByteKind.isLetter(bytes[stop + 1]))
                || (bytes[stop] == ':' && goesOn && ByteKind.of(bytes[stop + 1]) == ByteKind.GLUE);
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
