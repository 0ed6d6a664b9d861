package dev.assay.efficacy;

/** Numbers that look random and are the same on every machine for the same seed: SplitMix64 (Steele, Lea, Flood 2014). */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    /** The seed's hash is FNV-1a over its characters. */
    Draws(String seed) {
        state = 0xCBF29CE484222325L;
        for (int i = 0; i < seed.length(); i++) {
            state = (state ^ seed.charAt(i)) * 0x100000001B3L;
        }
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    char of(String alphabet) {
        return alphabet.charAt(below(alphabet.length()));
    }
}
