package dev.assay.detect.pii;

import dev.assay.detect.Check.Verdict;
import org.jspecify.annotations.Nullable;

/** The verdicts on some thousand numbers of up to twelve digits that were judged last. Not thread-safe. */
final class RememberedNumbers {
    private static final int BITS = 12;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** More than a number has digits. */
    private static final int DIGIT_COUNTS = 16;

    /** A number a slot, with how many digits it was written; a slot is taken over by whatever hashes to it next. */
    private final long[] numbers = new long[1 << BITS];

    private final @Nullable Verdict[] verdicts = new Verdict[1 << BITS];

    /** What was said of a number of so many digits; {@code null} if it is not known. */
    @Nullable Verdict verdict(long number, int digits) {
        long key = key(number, digits);
        int slot = slot(key);
        return numbers[slot] == key ? verdicts[slot] : null;
    }

    /** Remembers what is said of a number, and returns it. */
    Verdict remember(long number, int digits, Verdict verdict) {
        long key = key(number, digits);
        int slot = slot(key);
        numbers[slot] = key;
        verdicts[slot] = verdict;
        return verdict;
    }

    /** Two numbers that differ by zeros in front alone are two. */
    private static long key(long number, int digits) {
        return number * DIGIT_COUNTS + digits;
    }

    private static int slot(long key) {
        return (int) ((key * FACTOR) >>> (Long.SIZE - BITS));
    }
}
