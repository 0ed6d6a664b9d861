package dev.assay.detect.ner;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;
import org.jspecify.annotations.Nullable;

/**
 * What the words met lately look like and mean, so that a word met again costs one comparison instead of a look at each
 * letter and a search in the lexicon. A word's row follows from its bytes alone; a word forgotten for another is looked at
 * again and comes out the same. Bounded; not thread-safe.
 *
 * <pre>
 *  row: bytes 0–7 long │ bytes 8–15 long │ hash long │ head long │ tail long │ facts long
 *  facts: lexicon's flags 0–31 │ letters 32–37 │ gate 38–47 │ shape 48–51 │ parts 52–53 │ {@link #MORE} │ {@link #IDENTIFIER}, {@link #INITIAL} │ names in genitive 58–62
 * </pre>
 */
final class WordTable {
    static final long IDENTIFIER = 1L << 56;
    static final long INITIAL = 1L << 57;

    /** Longer words are looked at each time. */
    private static final int LONGEST = 2 * Long.BYTES;

    /** There is more to tell of the word, which nobody has asked yet. */
    private static final long MORE = 1L << 54;

    private static final int GATE = 38;
    /** What {@link Gate#of} tells, of phrases nothing. */
    private static final long GATES = (long) (Gate.ALL ^ Gate.PHRASE) << GATE;

    private static final int SHAPE = 48;
    private static final int PARTS = 52;
    private static final int GENITIVE = 58;
    private static final int MOST_LETTERS = 0x3F;
    private static final int ROW = 6;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Lexicon lexicon;
    private final WordLook look = new WordLook();
    private final WordParts parts;
    /** Null while the phrases themselves are read. */
    private final @Nullable NameCues cues;

    private final long[] rows;
    private final int shift;
    /** Where a word too long for the table is told of. */
    private final int aside;

    /**
     * A table.
     *
     * @param words how many words are remembered, a power of two
     */
    WordTable(Lexicon lexicon, int words) {
        this(lexicon, words, NameCues.SHIPPED);
    }

    /** A table that tells nothing of phrases, to read them by. */
    static WordTable withoutPhrases(Lexicon lexicon, int words) {
        return new WordTable(lexicon, words, null);
    }

    private WordTable(Lexicon lexicon, int words, @Nullable NameCues cues) {
        this.cues = cues;
        this.lexicon = lexicon;
        parts = new WordParts(lexicon);
        shift = Long.SIZE - Integer.numberOfTrailingZeros(words);
        aside = words * ROW;
        rows = new long[aside + ROW];
    }

    /** The row of a word in UTF-8 without a zero byte, of which {@link #complete} may tell more; good until the next call. */
    int row(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST || length == 0) {
            return fill(aside, bytes, from, to);
        }
        long low = EightBytes.of(bytes, from, Math.min(length, Long.BYTES));
        long high = length > Long.BYTES ? EightBytes.of(bytes, from + Long.BYTES, length - Long.BYTES) : 0;
        int row = (int) (((low ^ Long.rotateLeft(high, 29) * SPREAD) * SPREAD) >>> shift) * ROW;
        if (rows[row] != low || rows[row + 1] != high) {
            fill(row, bytes, from, to);
            rows[row] = low;
            rows[row + 1] = high;
        }
        return row;
    }

    /** Where letters from a byte on end; what marks join to them is left out. */
    static int lettersEnd(byte[] bytes, int begin, int limit) {
        return end(bytes, begin, limit, AsciiBytes.HIGHS);
    }

    /** As {@link #lettersEnd}, of letters of ASCII alone. */
    static int plainLettersEnd(byte[] bytes, int begin, int limit) {
        return end(bytes, begin, limit, 0);
    }

    /**
     * Where letters end.
     *
     * @param beyond the high bits of bytes, if those beyond ASCII are letters
     */
    private static int end(byte[] bytes, int begin, int limit, long beyond) {
        int at = begin;
        while (at < limit) {
            long eight = EightBytes.upTo(bytes, at, limit);
            long others = ~(AsciiBytes.letters(eight) | (eight & beyond)) & AsciiBytes.HIGHS;
            if (others != 0) {
                return at + (Long.numberOfTrailingZeros(others) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    private int fill(int row, byte[] bytes, int from, int to) {
        look.read(bytes, from, to);
        rows[row + 2] = look.hash();
        rows[row + 3] = look.head();
        rows[row + 4] = look.tail();
        int flags = lexicon.flags(look.hash());
        rows[row + 5] = (flags & 0xFFFF_FFFFL)
                | (long) Math.min(MOST_LETTERS, look.letters()) << 32
                | (long) look.shape() << SHAPE
                | (look.isIdentifier() ? IDENTIFIER : 0)
                | (look.isInitial() ? INITIAL : 0)
                | MORE;
        return row;
    }

    /** Tells a row of what few ask and takes as long as all the rest: the word's parts, where no list holds it as a whole, and {@link Gate}. */
    void complete(int row, byte[] bytes, int from, int to) {
        long facts = facts(row);
        if ((facts & MORE) != 0) {
            boolean phrase = cues != null && cues.mayBeginWith(hash(row));
            long told = calling(gated(facts ^ MORE), phrase ? Gate.PHRASE : 0);
            if ((flags(facts) & Lexicon.MEANING) == 0) {
                long genitive = parts.namesInGenitive(bytes, from, to);
                told |= genitive != 0 ? genitive << GENITIVE : (long) parts.compound(bytes, from, to) << PARTS;
            }
            rows[row + 5] = told;
        }
    }

    /** Hash of the word's letters without case. */
    long hash(int row) {
        return rows[row + 2];
    }

    /** Copies what is told of a word: hash, {@link WordLook#head}, {@link WordLook#tail} and facts. */
    void tell(int row, long[] into, int at) {
        into[at] = rows[row + 2];
        into[at + 1] = rows[row + 3];
        into[at + 2] = rows[row + 4];
        into[at + 3] = rows[row + 5];
    }

    long facts(int row) {
        return rows[row + 5];
    }

    /** The facts of what is no word. */
    static long factsOf(byte shape) {
        return gated((long) shape << SHAPE);
    }

    /** Facts of a word as if lists did not hold it that are told by flags of {@link Lexicon}. */
    static long withoutLists(long facts, int flags) {
        return gated(facts & ~(GATES | flags | (long) (flags & Lexicon.NAMES) << GENITIVE));
    }

    /** Facts of a token that calls for more. */
    static long calling(long facts, int more) {
        return facts | (long) more << GATE;
    }

    private static long gated(long facts) {
        return facts | (long) Gate.of(shape(facts), letters(facts), flags(facts)) << GATE;
    }

    /** What {@link Gate} tells. */
    static int gate(long facts) {
        return (int) (facts >>> GATE) & Gate.ALL;
    }

    static int flags(long facts) {
        return (int) facts;
    }

    /** What the model sees of the lexicon: of the word as a whole, or else of its parts. */
    static int meaning(long facts) {
        return ((int) facts & Lexicon.MEANING)
                | ((int) (facts >>> GENITIVE) & Lexicon.NAMES)
                | ((int) (facts >>> PARTS) & (WordParts.COMPOUND | WordParts.COMPOUND_OF_TWO))
                        << Lexicon.FIRST_LANGUAGE;
    }

    /** Letters, at most {@value #MOST_LETTERS}. */
    static int letters(long facts) {
        return (int) (facts >>> 32) & MOST_LETTERS;
    }

    static byte shape(long facts) {
        return (byte) ((facts >>> SHAPE) & 0xF);
    }
}
