package dev.assay.format;

/** Where the rows of one file end. One thread. */
interface RowEnds {
    /**
     * Where the row ends that a byte is of: one past its line feed, or the end of the file.
     *
     * @param position a byte of the file, not before the row end that was told last
     */
    long behind(long position);
}
