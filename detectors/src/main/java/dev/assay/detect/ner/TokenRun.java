package dev.assay.detect.ner;

/**
 * Says what a run of text without blanks is: one word, a number, something opaque, or several of them. A word keeps inner
 * hyphens and apostrophes ({@code Jean-Pierre}, {@code O'Brien}); a genitive {@code 's} and a French elision ({@code l'})
 * stand apart, as do two words at a slash; initials keep their full stop. Adds to the tokens it was made for.
 */
final class TokenRun {
    private static final int LETTER = 1;
    private static final int DIGIT = 1 << 1;
    private static final int GLUE = 1 << 2;
    private static final int AT_SIGN = 1 << 3;

    /** Of each byte, which of these it is. */
    private static final byte[] PARTS = parts();

    private final NameTokens tokens;
    private final WordTable table;
    private byte[] bytes = new byte[0];
    private int limit;
    /** Where the run ends; a full stop behind an initial or a title is still its own. */
    private int at;
    /** What there is in the run. */
    private int parts;

    TokenRun(NameTokens tokens, WordTable table) {
        this.tokens = tokens;
        this.table = table;
    }

    /** Begins a text in UTF-8. Not told with each run, for a collector's barrier makes a reference dear to store. */
    void begin(byte[] text) {
        bytes = text;
    }

    /**
     * Adds the tokens of one run.
     *
     * @param from its first byte, which is no blank and no mark between words
     * @param to where the text ends
     * @return where the run ends
     */
    int read(int from, int to) {
        limit = to;
        int end = WordTable.plainLettersEnd(bytes, from, limit);
        if (end > from && (end == limit || endsRun(end))) {
            at = end;
            word(from, end);
        } else {
            mixed(from);
        }
        return at;
    }

    /** Whether a byte behind letters belongs to no longer run. */
    private boolean endsRun(int place) {
        byte kind = ByteKind.of(bytes[place]);
        return kind == ByteKind.SPACE || kind == ByteKind.LINE || (kind == ByteKind.DELIMITER && !joins(place));
    }

    private void mixed(int from) {
        int seen = 0;
        int end = from;
        while (end < limit) {
            int part = PARTS[bytes[end] & 0xFF];
            if (bytes[end] < 0) {
                int punctuation = punctuation(end);
                if (punctuation > 0) {
                    if (end == from) {
                        tokens.mark(1000 + bytes[end + punctuation - 1], from, end + punctuation);
                        at = end + punctuation;
                        return;
                    }
                    if (!(isApostrophe(end) && hasLetter(end + 3))) {
                        break;
                    }
                    end += 2;
                }
            } else if (part == 0 && !joins(end)) {
                break;
            }
            seen |= part;
            end++;
        }
        parts = seen;
        at = end;
        if ((parts & GLUE) != 0) {
            glued(from, end);
        } else if ((parts & DIGIT) == 0) {
            words(from, end);
        } else if ((parts & LETTER) == 0) {
            tokens.number(from, end);
        } else {
            tokens.opaque(from, end);
        }
    }

    /** Whether a delimiter stands inside a word or a dotted name rather than between words. */
    private boolean joins(int place) {
        byte b = bytes[place];
        if ((b != '\'' && b != '-' && b != '.' && b != ':') || place + 1 >= limit) {
            return false;
        }
        byte after = ByteKind.of(bytes[place + 1]);
        if (b == '\'' || b == '-') {
            return after == ByteKind.WORD || after == ByteKind.HIGH || after == ByteKind.DIGIT;
        }
        byte before = ByteKind.of(bytes[place - 1]);
        if (b == '.') {
            boolean joined = (after == ByteKind.WORD || after == ByteKind.DIGIT)
                    && (before == ByteKind.WORD || before == ByteKind.DIGIT);
            boolean newSentence = ByteKind.isSmall(bytes[place - 1]) && ByteKind.isCapital(bytes[place + 1]);
            return joined && !newSentence;
        }
        return (after == ByteKind.DIGIT && before == ByteKind.DIGIT) || after == ByteKind.GLUE;
    }

    private boolean hasLetter(int place) {
        if (place >= limit) {
            return false;
        }
        byte kind = ByteKind.of(bytes[place]);
        return kind == ByteKind.WORD || kind == ByteKind.HIGH;
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
            if (ByteKind.of(bytes[i]) == ByteKind.GLUE || ByteKind.of(bytes[i]) == ByteKind.DIGIT) {
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
        tokens.mark('/', slash, slash + 1);
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
            byte kind = ByteKind.of(bytes[i]);
            if (kind == ByteKind.GLUE || kind == ByteKind.DIGIT) {
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

    private void opaque(int from, int end) {
        if ((parts & AT_SIGN) != 0) {
            tokens.address(from, end);
        } else {
            tokens.opaque(from, end);
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
                return i > from && ByteKind.isSmall(bytes[from]) ? i + (straight ? 1 : 3) : from;
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
            tokens.mark('-', from, to);
            return;
        }
        if ((facts & WordTable.IDENTIFIER) != 0) {
            tokens.opaque(from, to);
            return;
        }
        int stop = to;
        if (to < limit && bytes[to] == '.' && to == at) {
            boolean initial = (facts & WordTable.INITIAL) != 0;
            if (initial || (WordTable.flags(facts) & Lexicon.TITLE) != 0) {
                at++;
                stop = initial ? to + 1 : to;
            }
        }
        table.complete(row, bytes, from, to);
        tokens.word(table, row, from, stop);
    }

    private static byte[] parts() {
        byte[] parts = new byte[256];
        for (int value = 0; value < parts.length; value++) {
            parts[value] = switch (ByteKind.of((byte) value)) {
                case ByteKind.WORD, ByteKind.HIGH -> LETTER;
                case ByteKind.DIGIT -> DIGIT;
                case ByteKind.GLUE -> GLUE;
                default -> 0;
            };
        }
        parts['@'] |= AT_SIGN;
        return parts;
    }
}
