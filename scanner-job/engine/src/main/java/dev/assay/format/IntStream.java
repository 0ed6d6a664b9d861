package dev.assay.format;

import java.io.IOException;
import java.util.Arrays;

/** Small integers of a page, in order: levels or dictionary indices. */
interface IntStream {
    /** Gives zeros only: the levels of a column that needs none. */
    IntStream ZEROS = (target, count) -> Arrays.fill(target, 0, count, 0);

    /** Fills the first {@code count} places of an array with the next values. */
    void read(int[] target, int count) throws IOException;
}
