package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick filter for the places where one of a set of words may begin: a bit for the hash of a word's first four bytes, in
 * which letters are folded and everything that is no part of a word is zero. It lets through what hashes alike, and places
 * inside words; it never leaves a word out. Grows while words are added; then read-only by agreement.
 */
final class WordStarts {
    private static final int GRAM = 4;
    private static final int BITS = 16;
    private static final int SHIFT = 32 - BITS;
    private static final int FACTOR = 0x9E3779B1;
    private static final int TWO_BYTE = 0x800;
    private static final byte[] FOLDED = foldedBytes();

    private final long[] bits = new long[1 << (BITS - 6)];

    private static byte[] foldedBytes() {
        byte[] folded = new byte[256];
        for (int value = 0; value < 256; value++) {
            if (Words.isWordByte((byte) value)) {
                folded[value] = (byte) (value < 0x80 ? Words.folded(value) : value);
            }
        }
        return folded;
    }

    /** Adds a word or a phrase, by its first word. */
    void add(String phrase) {
        for (byte[] spelling : spellings(phrase)) {
            add(spelling, 0, 0, 0);
        }
    }

    /** The ways to write the beginning of a phrase that count as the same. */
    private static List<byte[]> spellings(String phrase) {
        List<String> spellings = List.of("");
        int[] codePoints = phrase.codePoints().toArray();
        for (int i = 0; i < Math.min(GRAM, codePoints.length); i++) {
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                for (int same : alike(codePoints[i])) {
                    longer.add(spelling + Character.toString(same));
                }
            }
            spellings = longer;
        }
        String rest = phrase.substring(phrase.offsetByCodePoints(0, Math.min(GRAM, codePoints.length)));
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

    /** Marks what may stand at the places of a run from one on, the spelling being read up to {@code at}. */
    private void add(byte[] spelling, int at, int gram, int place) {
        if (place == GRAM) {
            int hash = (gram * FACTOR) >>> SHIFT;
            bits[hash >>> 6] |= 1L << hash;
        } else if (at < spelling.length && Words.isWordByte(spelling[at])) {
            add(spelling, at + 1, (gram << 8) | (FOLDED[spelling[at] & 0xFF] & 0xFF), place + 1);
        } else if (at == spelling.length && !Words.endsInTwoByteLetter(spelling, at) && spelling[at - 1] < 0) {
            anything(spelling, gram, place);
        } else {
            int next = at;
            while (next < spelling.length && !Words.isWordByte(spelling[next])) {
                next++;
            }
            if (place == 0) {
                add(spelling, next, gram, place);
            } else if (next < spelling.length) {
                for (int zeros = 1; zeros <= GRAM - place; zeros++) {
                    add(spelling, next, gram << (8 * zeros), place + zeros);
                }
            } else {
                anything(spelling, gram << 8, place + 1);
            }
        }
    }

    private void anything(byte[] spelling, int gram, int place) {
        if (place == GRAM) {
            add(spelling, 0, gram, place);
            return;
        }
        boolean zero = false;
        for (int value = 0; value < 256; value++) {
            if (FOLDED[value] != 0 || !zero) {
                zero |= FOLDED[value] == 0;
                anything(spelling, (gram << 8) | (FOLDED[value] & 0xFF), place + 1);
            }
        }
    }

    /**
     * Keeps those of some places where a word may begin.
     *
     * @param bytes readable four bytes past each place
     * @param into has room for all places and one more
     * @return how many were kept
     */
    int keep(byte[] bytes, int[] places, int size, int[] into) {
        byte[] folded = FOLDED;
        long[] table = bits;
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = places[i];
            int gram = (folded[bytes[at] & 0xFF] << 24)
                    | ((folded[bytes[at + 1] & 0xFF] & 0xFF) << 16)
                    | ((folded[bytes[at + 2] & 0xFF] & 0xFF) << 8)
                    | (folded[bytes[at + 3] & 0xFF] & 0xFF);
            int hash = (gram * FACTOR) >>> SHIFT;
            into[count] = at;
            count += (int) (table[hash >>> 6] >>> hash) & 1;
        }
        return count;
    }
}
