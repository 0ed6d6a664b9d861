package dev.assay.format;

import dev.assay.storage.RangeReader;

/** Ends of rows that only all bytes before them tell: a file is gone through from its first byte. */
abstract class ScannedRowEnds implements RowEnds {
    private static final int WINDOW_BYTES = 1 << 20;

    private final RangeReader reader;
    private final byte[] window;
    private long windowStart;
    private int filled;
    private int at;

    ScannedRowEnds(RangeReader reader) {
        this.reader = reader;
        window = new byte[(int) Math.min(WINDOW_BYTES, reader.length())];
        reader.expect(0, reader.length());
        fill();
        at = TextInput.textStart(window);
    }

    @Override
    public final long behind(long position) {
        while (windowStart + at < position && fill()) {
            int to = (int) Math.min(filled, position - windowStart);
            passOver(window, at, to);
            at = to;
        }
        while (fill()) {
            if (endsRow(window[at++])) {
                return windowStart + at;
            }
        }
        return reader.length();
    }

    /** Goes on to the next window if this one is used up; false at the end of the file. */
    private boolean fill() {
        if (at == filled) {
            windowStart += filled;
            at = 0;
            filled = (int) Math.min(window.length, reader.length() - windowStart);
            reader.read(windowStart, window, 0, filled);
        }
        return filled > 0;
    }

    /** Takes the next bytes at once, as if each had been asked whether it {@link #endsRow}. */
    abstract void passOver(byte[] bytes, int from, int to);

    /** Takes the next byte; true if it is the last of a row. */
    abstract boolean endsRow(byte next);
}
