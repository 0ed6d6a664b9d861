package dev.assay.format;

import dev.assay.storage.RangeReader;

/** Rows that are lines. */
final class LineEnds implements RowEnds {
    private static final int WINDOW_BYTES = 64 << 10;

    private final RangeReader reader;

    LineEnds(RangeReader reader) {
        this.reader = reader;
    }

    @Override
    public long behind(long position) {
        byte[] window = new byte[WINDOW_BYTES];
        for (long at = position; at < reader.length(); at += window.length) {
            int length = (int) Math.min(window.length, reader.length() - at);
            reader.read(at, window, 0, length);
            int lineFeed = ByteSearch.next(window, 0, length, '\n');
            if (lineFeed < length) {
                return at + lineFeed + 1;
            }
        }
        return reader.length();
    }
}
