package dev.assay.format;

import org.apache.parquet.column.values.ValuesReader;

/** How the values of a column become the text of cells. Stateless. */
interface ParquetValue {
    /** How a column's bytes are to be taken where they are text already. */
    enum Bytes {
        /** They are text, even if some is not valid UTF-8. */
        TEXT,
        /** A value is text exactly if it is valid UTF-8. */
        MAYBE_TEXT,
        /** They are no text: values are formatted. */
        FORMATTED
    }

    /** How plain bytes are to be taken. */
    default Bytes bytes() {
        return Bytes.FORMATTED;
    }

    /**
     * Takes the next value and appends its text to the open cell.
     *
     * @return whether a detector needs to see it; if not, {@link #notApplicable()} says why
     */
    boolean write(ValuesReader values, CellWriter out);

    /** Why a detector need not see a value. */
    default String notApplicable() {
        return "not applicable";
    }
}
