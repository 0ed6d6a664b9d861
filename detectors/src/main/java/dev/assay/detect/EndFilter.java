package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the byte behind it whether an end that a union automaton accepts can be anybody's: in {@code example.com} a
 * domain is accepted behind {@code .c}, {@code .co} and {@code .com}, and only the last is not inside a word; and behind a lead
 * that many texts hold, such as {@code https://}, rarely stands what the shape behind it begins with. One look-up an end; lets
 * through too much, never too little. Immutable.
 */
final class EndFilter {
    /** All further kinds of bytes share a bit. */
    private static final int MOST_KINDS = Long.SIZE;

    private final int firstAccepting;

    /** Per accepting state, the kinds of bytes that those who accept ask for, a bit each. */
    private final long[] asked;

    /** Per byte, the kinds that it is one of. */
    private final long[] offered = new long[256];

    /**
     * The filter of one automaton.
     *
     * @param behind by label, what may stand behind an end, as {@link #behind(Detector, Dfa)} tells
     */
    EndFilter(Dfa union, IntFunction<ByteSet> behind) {
        firstAccepting = union.firstAccepting();
        asked = new long[union.states() - firstAccepting];
        int[] all = union.reachable(union.start());
        long[] bits = new long[all[all.length - 1] + 1];
        List<ByteSet> kinds = new ArrayList<>();
        for (int label : all) {
            bits[label] = ask(behind.apply(label), kinds);
        }
        for (int i = 0; i < asked.length; i++) {
            for (int label : union.labels(firstAccepting + i)) {
                asked[i] |= bits[label];
            }
        }
    }

    /**
     * What may stand behind an end that a detector is met at.
     *
     * @param led what its shape is, if the detector takes part with its lead alone, behind which that begins
     */
    static ByteSet behind(Detector detector, @Nullable Dfa led) {
        return led == null ? detector.right().allowedRight() : led.firstBytes();
    }

    /** The bit of a kind, whose bytes offer it from then on. */
    private long ask(ByteSet kind, List<ByteSet> kinds) {
        int known = kinds.indexOf(kind);
        long bit = 1L << Math.min(known < 0 ? kinds.size() : known, MOST_KINDS - 1);
        if (known < 0) {
            kinds.add(kind);
            for (int value = 0; value < offered.length; value++) {
                offered[value] |= kind.contains(value) ? bit : 0;
            }
        }
        return bit;
    }

    /** Whether somebody may end here, {@code behind} being the byte behind the end. */
    boolean mayEnd(int acceptingState, byte behind) {
        return (asked[acceptingState - firstAccepting] & offered[behind & 0xFF]) != 0;
    }
}
