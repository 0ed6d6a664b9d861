package dev.assay.detect.text;

/**
 * Cyrillic and Greek letters that look like Latin ones (a selection of Unicode TR39's confusables), read as those where
 * they stand in a run of letters and digits that also holds Latin letters and no letter of the other script that looks like
 * none. Remembers the last run; not thread-safe.
 */
final class LookAlikes {
    private static final int FIRST = 0x370;
    private static final int LAST = 0x52F;

    /** A longer run is no address, account or word. */
    private static final int LONGEST_RUN = 128;

    private static final String FOREIGN = "АВЕЅІЈКМНОРСТХУԌԚԜаеѕіјорсхуһԁԛԝᴀ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανιρυ";
    private static final String LATIN = "ABESIJKMHOPCTXYGQWaesijopcxyhdqwA" + "ABEZHIKMNOPTYXoavipu";
    private static final byte[] READINGS = readings();

    private int runStart;
    private int runEnd;
    private boolean mixed;

    private static byte[] readings() {
        byte[] readings = new byte[LAST - FIRST + 1];
        for (int i = 0; i < FOREIGN.length(); i++) {
            if (FOREIGN.charAt(i) <= LAST) {
                readings[FOREIGN.charAt(i) - FIRST] = (byte) LATIN.charAt(i);
            }
        }
        return readings;
    }

    /** Forgets the last run. */
    void begin() {
        runStart = 0;
        runEnd = 0;
    }

    /** The Latin letter a character looks like, or itself. */
    static int reading(int codePoint) {
        if (codePoint < FIRST || codePoint > LAST || READINGS[codePoint - FIRST] == 0) {
            return codePoint;
        }
        return READINGS[codePoint - FIRST];
    }

    /** The Latin letter that the character at a place is read as, or itself. */
    int readingAt(byte[] text, int at, int codePoint) {
        int letter = reading(codePoint);
        if (letter == codePoint) {
            return codePoint;
        }
        if (at < runStart || at >= runEnd) {
            look(text, at);
        }
        return mixed ? letter : codePoint;
    }

    /** Finds the run around a place; where it is too long, the part around the place that was looked at is taken as not mixed. */
    private void look(byte[] text, int at) {
        boolean latin = false;
        boolean foreign = false;
        int start = at;
        while (at - start < LONGEST_RUN && isOfRun(text[start - 1])) {
            start--;
        }
        int end = at;
        while (end - at < LONGEST_RUN && isOfRun(text[end])) {
            end++;
        }
        for (int i = start; i < end; i++) {
            int b = text[i] & 0xFF;
            latin |= Characters.isLetter(b);
            if (b >= 0xC2) {
                int codePoint = Utf8.codePoint(text, i);
                foreign |= codePoint < 0 || reading(codePoint) == codePoint;
            }
        }
        boolean whole = !isOfRun(text[start - 1]) && !isOfRun(text[end]);
        runStart = start;
        runEnd = end;
        mixed = whole && latin && !foreign;
    }

    /** ASCII letters and digits, and the bytes of Greek and Cyrillic letters. */
    private static boolean isOfRun(byte b) {
        int value = b & 0xFF;
        return Characters.isWord(value) || (value >= 0x80 && value <= 0xBF) || (value >= 0xCD && value <= 0xD4);
    }
}
