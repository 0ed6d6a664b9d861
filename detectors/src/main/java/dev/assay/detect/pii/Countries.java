package dev.assay.detect.pii;

/** Country codes of ISO 3166-1 alpha-2. */
final class Countries {
    private static final boolean[] CODES = Tables.letterPairs("countries.txt");

    private Countries() {}

    /** Two capital letters that are a country's code. */
    static boolean is(byte[] text, int index) {
        return Chars.isLetter(text, index)
                && Chars.isLetter(text, index + 1)
                && CODES[(text[index] - 'A') * 26 + text[index + 1] - 'A'];
    }
}
