package dev.assay.detect.ner;

/**
 * What one word looks like: its letters without case, how it begins and ends, where its capitals are. Apostrophes, hyphens and
 * full stops inside it are no letters. Reused; not thread-safe.
 */
final class WordLook {
    private static final int APOSTROPHE = 0x2019;
    private static final int COMBINING_ACUTE = 0x301;

    private long hash;
    private long head;
    private long tail;
    private int letters;
    private int capitals;
    private boolean capitalFirst;
    private boolean capitalInside;
    private boolean smallBefore;

    /** Capitals behind small letters. */
    private int humps;

    private boolean dotted;
    private boolean foreign;

    /** Looks at a word, in UTF-8. */
    void read(byte[] bytes, int from, int to) {
        hash = WordHash.START;
        head = 0;
        tail = 0;
        letters = 0;
        capitals = 0;
        capitalFirst = false;
        capitalInside = false;
        smallBefore = false;
        humps = 0;
        dotted = false;
        foreign = false;
        int at = from;
        while (at < to) {
            int codePoint = bytes[at] & 0xFF;
            int length = 1;
            if (codePoint >= 0x80) {
                if (codePoint < 0xE0 && at + 1 < to) {
                    codePoint = ((codePoint & 0x1F) << 6) | (bytes[at + 1] & 0x3F);
                    length = 2;
                } else if (codePoint < 0xF0 && at + 2 < to) {
                    codePoint = ((codePoint & 0x0F) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F);
                    length = 3;
                } else {
                    length = Math.min(4, to - at);
                }
            }
            add(codePoint == APOSTROPHE ? '\'' : codePoint);
            at += length;
        }
        hash = WordHash.finish(hash);
    }

    private void add(int codePoint) {
        foreign |= isForeign(codePoint);
        if (codePoint == '.') {
            dotted = true;
            return;
        }
        int small = lower(codePoint);
        boolean joins = codePoint == '\'' || codePoint == '-';
        if (small != codePoint) {
            capitals++;
            capitalFirst |= letters == 0;
            capitalInside |= letters > 0;
            humps += smallBefore ? 1 : 0;
        }
        smallBefore = small == codePoint && !joins;
        letters += joins ? 0 : 1;
        hash = WordHash.step(hash, small);
        if (letters <= 4) {
            head = (head << 16) | (small & 0xFFFF);
        }
        tail = (tail << 16) | (small & 0xFFFF);
    }

    /** Whether a letter is not of the Latin script. */
    private static boolean isForeign(int codePoint) {
        return codePoint > 0x24F && (codePoint < 0x1E00 || codePoint > 0x1EFF) && codePoint != COMBINING_ACUTE;
    }

    int letters() {
        return letters;
    }

    /** Of all letters, lower case. */
    long hash() {
        return hash;
    }

    /** The first four letters, lower case, sixteen bits each. */
    long head() {
        return head;
    }

    /** The last four letters, lower case, sixteen bits each. */
    long tail() {
        return tail;
    }

    /** Whether it is written as programs write: {@code camelCase}, {@code file.name}. */
    boolean isIdentifier() {
        boolean camelCase = humps > 1 || (humps == 1 && !capitalFirst);
        return camelCase || (dotted && letters > 3 && capitals < letters);
    }

    /** Whether a full stop behind it belongs to it, as to an initial. */
    boolean isInitial() {
        return (letters == 1 && capitalFirst) || dotted;
    }

    /** One of the shapes of {@link NameTokens}. */
    byte shape() {
        if (foreign) {
            return NameTokens.OTHER_SCRIPT;
        }
        if (capitals == 0) {
            return NameTokens.LOWER;
        }
        if (letters == 1) {
            return NameTokens.INITIAL;
        }
        if (capitals == letters) {
            return NameTokens.CAPITALS;
        }
        return capitalFirst && !capitalInside ? NameTokens.CAPITALISED : NameTokens.MIXED;
    }

    static int lower(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint;
        }
        return Character.toLowerCase(codePoint);
    }
}
