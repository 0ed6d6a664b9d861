package dev.assay.detect;

/**
 * The name a value has inside its cell, where the cell is JSON or a query: {@code {"ssn": "…"}}, {@code ?phone=…&ssn=…}. Such
 * a name speaks for and against a detector like the words of a column's path. Reads each candidate's surroundings once; not
 * thread-safe.
 */
final class CellKeys {
    /** A longer name is none. */
    private static final int LONGEST = 64;

    private final RuleSet rules;
    private final WordList words = new WordList();
    private int start = -1;
    private int cellStart;
    private int keyStart;
    private int keyEnd;
    private boolean read;

    CellKeys(RuleSet rules) {
        this.rules = rules;
    }

    /** Forgets the last candidate; call it when the array changes. */
    void clear() {
        start = -1;
    }

    /** Whether the byte before a candidate is one that stands between a name and its value. */
    static boolean mayStandBehindName(byte[] bytes, int candidate) {
        byte before = bytes[candidate - 1];
        return before == '"' || before == '=' || before == ' ' || before == ':';
    }

    /** {@code 1} if the name before a candidate names what the detector finds, {@code -1} if a look-alike, else {@code 0}. */
    int evidence(int detector, byte[] bytes, int cellFrom, int candidate) {
        if (candidate != start) {
            start = candidate;
            cellStart = cellFrom;
            read = false;
            find(bytes);
        }
        if (keyEnd == keyStart) {
            return 0;
        }
        if (!read) {
            split(bytes);
            read = true;
        }
        if (rules.columnWords(detector).holdsAnyOf(words)) {
            return 1;
        }
        return rules.lookAlikeWords(detector).holdsAnyOf(words) ? -1 : 0;
    }

    /** Whether a candidate would have a name. */
    boolean isNamed(byte[] bytes, int cellFrom, int candidate) {
        start = candidate;
        cellStart = cellFrom;
        read = false;
        find(bytes);
        return keyEnd > keyStart;
    }

    /** Finds the name: quoted and followed by a colon, or behind one of {@code ? & ;} and followed by an equals sign. */
    private void find(byte[] bytes) {
        keyStart = 0;
        keyEnd = 0;
        int at = start;
        if (at > cellStart && bytes[at - 1] == '=') {
            int from = nameStart(bytes, at - 1);
            boolean query = from < at - 1
                    && from > cellStart
                    && (bytes[from - 1] == '?' || bytes[from - 1] == '&' || bytes[from - 1] == ';');
            if (query) {
                keyStart = from;
                keyEnd = at - 1;
            }
            return;
        }
        if (at > cellStart && bytes[at - 1] == '"') {
            at--;
        }
        at = skipBlanks(bytes, at);
        if (at == cellStart || bytes[at - 1] != ':') {
            return;
        }
        at = skipBlanks(bytes, at - 1);
        if (at == cellStart || bytes[at - 1] != '"') {
            return;
        }
        int from = nameStart(bytes, at - 1);
        if (from < at - 1 && from > cellStart && bytes[from - 1] == '"') {
            keyStart = from;
            keyEnd = at - 1;
        }
    }

    private int skipBlanks(byte[] bytes, int from) {
        int at = from;
        while (at > cellStart && from - at < LONGEST && bytes[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    private int nameStart(byte[] bytes, int end) {
        int at = end;
        while (at > cellStart && end - at < LONGEST && isOfName(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isOfName(byte b) {
        return Words.mayBeOfWord(b) || b == '_' || b == '-' || b == '.' || b == ' ';
    }

    /** Splits the name as {@link ColumnWords} splits a path; digits at a word's end are left out. */
    private void split(byte[] bytes) {
        words.clear();
        int from = keyStart;
        for (int at = keyStart; at <= keyEnd; at++) {
            boolean cut = at == keyEnd
                    || !Words.mayBeOfWord(bytes[at])
                    || (at > from && isUpper(bytes[at]) && !isUpper(bytes[at - 1]));
            if (cut) {
                int to = at;
                while (to > from && bytes[to - 1] >= '0' && bytes[to - 1] <= '9') {
                    to--;
                }
                if (to > from) {
                    words.addAll(bytes, from, to);
                }
                from = at < keyEnd && Words.mayBeOfWord(bytes[at]) ? at : at + 1;
            }
        }
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }
}
