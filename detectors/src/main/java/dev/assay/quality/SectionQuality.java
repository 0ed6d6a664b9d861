package dev.assay.quality;

import dev.assay.detect.ner.TextLanguage;

/** Measures one file section: what its columns share, and a recorder for each of them. One thread. */
public final class SectionQuality {
    private final QualityDemands demands;
    private final RowRepeats rows = new RowRepeats();
    private final NearRepeats texts = new NearRepeats();
    private final SeenRuns seen = new SeenRuns();
    private final TextLanguage languages = new TextLanguage();
    /** Room for the cells being measured: one for all columns stays near the processor. */
    private final MeasuredCells cells = new MeasuredCells(QualityRecorder.CHUNK_CELLS);

    /** Nothing measured yet. */
    public SectionQuality(QualityDemands demands) {
        this.demands = demands;
    }

    /** A recorder for one column, which counts into {@code quality}. */
    public QualityRecorder recorder(String column, ColumnQuality quality) {
        return new QualityRecorder(column, quality, this);
    }

    /** Counts the rows of a block that ended. */
    public void endRows(int rowsOfBlock) {
        rows.endBlock(rowsOfBlock);
    }

    QualityDemands demands() {
        return demands;
    }

    public RowRepeats rows() {
        return rows;
    }

    public NearRepeats texts() {
        return texts;
    }

    public SeenRuns seen() {
        return seen;
    }

    TextLanguage languages() {
        return languages;
    }

    MeasuredCells cells() {
        return cells;
    }
}
