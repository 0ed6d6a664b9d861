package dev.assay.format;

import dev.assay.storage.RangeReader;

/**
 * Rows that are elements of arrays at the top level: each ends with the comma behind it. That text is JSON is taken on
 * trust; where it is not, whoever reads a section says so.
 */
final class JsonRowEnds extends ScannedRowEnds {
    private static final char QUOTE = '"';
    private static final char BACKSLASH = '\\';

    private int depth;
    private boolean topIsArray;
    private boolean inString;
    private boolean escaped;

    JsonRowEnds(RangeReader reader) {
        super(reader);
    }

    @Override
    void passOver(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (inString && !escaped) {
                at = ByteSearch.nextOf(bytes, at, to, QUOTE, BACKSLASH);
            }
            if (at < to) {
                pass(bytes[at++]);
            }
        }
    }

    @Override
    boolean endsRow(byte next) {
        boolean ends = next == ',' && !inString && depth == 1 && topIsArray;
        pass(next);
        return ends;
    }

    private void pass(byte next) {
        if (escaped) {
            escaped = false;
        } else if (inString) {
            inString = next != QUOTE;
            escaped = next == BACKSLASH;
        } else {
            structure(next);
        }
    }

    private void structure(byte next) {
        switch (next) {
            case QUOTE -> inString = true;
            case '[', '{' -> {
                topIsArray = depth == 0 ? next == '[' : topIsArray;
                depth++;
            }
            case ']', '}' -> depth--;
            default -> {}
        }
    }
}
