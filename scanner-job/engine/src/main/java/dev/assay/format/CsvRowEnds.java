package dev.assay.format;

import dev.assay.storage.RangeReader;

/**
 * Rows of separated values: a line feed inside quotes ends none. As {@link CsvFormat}'s parser has it, a quote that begins
 * a field opens it, every further one closes or opens it again, and one elsewhere means nothing.
 */
final class CsvRowEnds extends ScannedRowEnds {
    private static final char QUOTE = '"';

    private final char separator;
    private Place place = Place.UNQUOTED;

    /** The byte before; a field begins where the text does. */
    private byte last = '\n';

    /** Where in its field a byte is. */
    private enum Place {
        /** At its begin, or in one that does not begin with a quote. */
        UNQUOTED,
        QUOTED,
        /** Behind a quote that closed. */
        CLOSED
    }

    CsvRowEnds(RangeReader reader, char separator) {
        super(reader);
        this.separator = separator;
    }

    /** From quote to quote: between them nothing changes but behind one that closed. */
    @Override
    void passOver(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int next = place == Place.CLOSED ? at : ByteSearch.next(bytes, at, to, QUOTE);
            if (next > at) {
                last = bytes[next - 1];
            }
            at = next;
            if (at < to) {
                pass(bytes[at++]);
            }
        }
    }

    @Override
    boolean endsRow(byte next) {
        pass(next);
        return next == '\n' && place == Place.UNQUOTED;
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
