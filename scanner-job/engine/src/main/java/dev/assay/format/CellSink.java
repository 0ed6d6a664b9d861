package dev.assay.format;

import dev.assay.detect.CellBatch;

/**
 * Takes what a format reads from one section, column by column. Rows come in blocks: a format opens a block, delivers
 * every column's cells of those rows, in any order and any number of batches, and closes it. Batches and arrays are the
 * format's and are used again after the call returns. One thread.
 */
public interface CellSink {
    /** Makes a column known, or finds it again; the index names it in the other calls. */
    int column(ColumnSchema column);

    /**
     * Opens a block of rows.
     *
     * @param firstRow index in the file of its first row, as {@link FileSection#firstRow()} counts
     */
    void beginRows(long firstRow);

    /**
     * Cells of one column, one value each.
     *
     * @param rows for each cell the row it lies in, counted from the block's first row; ascending, repeated where a list
     *     gives a row several cells
     */
    void cells(int column, CellBatch batch, int[] rows);

    /**
     * The distinct values that {@link #occurrences} will speak of, for this column and block. This batch stays as it is
     * until the column's last occurrence in the block was delivered.
     */
    void dictionary(int column, CellBatch values);

    /**
     * Where dictionary values occur.
     *
     * @param ids indices into the dictionary delivered before
     * @param rows the row of each, counted from the block's first row
     * @param count how many entries of both arrays count
     */
    void occurrences(int column, int[] ids, int[] rows, int count);

    /**
     * Values that no detector needs to see, for those who count values: short integers, truth values, bytes that are no
     * text. They are also counted by {@link #notApplicable}. A sink that only searches ignores them.
     *
     * @param rows as for {@link #cells}
     */
    default void unsearched(int column, CellBatch batch, int[] rows) {}

    /** As {@link #dictionary}, for values that no detector needs to see; ids are counted apart. */
    default void unsearchedDictionary(int column, CellBatch values) {}

    /** As {@link #occurrences}, for {@link #unsearchedDictionary}. */
    default void unsearchedOccurrences(int column, int[] ids, int[] rows, int count) {}

    /**
     * What a file says of itself beside its cells. Given once for each file, with its first section.
     *
     * @param metadata names and recognised values only
     */
    default void embedded(EmbeddedFacts metadata) {}

    /** Cells that hold no value: nulls, missing keys, empty lists. */
    void nulls(int column, long count);

    /**
     * Closes the block.
     *
     * @param rows how many rows it had
     */
    void endRows(int rows);

    /**
     * Cells that were read and are not delivered, on purpose, because nothing a detector finds can be in them: truth
     * values, integers too short for an identifier, bytes that are no text.
     *
     * @param reason one of a few fixed sentences, the same for the same cause
     * @param cells how many
     */
    void notApplicable(int column, String reason, long cells);

    /** Cells that were delivered as they are although their bytes are not valid UTF-8. */
    void invalidText(int column, long cells);

    /**
     * Something out of the ordinary that was read nevertheless: rows with too many or too few fields, a cell delivered in
     * pieces.
     *
     * @param reason one of a few fixed sentences; never cell text
     * @param rows rows concerned
     */
    void irregular(String reason, long rows);

    /**
     * Something that should have been read and was not. The dataset cannot pass.
     *
     * @param columnPath path of the column, empty if the loss is not one column's
     * @param reason one sentence: what, where in the file, why; never cell text
     * @param bytes bytes lost as stored, 0 if unknown
     * @param rows rows concerned, 0 if unknown
     */
    void skipped(String columnPath, String reason, long bytes, long rows);
}
