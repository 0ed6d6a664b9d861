package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.util.Arrays;

/**
 * The places of a batch where a value begins that has a name inside its cell, as {@link CellKeys} knows them: behind
 * {@code "name": } and {@code ?name=}. Finds them from the colons and equals signs. Not thread-safe.
 */
final class NamedValues {
    /** What stands between a name and its value. */
    static final ByteSet SIGNS = ByteSet.of(":=");

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
    void find(byte[] bytes, ByteMarks marks, int from, int to) {
        for (int at = marks.nextSign(from, to); at < to; at = marks.nextSign(at + 1, to)) {
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
