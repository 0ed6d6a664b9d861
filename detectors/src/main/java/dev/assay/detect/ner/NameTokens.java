package dev.assay.detect.ner;

import java.util.Arrays;

/**
 * The tokens of a stretch of UTF-8 text: words, numbers, marks, and opaque pieces such as paths and identifiers that hold no
 * name. Cut by code of our own, one look at each byte. A word keeps inner hyphens and apostrophes ({@code Jean-Pierre},
 * {@code O'Brien}); a genitive {@code 's} and a French elision ({@code l'}) stand apart; initials keep their full stop.
 * Reused; not thread-safe.
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

    private static final byte SPACE = 0;
    private static final byte LINE = 1;
    private static final byte WORD = 2;
    private static final byte DIGIT = 3;
    private static final byte DELIMITER = 4;
    private static final byte GLUE = 5;
    private static final byte HIGH = 6;
    private static final byte[] CLASSES = classes();
    private static final long[] MARKS = marks();

    final int[] start = new int[CAPACITY];
    final int[] end = new int[CAPACITY];
    /** Hash of the lower-cased word. */
    final long[] word = new long[CAPACITY];
    /** The first four and the last four code units, lower-cased, sixteen bits each. */
    final long[] head = new long[CAPACITY];

    final long[] tail = new long[CAPACITY];
    final byte[] shape = new byte[CAPACITY];
    /** Letters. */
    final int[] length = new int[CAPACITY];

    final int[] flags = new int[CAPACITY];

    private final WordTable table;
    private byte[] bytes = new byte[0];
    private int limit;
    private int at;
    private int first;
    private int size;

    /** Tokens that share what is remembered of words with others of the same thread. */
    NameTokens(WordTable table) {
        this.table = table;
    }

    NameTokens(Lexicon lexicon) {
        this(new WordTable(lexicon, REMEMBERED));
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, DELIMITER);
        Arrays.fill(classes, 0, 33, SPACE);
        Arrays.fill(classes, 128, 256, HIGH);
        classes['\n'] = LINE;
        classes['\r'] = LINE;
        Arrays.fill(classes, 'a', 'z' + 1, WORD);
        Arrays.fill(classes, 'A', 'Z' + 1, WORD);
        Arrays.fill(classes, '0', '9' + 1, DIGIT);
        for (char glue : "_\\@#=&%$~^*+/`".toCharArray()) {
            classes[glue] = GLUE;
        }
        return classes;
    }

    /** Begins a stretch. */
    void begin(byte[] text, int from, int to) {
        bytes = text;
        at = from;
        limit = to;
        first = 0;
        size = 0;
    }

    /** Index of the segment's first token. */
    int first() {
        return first;
    }

    /** One past the segment's last token, and past all tokens that are kept. */
    int size() {
        return size;
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
        while (at < limit) {
            int b = bytes[at] & 0xFF;
            switch (CLASSES[b]) {
                case SPACE -> at++;
                case LINE -> {
                    at++;
                    if (size > first) {
                        return true;
                    }
                }
                case DELIMITER -> {
                    mark(b, at, at + 1);
                    at++;
                    if ((b == '.' || b == '!' || b == '?') && size > first + 1 && endsSentence()) {
                        return true;
                    }
                }
                default -> chunk();
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

    private void mark(int value, int from, int to) {
        start[size] = from;
        end[size] = to;
        word[size] = value >= 0 && value < MARKS.length ? MARKS[value] : hashOfMark(value);
        head[size] = value;
        tail[size] = value;
        shape[size] = MARK;
        length[size] = 0;
        flags[size] = 0;
        size++;
    }

    private static long hashOfMark(int value) {
        return WordHash.finish(WordHash.step(WordHash.START, value));
    }

    private static long[] marks() {
        long[] hashes = new long[128];
        Arrays.setAll(hashes, NameTokens::hashOfMark);
        return hashes;
    }

    private void opaque(int from, int to) {
        mark(1, from, to);
        shape[size - 1] = OPAQUE;
    }

    private void number(int from, int to) {
        mark(2 + Math.min(8, to - from), from, to);
        shape[size - 1] = NUMBER;
    }

    /** A run without white space or delimiters: a word, a number, or something opaque. */
    private void chunk() {
        int from = at;
        int end = at;
        while (end < limit && CLASSES[bytes[end] & 0xFF] == WORD) {
            end++;
        }
        if (end > from && (end == limit || endsChunk(end))) {
            at = end;
            word(from, end);
            return;
        }
        chunk(from);
    }

    /** Whether a byte behind letters belongs to no longer run. */
    private boolean endsChunk(int place) {
        byte kind = CLASSES[bytes[place] & 0xFF];
        return kind == SPACE || kind == LINE || (kind == DELIMITER && !joins(place));
    }

    private void chunk(int from) {
        int glue = 0;
        int digits = 0;
        int letters = 0;
        int end = from;
        while (end < limit) {
            byte kind = CLASSES[bytes[end] & 0xFF];
            if (kind == WORD) {
                letters++;
            } else if (kind == DIGIT) {
                digits++;
            } else if (kind == GLUE) {
                glue++;
            } else if (kind == HIGH) {
                int punctuation = punctuation(end);
                if (punctuation > 0) {
                    if (end == from) {
                        mark(1000 + bytes[end + punctuation - 1], from, end + punctuation);
                        at = end + punctuation;
                        return;
                    }
                    if (!(isApostrophe(end) && hasLetter(end + 3))) {
                        break;
                    }
                    end += 2;
                }
                letters++;
            } else if (!joins(end)) {
                break;
            }
            end++;
        }
        at = end;
        if (glue > 0) {
            glued(from, end);
        } else if (digits > 0) {
            if (letters == 0) {
                number(from, end);
            } else {
                opaque(from, end);
            }
        } else {
            words(from, end);
        }
    }

    /** Whether a delimiter stands inside a word or a dotted name rather than between words. */
    private boolean joins(int place) {
        byte b = bytes[place];
        if ((b != '\'' && b != '-' && b != '.' && b != ':') || place + 1 >= limit) {
            return false;
        }
        byte after = CLASSES[bytes[place + 1] & 0xFF];
        if (b == '\'' || b == '-') {
            return after == WORD || after == HIGH || after == DIGIT;
        }
        byte before = CLASSES[bytes[place - 1] & 0xFF];
        if (b == '.') {
            boolean joined = (after == WORD || after == DIGIT) && (before == WORD || before == DIGIT);
            boolean newSentence = isSmall(bytes[place - 1]) && isCapital(bytes[place + 1]);
            return joined && !newSentence;
        }
        return (after == DIGIT && before == DIGIT) || after == GLUE;
    }

    private static boolean isSmall(byte b) {
        return b >= 'a' && b <= 'z';
    }

    private static boolean isCapital(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private boolean hasLetter(int place) {
        if (place >= limit) {
            return false;
        }
        byte kind = CLASSES[bytes[place] & 0xFF];
        return kind == WORD || kind == HIGH;
    }

    private boolean isApostrophe(int place) {
        return place + 2 < limit
                && (bytes[place] & 0xFF) == 0xE2
                && (bytes[place + 1] & 0xFF) == 0x80
                && (bytes[place + 2] & 0xFF) == 0x99;
    }

    /** Length of a mark beyond ASCII, 0 if there is none. */
    private int punctuation(int place) {
        int b = bytes[place] & 0xFF;
        if (b == 0xC2) {
            return Math.min(2, limit - place);
        }
        if (place + 2 >= limit) {
            return 0;
        }
        int second = bytes[place + 1] & 0xFF;
        boolean general = b == 0xE2 && second >= 0x80 && second <= 0xAF;
        boolean cjk = b == 0xE3 && second == 0x80;
        boolean wide = b == 0xEF && second == 0xBC && (bytes[place + 2] & 0xFF) <= 0x8F;
        return general || cjk || wide ? 3 : 0;
    }

    /** Two words around one slash are two words; whatever else is glued is opaque. */
    private void glued(int from, int end) {
        int slash = -1;
        for (int i = from; i < end; i++) {
            if (CLASSES[bytes[i] & 0xFF] == GLUE || CLASSES[bytes[i] & 0xFF] == DIGIT) {
                boolean second = slash >= 0;
                if (bytes[i] == '/' && !second) {
                    slash = i;
                } else if (bytes[i] == '*' || bytes[i] == '`') {
                    emphasised(from, end);
                    return;
                } else {
                    opaque(from, end);
                    return;
                }
            }
        }
        if (slash == from || slash == end - 1) {
            opaque(from, end);
            return;
        }
        words(from, slash);
        mark('/', slash, slash + 1);
        words(slash + 1, end);
    }

    /** Words set off by asterisks, as chat and Markdown do. */
    private void emphasised(int from, int end) {
        int first = from;
        int last = end;
        while (first < last && (bytes[first] == '*' || bytes[first] == '`')) {
            first++;
        }
        while (last > first && (bytes[last - 1] == '*' || bytes[last - 1] == '`')) {
            last--;
        }
        for (int i = first; i < last; i++) {
            byte kind = CLASSES[bytes[i] & 0xFF];
            if (kind == GLUE || kind == DIGIT) {
                opaque(from, end);
                return;
            }
        }
        if (first == last || bytes[from] == '`') {
            opaque(from, end);
        } else {
            words(first, last);
        }
    }

    private void words(int from, int to) {
        int first = from;
        int elision = elision(from, to);
        if (elision > from) {
            word(from, elision);
            first = elision;
        }
        int genitive = genitive(first, to);
        word(first, genitive);
        if (genitive < to) {
            word(genitive, to);
        }
    }

    private int elision(int from, int to) {
        for (int i = from; i < Math.min(from + 3, to - 2); i++) {
            boolean straight = bytes[i] == '\'';
            if (straight || isApostrophe(i)) {
                return i > from && isSmall(bytes[from]) ? i + (straight ? 1 : 3) : from;
            }
        }
        return from;
    }

    private int genitive(int from, int to) {
        if (to - from < 3 || (bytes[to - 1] | 0x20) != 's') {
            return to;
        }
        if (bytes[to - 2] == '\'') {
            return to - 2;
        }
        return to - from > 4 && isApostrophe(to - 4) ? to - 4 : to;
    }

    private void word(int from, int to) {
        int row = table.row(bytes, from, to);
        long facts = table.facts(row);
        if (WordTable.letters(facts) == 0) {
            mark('-', from, to);
            return;
        }
        if ((facts & WordTable.IDENTIFIER) != 0) {
            opaque(from, to);
            return;
        }
        int stop = to;
        int known = WordTable.flags(facts);
        if (to < limit && bytes[to] == '.' && to == at) {
            boolean initial = (facts & WordTable.INITIAL) != 0;
            if (initial || (known & Lexicon.TITLE) != 0) {
                at++;
                stop = initial ? to + 1 : to;
            }
        }
        start[size] = from;
        end[size] = stop;
        word[size] = table.hash(row);
        head[size] = table.head(row);
        tail[size] = table.tail(row);
        length[size] = WordTable.letters(facts);
        flags[size] = known;
        shape[size] = WordTable.shape(facts);
        size++;
    }
}
