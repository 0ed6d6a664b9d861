package dev.assay.detect.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A text of at most {@value #LONGEST} bytes as four numbers of eight, whatever its length: no branch tells how many pieces it
 * has, which no processor foresees of cells that are of all lengths.
 */
public final class ShortText {
    /** Bytes of the longest such text. */
    public static final int LONGEST = 31;

    /** Bytes that are read from where a text begins, of which those behind it are left out. */
    public static final int READ = 4 * Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** By piece and length of the text: which bytes of the piece are the text's. */
    private static final long[] MASKS = new long[READ / Long.BYTES * READ];

    static {
        for (int i = 0; i < MASKS.length; i++) {
            int bytes = Math.max(0, Math.min(Long.BYTES, i % READ - i / READ * Long.BYTES));
            MASKS[i] = bytes == 0 ? 0 : -1L >>> (Long.SIZE - bytes * Byte.SIZE);
        }
    }

    private ShortText() {}

    /** All bits of each byte of a piece that is the text's. */
    public static long mask(int piece, int length) {
        return MASKS[piece * READ + length];
    }

    /**
     * A piece of a text, the first byte lowest, 0 for bytes behind it.
     *
     * @param piece 0 to 3
     * @param length of the text, at most {@value #LONGEST}
     */
    public static long piece(int piece, byte[] bytes, int start, int length) {
        return (long) LONGS.get(bytes, start + piece * Long.BYTES) & MASKS[piece * READ + length];
    }
}
