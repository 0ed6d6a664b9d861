package dev.assay.detect;

/**
 * Finds values that no shape describes, such as names, by reading whole cells. What it finds competes with what the
 * automata found, so that one winner a span holds. Serves one thread; what is found in a cell depends on the cell and its
 * column alone.
 */
public interface SpanFinder {
    /** Finds nothing. */
    SpanFinder NONE = (batch, column, cells, into) -> {};

    /** Which cells of a batch are read. */
    @FunctionalInterface
    interface Cells {
        /** Every cell. */
        Cells ALL = cell -> true;

        /** No cell. */
        Cells NONE = cell -> false;

        boolean reads(int cell);
    }

    /** Receives what is found. */
    interface Spans {
        /**
         * One value.
         *
         * @param start first byte, in the batch's array
         * @param end one past the last byte
         * @param detector index of the catalogue entry in the rule set
         * @param confidence 0–100, before the column's path is heard
         */
        void span(int start, int end, int detector, int confidence);

        /** Says that a cell as a whole is not what its column's path calls it. */
        void refused(int cell, int detector);
    }

    /** Looks through some cells of a batch. */
    void find(CellBatch batch, ColumnContext column, Cells cells, Spans into);
}
