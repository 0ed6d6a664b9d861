package dev.assay.detect.ner;

/**
 * 64-bit hashes of words and of features. Models and lexicons are keyed by them, so a change here asks for training anew.
 * Collisions are possible and harmless: two features then share a weight.
 */
final class WordHash {
    static final long START = 0x51_7c_c1_b7_27_22_0a_95L;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private WordHash() {}

    /** One more code point of a word. */
    static long step(long hash, int codePoint) {
        return (hash + codePoint) * FACTOR;
    }

    /** The end of a word: spreads the last steps over all bits. */
    static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
        return mixed ^ (mixed >>> 32);
    }

    /** Hash of a feature: a template and what fills it. */
    static long feature(int template, long value) {
        long mixed = (value + template * 0xBF58_476D_1CE4_E5B9L) * FACTOR;
        return mixed ^ (mixed >>> 29);
    }

    /** Two values as one, order telling. */
    static long pair(long one, long other) {
        return (one ^ (one >>> 31)) * 0x94D0_49BB_1331_11EBL + other;
    }

    /** Hash of a word in lower case, as {@link NameTokens} computes it. */
    static long of(String lowerCase) {
        long hash = START;
        int at = 0;
        while (at < lowerCase.length()) {
            int codePoint = lowerCase.codePointAt(at);
            hash = step(hash, codePoint);
            at += Character.charCount(codePoint);
        }
        return finish(hash);
    }
}
