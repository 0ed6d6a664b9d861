package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick filter for the places where one of a set of words may begin: {@link WordBeginnings}, then tables by the hash of a
 * word's first four bytes, or of all of a shorter one, letters folded. It lets through what hashes alike and what only begins
 * like a long word; it never leaves a word out. Grows while words are added; then read-only by agreement.
 */
final class WordStarts {
    private static final int LONG = 4;
    private static final int FOLD = 0x20202020;
    private static final int BITS = 16;
    private static final int BITS_OF_SHORT = 13;
    private static final int FACTOR = 0x9E3779B1;
    private static final int TWO_BYTE = 0x800;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** 1 for bytes an ASCII word ends before. */
    private static final byte[] ENDS_WORD = endsWord();

    /** A short word that begins so must end there, or may go on: where scripts write no spaces, the next character may be its own word. */
    private static final int MUST_END = 1;

    private static final int MAY_GO_ON = 2;

    private final long[] bits = new long[1 << (BITS - 6)];
    private final byte[] ofThree = new byte[1 << BITS_OF_SHORT];
    private final byte[] ofTwo = new byte[1 << BITS_OF_SHORT];
    private final byte[] ofOne = new byte[256];

    private final WordBeginnings beginnings = new WordBeginnings();

    private static byte[] endsWord() {
        byte[] ends = new byte[256];
        for (int value = 0; value < 256; value++) {
            ends[value] = (byte) (Words.isAsciiWordByte((byte) value) ? 0 : 1);
        }
        return ends;
    }

    /** Adds a word or a phrase, by its first word. */
    void add(String phrase) {
        for (byte[] spelling : spellings(phrase)) {
            int from = Words.start(spelling, 0, spelling.length);
            if (from < spelling.length) {
                add(spelling, from, Words.end(spelling, from, spelling.length));
            }
        }
    }

    private void add(byte[] text, int from, int to) {
        int gram = 0;
        for (int i = 0; i < Math.min(LONG, to - from); i++) {
            gram |= (text[from + i] & 0xFF) << (8 * i);
        }
        beginnings.add(text, from, to);
        byte how = (byte) (text[to - 1] < 0 ? MAY_GO_ON : MUST_END);
        switch (to - from) {
            case 1 -> ofOne[(gram | FOLD) & 0xFF] = MUST_END;
            case 2 -> ofTwo[shortHash(gram, 2)] |= how;
            case 3 -> ofThree[shortHash(gram, 3)] |= how;
            default -> {
                int hash = ((gram | FOLD) * FACTOR) >>> (32 - BITS);
                bits[hash >>> 6] |= 1L << hash;
            }
        }
    }

    /** The hash of the first bytes of a gram, of which it holds others too. */
    private static int shortHash(int gram, int length) {
        return (((gram | FOLD) << (32 - 8 * length)) * FACTOR) >>> (32 - BITS_OF_SHORT);
    }

    /** The ways to write the beginning of a phrase that count as the same. */
    private static List<byte[]> spellings(String phrase) {
        List<String> spellings = List.of("");
        int[] codePoints = phrase.codePoints().toArray();
        for (int i = 0; i < Math.min(LONG, codePoints.length); i++) {
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                for (int same : alike(codePoints[i])) {
                    longer.add(spelling + Character.toString(same));
                }
            }
            spellings = longer;
        }
        String rest = phrase.substring(phrase.offsetByCodePoints(0, Math.min(LONG, codePoints.length)));
        return spellings.stream()
                .map(spelling -> (spelling + rest).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Integer> alike(int codePoint) {
        if (codePoint < 0x80 || codePoint >= TWO_BYTE) {
            return List.of(codePoint);
        }
        List<Integer> alike = new ArrayList<>();
        for (int other = 0x80; other < TWO_BYTE; other++) {
            if (Words.folded(other) == Words.folded(codePoint)) {
                alike.add(other);
            }
        }
        return alike;
    }

    /** The filter that tells most words apart. */
    WordBeginnings beginnings() {
        return beginnings;
    }

    /**
     * Whether a word may begin at a place that {@link #beginnings} let through. Matters for words of other letters than ASCII,
     * of which the beginnings tell nothing.
     */
    boolean mayBegin(byte[] bytes, int at) {
        int gram = (int) INTS.get(bytes, at);
        int hash = ((gram | FOLD) * FACTOR) >>> (32 - BITS);
        int three = ofThree[shortHash(gram, 3)];
        int two = ofTwo[shortHash(gram, 2)];
        int longer = (int) (bits[hash >>> 6] >>> hash);
        int one = ofOne[(gram | FOLD) & 0xFF];
        int shorter = (three & ENDS_WORD[bytes[at + 3] & 0xFF])
                | (two & ENDS_WORD[bytes[at + 2] & 0xFF])
                | (one & ENDS_WORD[bytes[at + 1] & 0xFF])
                | ((three | two) >> 1);
        return ((longer | shorter) & 1) != 0;
    }
}
