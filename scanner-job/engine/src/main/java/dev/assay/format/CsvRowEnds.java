package dev.assay.format;

import dev.assay.storage.RangeReader;

/**
 * Rows of separated values: a line feed inside quotes ends none. Whether a byte is inside quotes is told by all quotes
 * before it, so a file is gone through from its first byte, from quote to quote. As {@link CsvFormat}'s parser has it, a
 * quote that begins a field opens it, every further one closes or opens it again, and one elsewhere means nothing.
 */
final class CsvRowEnds implements RowEnds {
    private static final int WINDOW_BYTES = 1 << 20;
    private static final char QUOTE = '"';

    private final RangeReader reader;
    private final char separator;
    private final byte[] window;
    private long windowStart;
    private int filled;
    private int at;
    /** The byte before; a field begins where the text does. */
    private byte last = '\n';

    private Place place = Place.UNQUOTED;

    /** Where in its field a byte is. */
    private enum Place {
        /** At its begin, or in one that does not begin with a quote. */
        UNQUOTED,
        QUOTED,
        /** Behind a quote that closed. */
        CLOSED
    }

    CsvRowEnds(RangeReader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
        window = new byte[(int) Math.min(WINDOW_BYTES, reader.length())];
        reader.expect(0, reader.length());
        fill();
        at = TextInput.textStart(window);
    }

    @Override
    public long behind(long position) {
        while (windowStart + at < position && fill()) {
            passOver((int) Math.min(filled, position - windowStart));
        }
        while (fill()) {
            byte next = window[at++];
            pass(next);
            if (next == '\n' && place == Place.UNQUOTED) {
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

    private void passOver(int end) {
        while (at < end) {
            int next = place == Place.CLOSED ? at : ByteSearch.next(window, at, end, QUOTE);
            if (next > at) {
                last = window[next - 1];
            }
            at = next;
            if (at < end) {
                pass(window[at++]);
            }
        }
    }

    private void pass(byte next) {
        switch (place) {
            case UNQUOTED -> place = next == QUOTE && endsField(last) ? Place.QUOTED : place;
            case QUOTED -> place = next == QUOTE ? Place.CLOSED : place;
            case CLOSED -> place = next == QUOTE ? Place.QUOTED : endsField(next) ? Place.UNQUOTED : place;
        }
        last = next;
    }

    private boolean endsField(byte b) {
        return b == separator || b == '\n' || b == '\r';
    }
}
