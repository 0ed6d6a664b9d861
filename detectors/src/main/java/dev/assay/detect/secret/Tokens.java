package dev.assay.detect.secret;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;

/** Tokens known by their prefix or by a name beside them: what is left to ask is whether they are random. */
final class Tokens {
    private Tokens() {}

    /**
     * Random from the given byte on; a value marked as an example stands in for one.
     *
     * @param milliBits least entropy of the random part, in thousandths of a bit per byte
     * @param prefix bytes before the random part
     */
    static Check random(int milliBits, int prefix) {
        return (bytes, start, end) -> {
            int body = start + prefix;
            if (body >= end || !Entropy.atLeast(bytes, body, end, milliBits)) {
                return Verdict.INVALID;
            }
            return StandIns.isMarked(bytes, body, end) || StandIns.hasSequence(bytes, body, end)
                    ? Verdict.PLACEHOLDER
                    : Verdict.VALID;
        };
    }

    /** Like {@link #random}, and neither of words nor part of a path or a file's name: for prefixes that are words themselves. */
    static Check standalone(int milliBits, int prefix) {
        Check random = random(milliBits, prefix);
        return (bytes, start, end) -> {
            boolean inPath = (start > 0 && isPathByte(bytes[start - 1]))
                    || (end + 1 < bytes.length && isPathByte(bytes[end]) && Ascii.isWord(bytes[end + 1]));
            return inPath || WordLikeness.looksLikeWords(bytes, start + prefix, end)
                    ? Verdict.INVALID
                    : random.judge(bytes, start, end);
        };
    }

    private static boolean isPathByte(int b) {
        return b == '/' || b == '.' || b == '-';
    }

    /** Like {@link #random}, and holds both a letter and a digit. */
    static Check mixed(int milliBits, int prefix) {
        Check random = random(milliBits, prefix);
        return (bytes, start, end) -> {
            boolean letter = false;
            boolean digit = false;
            for (int i = start + prefix; i < end; i++) {
                letter |= Ascii.isLetter(bytes[i]);
                digit |= Ascii.isDigit(bytes[i]);
            }
            return letter && digit ? random.judge(bytes, start, end) : Verdict.INVALID;
        };
    }

    /** A key that is random and not one of the {@link PublishedKeys} or a run of the alphabet. */
    static Check unpublished(int milliBits, int prefix) {
        Check random = random(milliBits, prefix);
        return (bytes, start, end) -> {
            boolean known = PublishedKeys.contains(bytes, start, end) || StandIns.hasSequence(bytes, start, end);
            return known ? Verdict.INVALID : random.judge(bytes, start, end);
        };
    }

    /** A key that everybody knows, or that runs through the alphabet. */
    static Verdict published(byte[] bytes, int start, int end) {
        if (PublishedKeys.contains(bytes, start, end)) {
            return Verdict.PUBLISHED_TEST;
        }
        return StandIns.hasSequence(bytes, start, end) ? Verdict.PLACEHOLDER : Verdict.INVALID;
    }

    /** Any value; says whether it stands in for another. */
    static Verdict any(byte[] bytes, int start, int end) {
        return StandIns.isStandIn(bytes, start, end) ? Verdict.PLACEHOLDER : Verdict.VALID;
    }

    /** Like {@link #random}, and holds a word, such as the mark an issuer puts into the middle. */
    static Check holding(int milliBits, int prefix, String word) {
        Check random = random(milliBits, prefix);
        return (bytes, start, end) ->
                Ascii.containsWord(bytes, start, end, word) ? random.judge(bytes, start, end) : Verdict.INVALID;
    }

    /** A random value in a stretch of text that also holds one of the words, at most so many bytes away. */
    static Check near(int milliBits, int reach, String word) {
        Check random = random(milliBits, 0);
        return (bytes, start, end) -> {
            int from = Ascii.cellStart(bytes, start, reach);
            int to = Ascii.cellEnd(bytes, end, reach);
            boolean near = Ascii.containsWord(bytes, from, start, word) || Ascii.containsWord(bytes, end, to, word);
            return near ? random.judge(bytes, start, end) : Verdict.INVALID;
        };
    }
}
