package dev.assay.summary;

/**
 * A pair of counts that only grow.
 *
 * @param cells cells with at least one
 * @param hits all of them
 */
public record Tally(long cells, long hits) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally other) {
        return new Tally(cells + other.cells, hits + other.hits);
    }
}
