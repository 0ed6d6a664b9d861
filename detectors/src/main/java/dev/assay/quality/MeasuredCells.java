package dev.assay.quality;

import dev.assay.detect.CellBatch;
import dev.assay.detect.text.EightBytes;
import dev.assay.detect.text.ShortText;
import dev.assay.summary.ValueHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What {@link ColumnQuality} counts of some cells: one array for each thing, and one loop over the cells for each, which a
 * processor runs through several times faster than one loop for all. One object measures a whole column and allocates
 * nothing. One thread.
 */
final class MeasuredCells {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080808080808080L;
    private final WrittenNumber written = new WrittenNumber();
    private final long[] hashes;
    private final int[] lengths;
    private final short[] shapes;
    private final long[] numbers;
    private final short[] buckets;
    private final boolean[] inexact;
    private final int[] days;
    /** The hash so far behind each piece of a short cell. */
    private final long[] hashesByPieces = new long[4];

    private int size;

    /** Room for so many cells. */
    MeasuredCells(int room) {
        hashes = new long[room];
        lengths = new int[room];
        shapes = new short[room];
        numbers = new long[room];
        buckets = new short[room];
        inexact = new boolean[room];
        days = new int[room];
    }

    /** Measures {@code count} cells of a batch, beginning with {@code first}, and forgets those measured before. */
    void measure(CellBatch batch, int first, int count) {
        size = count;
        for (int i = 0; i < count; i++) {
            int start = batch.start(first + i);
            int end = batch.end(first + i);
            if (end - start <= ShortText.LONGEST) {
                charactersOfShort(i, batch.bytes(), start, end - start);
            } else {
                characters(i, batch.bytes(), start, end);
            }
        }
        for (int i = 0; i < count; i++) {
            content(i, batch.bytes(), batch.start(first + i), batch.end(first + i));
        }
    }

    /** Cells measured. */
    int size() {
        return size;
    }

    long hash(int cell) {
        return hashes[cell];
    }

    /** The hashes of all, from the first on. */
    long[] hashes() {
        return hashes;
    }

    /** Code points; each byte that starts or stands outside a UTF-8 sequence counts. */
    int length(int cell) {
        return lengths[cell];
    }

    /** Its {@link CellShape}. */
    int shape(int cell) {
        return shapes[cell];
    }

    /** {@link RoundedNumber} code of a number, rounded towards zero. */
    long number(int cell) {
        return numbers[cell];
    }

    /** {@link NumberGrid} bucket of a number. */
    int bucket(int cell) {
        return buckets[cell];
    }

    /** Whether rounding lost something of a number. */
    boolean isInexact(int cell) {
        return inexact[cell];
    }

    /** {@link WrittenDay} of a date. */
    int day(int cell) {
        return days[cell];
    }

    /**
     * As {@link #characters} for a {@link ShortText}, of which there are many: without a branch. What stands behind it in the
     * batch is read and left out.
     */
    private void charactersOfShort(int cell, byte[] bytes, int start, int length) {
        long first = ShortText.piece(0, bytes, start, length);
        long second = ShortText.piece(1, bytes, start, length);
        long third = ShortText.piece(2, bytes, start, length);
        long fourth = ShortText.piece(3, bytes, start, length);
        long hashed = ValueHash.mixed(ValueHash.begun(length), first);
        hashesByPieces[0] = hashed;
        hashed = ValueHash.mixed(hashed, second);
        hashesByPieces[1] = hashed;
        hashed = ValueHash.mixed(hashed, third);
        hashesByPieces[2] = hashed;
        hashesByPieces[3] = ValueHash.mixed(hashed, fourth);
        hashes[cell] = ValueHash.finished(hashesByPieces[length / Long.BYTES]);
        int points = length;
        if (((first | second | third | fourth) & HIGHEST) != 0) {
            points -= EightBytes.continuations(first)
                    + EightBytes.continuations(second)
                    + EightBytes.continuations(third)
                    + EightBytes.continuations(fourth);
        }
        lengths[cell] = points;
        // Its first byte where it has none, so that they add no class.
        long filling = (first & 0xFF) * 0x0101010101010101L;
        shapes[cell] = (short) CharacterClass.bits(
                first | (filling & ~ShortText.mask(0, length)),
                second | (filling & ~ShortText.mask(1, length)),
                third | (filling & ~ShortText.mask(2, length)),
                fourth | (filling & ~ShortText.mask(3, length)));
    }

    /** One walk over the bytes for hash, length and classes: finding out the others takes no longer than waiting for the hash. */
    private void characters(int cell, byte[] bytes, int start, int end) {
        long hashed = ValueHash.begun(end - start);
        int found = 0;
        int points = end - start;
        int at = start;
        for (; at + 4 * Long.BYTES <= end; at += 4 * Long.BYTES) {
            long first = (long) LONGS.get(bytes, at);
            long second = (long) LONGS.get(bytes, at + Long.BYTES);
            long third = (long) LONGS.get(bytes, at + 2 * Long.BYTES);
            long fourth = (long) LONGS.get(bytes, at + 3 * Long.BYTES);
            hashed = ValueHash.mixed(ValueHash.mixed(hashed, first), second);
            hashed = ValueHash.mixed(ValueHash.mixed(hashed, third), fourth);
            if (((first | second | third | fourth) & HIGHEST) != 0) {
                points -= EightBytes.continuations(first)
                        + EightBytes.continuations(second)
                        + EightBytes.continuations(third)
                        + EightBytes.continuations(fourth);
            }
            if (!CharacterClass.holdsAll(found, first, second, third, fourth)) {
                found |= CharacterClass.bits(first, second, third, fourth);
            }
        }
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long piece = (long) LONGS.get(bytes, at);
            hashed = ValueHash.mixed(hashed, piece);
            points -= EightBytes.continuations(piece);
            found = CharacterClass.with(found, piece);
        }
        long rest = 0;
        int left = end - at;
        if (left > 0) {
            rest = EightBytes.of(bytes, at, left);
            points -= EightBytes.continuations(rest);
            // Its first byte where it has none, so that they add no class.
            found = CharacterClass.with(found, rest | ((rest & 0xFF) * 0x0101010101010101L) << (Byte.SIZE * left));
        }
        hashes[cell] = ValueHash.finished(ValueHash.mixed(hashed, rest));
        lengths[cell] = points;
        shapes[cell] = (short) found;
    }

    private void content(int cell, byte[] bytes, int start, int end) {
        if (start == end) {
            shapes[cell] = (short) CellShape.of(ValueKind.EMPTY, 0);
            return;
        }
        byte first = bytes[start];
        ValueKind kind = ValueKind.TEXT;
        boolean digit = first >= '0' && first <= '9';
        int day = digit && end - start >= WrittenDay.BYTES ? WrittenDay.read(bytes, start, end) : WrittenDay.NONE;
        if (day != WrittenDay.NONE) {
            days[cell] = day;
            kind = ValueKind.DATE;
        } else if (digit || first == '-') {
            kind = written.read(bytes, start, end);
            numbers[cell] = written.code();
            buckets[cell] = (short) written.bucket();
            inexact[cell] = written.isInexact();
        }
        boolean marker = false;
        // Most texts are longer, which is asked before their first letters, of which any may come next.
        if (end - start <= KnownWord.LONGEST) {
            marker = KnownWord.meansNoValue(bytes, start, end);
            kind = kind == ValueKind.TEXT && KnownWord.isTruth(bytes, start, end) ? ValueKind.TRUTH : kind;
        }
        int classes = shapes[cell];
        shapes[cell] = (short) (marker ? CellShape.marker(kind, classes) : CellShape.of(kind, classes));
    }
}
