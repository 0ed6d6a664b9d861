package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The places of a batch where a value begins that has a name inside its cell, as {@link CellKeys} knows them: behind
 * {@code "name": } and {@code ?name=}. Finds them from the colons and equals signs, eight bytes at a time. Not thread-safe.
 */
final class NamedValues {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long COLONS = ':' * ONES;
    private static final long EQUALS = '=' * ONES;

    private final CellKeys keys;
    private CellBatch batch = new CellBatch(0);
    private int cell;
    private int[] places = new int[64];
    private int size;

    NamedValues(RuleSet rules) {
        keys = new CellKeys(rules);
    }

    /** Forgets the batch before. */
    void begin(CellBatch newBatch) {
        batch = newBatch;
        keys.clear();
        cell = 0;
        size = 0;
    }

    /** Finds the values whose sign stands in a stretch, which lies behind those searched before. */
    void find(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long colon = eight ^ COLONS;
            long equals = eight ^ EQUALS;
            long signs = ((colon - ONES & ~colon) | (equals - ONES & ~equals)) & HIGHS;
            if (signs != 0) {
                look(bytes, at, Math.min(at + Long.BYTES, to));
            }
        }
    }

    private void look(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte before = bytes[at - 1];
            if (bytes[at] == '=') {
                add(bytes, at + 1);
            } else if (bytes[at] == ':' && (before == '"' || before == ' ')) {
                int value = at + 1;
                while (bytes[value] == ' ') {
                    value++;
                }
                add(bytes, value);
                if (bytes[value] == '"') {
                    add(bytes, value + 1);
                }
            }
        }
    }

    private void add(byte[] bytes, int place) {
        if (bytes[place] == CellBatch.SEPARATOR) {
            return;
        }
        while (batch.end(cell) <= place) {
            cell++;
        }
        if (place > batch.start(cell) && keys.isNamed(bytes, batch.start(cell), place)) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = place;
        }
    }

    int size() {
        return size;
    }

    int place(int value) {
        return places[value];
    }
}
