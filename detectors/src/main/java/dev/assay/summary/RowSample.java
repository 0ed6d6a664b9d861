package dev.assay.summary;

/**
 * Which rows of a file something dear is looked for in. A row is chosen by a hash of the file's path and its number, so that
 * no order, cut or dictionary changes the choice; whoever knows both can tell it beforehand. Immutable.
 */
public final class RowSample {
    private static final int MILLION = 1_000_000;
    private static final long SEED = ValueHash.of("rows that are read for names");

    private final int ppm;
    private final long seed;

    private RowSample(int ppm, long seed) {
        this.ppm = ppm;
        this.seed = seed;
    }

    /**
     * The choice for one file.
     *
     * @param ppm rows in a million; a million for all
     * @param file path in the dataset
     */
    public static RowSample of(int ppm, String file) {
        return new RowSample(ppm, ValueHash.with(SEED, ValueHash.of(file)));
    }

    /** Whether every row is chosen, so that nobody needs to ask. */
    public boolean takesAll() {
        return ppm >= MILLION;
    }

    /** Whether a row is chosen, by its number in the file. */
    public boolean takes(long row) {
        return takesAll() || (ValueHash.with(seed, row) >>> 1) % MILLION < ppm;
    }
}
