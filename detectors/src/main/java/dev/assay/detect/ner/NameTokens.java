package dev.assay.detect.ner;

import java.util.Arrays;

/**
 * The tokens of a stretch of UTF-8 text: words, numbers, marks, and opaque pieces such as paths and identifiers that hold no
 * name. Cut by code of our own, one look at each byte; what a run without blanks is, {@link TokenRun} says. Reused; not
 * thread-safe.
 *
 * <p>A stretch is cut into segments at line ends and at the ends of sentences; what a token looks like to the model depends
 * on its segment alone.
 */
final class NameTokens {
    /** Longer runs without an end of sentence are cut here, so that memory does not grow with a cell. */
    static final int MOST = 512;

    /** Of a stretch this long all segments can be kept at once. */
    static final int KEPT_BYTES = 2048;

    /** No token is shorter than a byte. */
    static final int CAPACITY = KEPT_BYTES + MOST;

    private static final int REMEMBERED = 512;

    static final byte LOWER = 0;
    static final byte CAPITALISED = 1;
    static final byte CAPITALS = 2;
    static final byte INITIAL = 3;
    static final byte MIXED = 4;
    static final byte NUMBER = 5;
    static final byte OPAQUE = 6;
    static final byte MARK = 7;
    static final byte OTHER_SCRIPT = 8;

    private static final long[] MARKS = marks();
    private static final long FACTS_OF_MARK = WordTable.factsOf(MARK);
    private static final long FACTS_OF_BRACKET = WordTable.calling(FACTS_OF_MARK, Gate.PHRASE);
    private static final long FACTS_OF_OPAQUE = WordTable.factsOf(OPAQUE);
    private static final long FACTS_OF_ADDRESS = WordTable.calling(FACTS_OF_OPAQUE, Gate.ADDRESS);
    private static final long FACTS_OF_NUMBER = WordTable.factsOf(NUMBER);

    /** Longs of a token in {@link #looks}. */
    static final int LOOK = 4;

    final int[] start = new int[CAPACITY];
    final int[] end = new int[CAPACITY];
    /** All that the model sees of tokens: of each its hash, head, tail and facts, as {@link WordTable} tells of a word. */
    final long[] looks = new long[CAPACITY * LOOK];

    private final TokenRun run;
    private byte[] bytes = new byte[0];
    private int limit;
    private int at;
    private int first;
    private int size;
    /** The facts of all tokens of segments before. */
    private long before;
    /** The facts of all tokens of the segment. */
    private long segment;

    /** Tokens that share what is remembered of words with others of the same thread. */
    NameTokens(WordTable table) {
        run = new TokenRun(this, table);
    }

    NameTokens(Lexicon lexicon) {
        this(new WordTable(lexicon, REMEMBERED));
    }

    /** Begins a stretch. */
    void begin(byte[] text, int from, int to) {
        bytes = text;
        run.begin(text);
        at = from;
        limit = to;
        first = 0;
        size = 0;
        before = 0;
        segment = 0;
    }

    /** Goes on with another stretch of the same text, the tokens kept so far left where they are. */
    void goOn(int from, int to) {
        at = from;
        limit = to;
    }

    /** Index of the segment's first token. */
    int first() {
        return first;
    }

    /** One past the segment's last token, and past all tokens that are kept. */
    int size() {
        return size;
    }

    /** Hash of the lower-cased word. */
    long word(int token) {
        return looks[token * LOOK];
    }

    /** The first four code units, lower-cased, sixteen bits each. */
    long head(int token) {
        return looks[token * LOOK + 1];
    }

    /** The last four. */
    long tail(int token) {
        return looks[token * LOOK + 2];
    }

    /** As {@link WordTable#facts}. */
    long facts(int token) {
        return looks[token * LOOK + 3];
    }

    byte shape(int token) {
        return WordTable.shape(facts(token));
    }

    /** What {@link Gate} tells of it. */
    int gate(int token) {
        return WordTable.gate(facts(token));
    }

    /** Letters. */
    int length(int token) {
        return WordTable.letters(facts(token));
    }

    int flags(int token) {
        return WordTable.flags(facts(token));
    }

