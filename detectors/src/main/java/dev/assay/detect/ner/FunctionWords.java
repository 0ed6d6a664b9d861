package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.Optional;

/**
 * Says which language a text is in by counting function words in its beginning, until one language is well ahead. Knows no
 * more of text than where words end: what stands beside a sign of paths, addresses and code counts for nothing, and one look at
 * each byte is enough. A word that several languages share counts for each of them. Not thread-safe.
 */
final class FunctionWords {
    private static final int FEWEST = 2;
    /** A language so far ahead of all others stays ahead in nearly every text. */
    private static final int AHEAD = 6;

    private static final int REMEMBERED = 512;
    private static final int MASK = (1 << Language.all().size()) - 1;

    private static final byte SPACE = 0;
    private static final byte LETTER = 1;
    /** Ends a word that stands before it. */
    private static final byte MARK = 2;
    /** Makes no word of what it stands beside, up to the next white space. */
    private static final byte GLUE = 3;

    private static final byte[] KINDS = kinds();

    private final WordTable words;
    private final int[] votes = new int[Language.all().size()];

    FunctionWords(Lexicon lexicon) {
        words = new WordTable(lexicon, REMEMBERED);
    }

    /** What a byte is to someone who cuts tokens, with less to tell apart; asterisks set words off. */
    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = switch (ByteKind.of((byte) i)) {
                case ByteKind.SPACE, ByteKind.LINE -> SPACE;
                case ByteKind.WORD, ByteKind.HIGH -> LETTER;
                case ByteKind.GLUE, ByteKind.DIGIT -> GLUE;
                default -> MARK;
            };
        }
        kinds['*'] = MARK;
        return kinds;
    }

    /** The language with most votes; empty if it has too few, or another one has as many. */
    Optional<Language> language(byte[] bytes, int from, int to) {
        Arrays.fill(votes, 0);
        int at = from;
        while (at < to) {
            switch (KINDS[bytes[at] & 0xFF]) {
                case LETTER -> {
                    int end = wordEnd(bytes, at, to);
                    byte behind = end < to ? KINDS[bytes[end] & 0xFF] : SPACE;
                    if (behind == GLUE || (behind == MARK && isInside(bytes, end, to))) {
                        at = spaceFrom(bytes, end, to);
                    } else {
                        if (end > at && count(bytes, at, end)) {
                            return most();
                        }
                        at = end > at ? end : markEnd(bytes, at, to);
                    }
                }
                case GLUE -> at = spaceFrom(bytes, at, to);
                default -> at++;
            }
        }
        return most();
    }

    private static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && KINDS[bytes[at] & 0xFF] == LETTER && !isWideMark(bytes, at, to)) {
            at++;
        }
        return at;
    }

    /** Punctuation beyond ASCII: U+0080 to U+00BF, U+2000 to U+2BFF, U+3000 to U+303F. */
    private static boolean isWideMark(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2) {
            return false;
        }
        int next = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
        return lead == 0xC2 || (lead == 0xE2 && next < 0xB0) || (lead == 0xE3 && next == 0x80);
    }

    private static int markEnd(byte[] bytes, int at, int to) {
        return Math.min(to, at + ((bytes[at] & 0xFF) == 0xC2 ? 2 : 3));
    }

    /** Whether a hyphen, a full stop or a colon joins what stands on both sides of it. */
    private static boolean isInside(byte[] bytes, int at, int to) {
        byte mark = bytes[at];
        return (mark == '-' || mark == '.' || mark == ':')
                && at + 1 < to
                && (KINDS[bytes[at + 1] & 0xFF] == LETTER || KINDS[bytes[at + 1] & 0xFF] == GLUE);
    }

    private static int spaceFrom(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && KINDS[bytes[at] & 0xFF] != SPACE) {
            at++;
        }
        return at;
    }

    /** Counts a word and says whether it settled the matter. */
    private boolean count(byte[] bytes, int from, int to) {
        int flags = WordTable.flags(words.facts(words.row(bytes, from, to)));
        int bits = (flags >>> Lexicon.FIRST_LANGUAGE) & MASK;
        if (bits == 0) {
            return false;
        }
        int most = 0;
        while (bits != 0) {
            most = Math.max(most, ++votes[Integer.numberOfTrailingZeros(bits)]);
            bits &= bits - 1;
        }
        return most >= AHEAD && most - second() >= AHEAD;
    }

    private int second() {
        int most = 0;
        int second = 0;
        for (int count : votes) {
            second = Math.max(second, Math.min(most, count));
            most = Math.max(most, count);
        }
        return second;
    }

    private Optional<Language> most() {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return votes[best] < FEWEST || votes[best] == second()
                ? Optional.empty()
                : Optional.of(Language.all().get(best));
    }
}
