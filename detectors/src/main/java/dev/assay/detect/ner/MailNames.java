package dev.assay.detect.ner;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;

/**
 * What stands before the at signs of a text's e-mail addresses, held against words: {@code jane.doe@…}, {@code jdoe@…} or
 * {@code doej@…} speak for Jane Doe. Letters alone count, without case and without accents. Keeps a few addresses; not
 * thread-safe.
 */
final class MailNames {
    /** Receives a name that an address speaks for. */
    @FunctionalInterface
    interface Found {
        /**
         * One name.
         *
         * @param first index of its first token
         * @param end one past its last token
         */
        void name(int first, int end);
    }

    private static final int MOST = 8;
    private static final int LONGEST = 48;
    /** What the letters U+00C0 to U+00FF are without their accents. */
    private static final String PLAIN = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";

    private final byte[][] parts = new byte[MOST][LONGEST];
    private final int[] lengths = new int[MOST];
    private final byte[] one = new byte[LONGEST];
    private final byte[] other = new byte[LONGEST];
    private int count;

    void clear() {
        count = 0;
    }

    /** Keeps the addresses among some tokens; the first {@value #MOST} of a text. */
    void gather(NameTokens tokens, byte[] bytes, int first, int end) {
        for (int i = first; i < end && count < MOST; i++) {
            if ((tokens.gate(i) & Gate.ADDRESS) != 0) {
                int at = at(bytes, tokens.start[i], tokens.end[i]);
                if (at > 0) {
                    int length = letters(bytes, tokens.start[i], at, parts[count]);
                    lengths[count] = length;
                    count += length > 1 ? 1 : 0;
                }
            }
        }
    }

    /** Where the at sign of an address stands; 0 if the bytes are none. */
    private static int at(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to - 1; i += Long.BYTES) {
            long signs = AsciiBytes.equal(EightBytes.upTo(bytes, i, to - 1), '@');
            if (signs != 0) {
                return i + (Long.numberOfTrailingZeros(signs) >>> 3);
            }
        }
        return 0;
    }

    /** Finds words side by side that an address is made of, and single ones that are known as a person's name and nothing else. */
    void find(NameTokens tokens, byte[] bytes, int first, int end, Found into) {
        for (int i = first; count > 0 && i < end; i++) {
            if (mayBeOfMail(tokens, i)) {
                int next = i + 1 < end && tokens.shape(i + 1) == NameTokens.INITIAL ? i + 2 : i + 1;
                if (next < end && mayBeOfMail(tokens, next) && areOf(tokens, bytes, i, next)) {
                    into.name(i, next + 1);
                } else if (isNothingElse(tokens, i) && isOf(tokens, bytes, i)) {
                    into.name(i, i + 1);
                }
            }
        }
    }

    private static boolean mayBeOfMail(NameTokens tokens, int token) {
        int flags = tokens.flags(token);
        boolean common = (flags & (Lexicon.COMMON | Lexicon.ROLE | Lexicon.ORGANISATION)) != 0;
        return tokens.shape(token) <= NameTokens.MIXED && (NameRun.isListed(flags) || !common);
    }

    /** Whether a word with a capital is known as a person's name and as nothing else. */
    private static boolean isNothingElse(NameTokens tokens, int token) {
        return NameRun.isListed(tokens.flags(token))
                && (tokens.flags(token) & Lexicon.COMMON) == 0
                && tokens.shape(token) != NameTokens.LOWER;
    }

    /** Whether an address is made of two words, or of one and the first letter of the other, in either order. */
    private boolean areOf(NameTokens tokens, byte[] bytes, int first, int second) {
        int a = letters(bytes, tokens.start[first], tokens.end[first], one);
        int b = letters(bytes, tokens.start[second], tokens.end[second], other);
        if (a + b < 3) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (isOf(i, one, a, other, b)
                    || isOf(i, other, b, one, a)
                    || (b > 2 && (isOf(i, one, 1, other, b) || isOf(i, other, b, one, 1)))
                    || (a > 2 && (isOf(i, one, a, other, 1) || isOf(i, other, 1, one, a)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address is one word. */
    private boolean isOf(NameTokens tokens, byte[] bytes, int word) {
        int length = letters(bytes, tokens.start[word], tokens.end[word], one);
        for (int i = 0; i < count; i++) {
            if (length > 2 && isOf(i, one, length, other, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address is the first letters of some words. */
    boolean areInitialsOf(NameTokens tokens, byte[] bytes, int first, int end) {
        for (int i = 0; i < count; i++) {
            boolean same = lengths[i] == end - first;
            for (int word = first; same && word < end; word++) {
                same = letters(bytes, tokens.start[word], tokens.end[word], one) > 0
                        && one[0] == parts[i][word - first];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(int part, byte[] left, int leftLength, byte[] right, int rightLength) {
        if (lengths[part] != leftLength + rightLength) {
            return false;
        }
        byte[] letters = parts[part];
        for (int i = 0; i < leftLength; i++) {
            if (letters[i] != left[i]) {
                return false;
            }
        }
        for (int i = 0; i < rightLength; i++) {
            if (letters[leftLength + i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    /** The letters of a stretch; 0 if there are too many, or one has no plain letter. */
    private static int letters(byte[] bytes, int from, int to, byte[] into) {
        int length = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            int letter = 0;
            if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') {
                letter = b | 0x20;
            } else if ((b & 0xFF) == 0xC3 && i + 1 < to) {
                letter = PLAIN.charAt(bytes[++i] & 0x3F);
            } else if (b < 0) {
                return 0;
            }
            if (letter != 0) {
                if (length == LONGEST) {
                    return 0;
                }
                into[length++] = (byte) letter;
            }
        }
        return length;
    }
}