    /** What the model sees of the lexicon, {@value NameFeatures#MEANING_BITS} bits. */
    int meaning(int token) {
        return WordTable.meaning(facts(token));
    }

    /** Whether a list of names holds any word since the text began. */
    boolean sawListed() {
        return (WordTable.flags(before | segment) & Lexicon.NAMES) != 0;
    }

    /** What {@link Gate} tells of all tokens since the text began. */
    int seen() {
        return WordTable.gate(before | segment);
    }

    /** What {@link Gate} tells of the segment's tokens together. */
    int calls() {
        return WordTable.gate(segment);
    }

    /** Where the next segment begins. */
    int position() {
        return at;
    }

    /** Reads the next segment that holds a token; false at the end of the stretch. Its first token has the index 0. */
    boolean next() {
        size = 0;
        return append();
    }

    /** As {@link #next}, and keeps the tokens of the segments before; for stretches of at most {@value #KEPT_BYTES} bytes. */
    boolean append() {
        first = size;
        before |= segment;
        segment = 0;
        while (at < limit) {
            int b = bytes[at] & 0xFF;
            switch (ByteKind.of(bytes[at])) {
                case ByteKind.SPACE -> at++;
                case ByteKind.LINE -> {
                    at++;
                    if (size > first) {
                        return true;
                    }
                }
                case ByteKind.DELIMITER -> {
                    mark(b, at, at + 1);
                    at++;
                    if ((b == '.' || b == '!' || b == '?') && size > first + 1 && endsSentence()) {
                        return true;
                    }
                }
                default -> {
                    at = run.read(at, limit);
                    at += at < limit && bytes[at] == ' ' ? 1 : 0;
                }
            }
            if (size >= first + MOST - 8) {
                return true;
            }
        }
        return size > first;
    }

    /** A mark that ends a sentence is followed by white space and no small letter. */
    private boolean endsSentence() {
        if (at >= limit || bytes[at] > ' ' || bytes[at] < 0) {
            return at >= limit;
        }
        int next = at;
        while (next < limit && bytes[next] == ' ') {
            next++;
        }
        return next >= limit || bytes[next] < 'a' || bytes[next] > 'z';
    }

    /** Adds a mark. */
    void mark(int value, int from, int to) {
        add(value, value == '<' ? FACTS_OF_BRACKET : FACTS_OF_MARK, from, to);
    }

    private void add(int value, long facts, int from, int to) {
        start[size] = from;
        end[size] = to;
        int at = size * LOOK;
        looks[at] = value >= 0 && value < MARKS.length ? MARKS[value] : hashOfMark(value);
        looks[at + 1] = value;
        looks[at + 2] = value;
        looks[at + 3] = facts;
        segment |= facts;
        size++;
    }

    /** The {@link #word} of a mark. */
    static long hashOfMark(int value) {
        return WordHash.finish(WordHash.step(WordHash.START, value));
    }

    private static long[] marks() {
        long[] hashes = new long[128];
        Arrays.setAll(hashes, NameTokens::hashOfMark);
        return hashes;
    }

    /** Adds a piece that holds no name. */
    void opaque(int from, int to) {
        add(1, FACTS_OF_OPAQUE, from, to);
    }

    /** Adds a piece that holds no name and an at sign. */
    void address(int from, int to) {
        add(1, FACTS_OF_ADDRESS, from, to);
    }

    /** Adds digits. */
    void number(int from, int to) {
        add(2 + Math.min(8, to - from), FACTS_OF_NUMBER, from, to);
    }

    /** Adds a word, as a row of the table tells of it. */
    void word(WordTable table, int row, int from, int to) {
        start[size] = from;
        end[size] = to;
        table.tell(row, looks, size * LOOK);
        segment |= table.facts(row);
        size++;
    }

    /** Has a token of the segment look otherwise than it is. */
    void disguise(int token, long word, long facts) {
        looks[token * LOOK] = word;
        looks[token * LOOK + 3] = facts;
        segment = 0;
        for (int i = first; i < size; i++) {
            segment |= facts(i);
        }
    }
}
