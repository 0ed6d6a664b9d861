package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The plan of a front filter: every shape's beginnings are in some of 64 buckets, and per byte and place a mask says which
 * buckets the byte lets live. A position is worth a look if some bucket survives the byte before it and the bytes from it
 * on. The masks only ever let too much through. Immutable by agreement.
 *
 * <pre>
 *  masks[0 × 256 + byte before]  &amp;  masks[1 × 256 + first byte]  &amp; … &amp;  masks[16 × 256 + sixteenth byte]
 * </pre>
 */
final class FrontMasks {
    /** How many bytes of a match are looked at. */
    static final int DEPTH = 16;

    static final int BUCKETS = 64;

    private final long[] masks;
    private final ByteSet insideWords;

    /**
     * A plan.
     *
     * @param masks of the byte before, then of the first bytes
     * @param insideWords first bytes of what may begin behind an ASCII letter or digit
     */
    FrontMasks(long[] masks, ByteSet insideWords) {
        if (masks.length != (DEPTH + 1) * 256) {
            throw new IllegalArgumentException("Masks for " + DEPTH + " bytes and the one before are needed.");
        }
        this.masks = masks;
        this.insideWords = insideWords;
    }

    /** All masks, the table of the byte before first. */
    long[] masks() {
        return masks;
    }

    /** What bytes may begin a match behind an ASCII letter or digit; all others begin one only elsewhere. */
    ByteSet insideWords() {
        return insideWords;
    }

    /** What bytes may begin a match; on the safe side where buckets are shared. */
    ByteSet firstBytes() {
        ByteSet first = ByteSet.NONE;
        for (int value = 0; value < 256; value++) {
            first = masks[256 + value] == 0 ? first : first.with(value);
        }
        return first;
    }

    void write(DataOutputStream out) throws IOException {
        Longs.write(out, masks);
        insideWords.write(out);
    }

    static FrontMasks read(DataInputStream in) throws IOException {
        long[] masks = Longs.read(in);
        return new FrontMasks(masks, ByteSet.read(in));
    }
}
