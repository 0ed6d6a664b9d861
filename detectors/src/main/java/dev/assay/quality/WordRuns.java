package dev.assay.quality;

import dev.assay.summary.ValueHash;
import java.util.function.LongConsumer;

/** Cuts a text into overlapping runs of words and hands out a hash of each. One thread. */
final class WordRuns {
    private static final int LONG_RUN = EvaluationSets.LONG_RUN;
    private static final int SHORT_RUN = EvaluationSets.SHORT_RUN;
    private static final long BASE = 0xD6E8FEB86659FD93L;

    private final TextWords words = new TextWords();

    /** Which runs a text is cut into. */
    enum Cut {
        /** Long ones, or short ones if it has not enough words for a long one. */
        BY_LENGTH,
        /** Both, so that either may be found in a longer text. */
        BOTH
    }

    void each(byte[] bytes, int start, int end, Cut cut, LongConsumer take) {
        // So many words take at least this many bytes in scripts with spaces; others take three bytes a word.
        if (end - start < 2 * SHORT_RUN - 1) {
            return;
        }
        words.begin(bytes, start, end);
        int count = words.next(0);
        boolean shortText = count < LONG_RUN;
        int shared = 0;
        while (count > shared) {
            long[] hashes = words.hashes();
            if (cut == Cut.BOTH || !shortText) {
                runs(hashes, 0, count, LONG_RUN, take);
            }
            if (cut == Cut.BOTH || shortText) {
                // Runs that end among the shared words were handed out with the block before.
                runs(hashes, Math.max(0, shared - SHORT_RUN + 1), count, SHORT_RUN, take);
            }
            shared = Math.min(count, LONG_RUN - 1);
            count = words.next(shared);
        }
    }

    private static void runs(long[] hashes, int from, int count, int length, LongConsumer take) {
        long leaving = power(length);
        long run = 0;
        for (int i = from; i < count; i++) {
            run = run * BASE + hashes[i];
            if (i - from >= length) {
                run -= hashes[i - length] * leaving;
            }
            if (i - from >= length - 1) {
                take.accept(ValueHash.with(length, run));
            }
        }
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }
}
