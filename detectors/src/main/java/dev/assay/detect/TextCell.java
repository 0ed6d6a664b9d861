package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one cell, UTF-8. Only this class and {@link CellBatch}, which holds many, carry cell text; neither prints
 * it. Not thread-safe where the array is shared; treat the bytes as read-only.
 */
public final class TextCell {
    private final byte[] bytes;
    private final int start;
    private final int end;

    /**
     * A view of a stretch of an array.
     *
     * @param bytes an array that holds the text; it may hold more than the text
     * @param start first byte of the text
     * @param end one past the last byte
     */
    public TextCell(byte[] bytes, int start, int end) {
        if (start < 0 || end < start || end > bytes.length) {
            throw new IllegalArgumentException("No stretch of " + bytes.length + " bytes: " + start + "–" + end);
        }
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** A cell of its own, mostly for tests and single texts. */
    public static TextCell of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TextCell(bytes, 0, bytes.length);
    }

    /** The array that holds the text, and maybe more. Read-only by agreement. */
    public byte[] bytes() {
        return bytes;
    }

    /** First byte of the text in {@link #bytes()}. */
    public int start() {
        return start;
    }

    /** One past the last byte of the text. */
    public int end() {
        return end;
    }

    /** Bytes, not characters. */
    public int length() {
        return end - start;
    }

    /** The text itself. Whoever asks must not let it out: no log, exception, database or record. */
    public String reveal() {
        return new String(bytes, start, length(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextCell cell && Arrays.equals(bytes, start, end, cell.bytes, cell.start, cell.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The length only. */
    @Override
    public String toString() {
        return "TextCell[" + length() + " bytes]";
    }
}
