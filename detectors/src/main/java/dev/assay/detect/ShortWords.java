package dev.assay.detect;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * Numbers of words of at most {@value #LONGEST} ASCII letters and digits, which eight bytes of a text tell together with
 * their end: most words are so short, and none of them need be hashed byte by byte. Case does not count. Immutable.
 */
final class ShortWords {
    /** No number. */
    static final int NONE = -1;

    /** The most letters and digits of a word. */
    static final int LONGEST = Long.BYTES - 1;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long FOLDS = 0x2020202020202020L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Words as {@link #word} tells them, each in the first free slot from its hash on; 0 is a free slot. */
    private final long[] words;

    private final int[] numbers;

    /**
     * Takes words with their numbers.
     *
     * @param numberOf words as {@link #word} tells them
     */
    ShortWords(Map<Long, Integer> numberOf) {
        int capacity = Integer.highestOneBit(numberOf.size() + 1) * 4;
        words = new long[capacity];
        numbers = new int[capacity];
        Arrays.fill(numbers, NONE);
        numberOf.forEach((word, number) -> {
            int slot = slot(word);
            words[slot] = word;
            numbers[slot] = number;
        });
    }

    /** How many ASCII letters and digits stand at a place; 8 for that many or more. The array goes on for eight bytes. */
    static int length(byte[] bytes, int at) {
        long ends = ~AsciiBytes.lettersOrDigits((long) LONGS.get(bytes, at)) & AsciiBytes.HIGHS;
        return Long.numberOfTrailingZeros(ends) >>> 3;
    }

    /** The word of so many letters and digits at a place, at most {@value #LONGEST}; the array goes on for eight bytes. */
    static long word(byte[] bytes, int at, int length) {
        return ((long) LONGS.get(bytes, at) | FOLDS) & (1L << (Byte.SIZE * length)) - 1;
    }

    /** The number of a word, or {@link #NONE}. */
    int number(long word) {
        return numbers[slot(word)];
    }

    /** The slot a word is in, or the free one it would go into. */
    private int slot(long word) {
        int slot = (int) ((word * FACTOR) >>> 40) & (words.length - 1);
        while (words[slot] != word && words[slot] != 0) {
            slot = (slot + 1) & (words.length - 1);
        }
        return slot;
    }
}
