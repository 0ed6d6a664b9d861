package dev.assay.detect.pii;

import dev.assay.detect.Check;
import java.util.Arrays;

/**
 * A check that remembers what it judged last, for one that costs much and is asked about the same short texts again and
 * again, such as a browser's version that has the shape of a telephone number. Each thread remembers for itself, a few
 * hundred texts at most; the verdicts are those of the check. Thread-safe if the check is.
 */
final class RememberedCheck implements Check {
    private static final int SLOTS = 512;

    /** Longer texts are judged anew. */
    private static final int LONGEST = 16;

    private final Check check;
    private final ThreadLocal<Memory> memory = ThreadLocal.withInitial(Memory::new);

    RememberedCheck(Check check) {
        this.check = check;
    }

    /** A text a slot, whole; a slot is taken over by whatever hashes to it next. */
    private static final class Memory {
        private final byte[][] texts = new byte[SLOTS][];
        private final Verdict[] verdicts = new Verdict[SLOTS];
    }

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        if (end - start > LONGEST) {
            return check.judge(bytes, start, end);
        }
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        Memory known = memory.get();
        byte[] text = known.texts[slot];
        if (text != null && Arrays.equals(text, 0, text.length, bytes, start, end)) {
            return known.verdicts[slot];
        }
        Verdict verdict = check.judge(bytes, start, end);
        known.texts[slot] = Arrays.copyOfRange(bytes, start, end);
        known.verdicts[slot] = verdict;
        return verdict;
    }
}
