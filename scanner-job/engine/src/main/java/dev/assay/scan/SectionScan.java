package dev.assay.scan;

import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.DetectorException;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.SpanFinder.Cells;
import dev.assay.detect.TextLimit;
import dev.assay.format.CellSink;
import dev.assay.format.ColumnSchema;
import dev.assay.format.EmbeddedFacts;
import dev.assay.format.FileSection;
import dev.assay.provenance.ColumnOrigin;
import dev.assay.provenance.LicenceMarkers;
import dev.assay.provenance.OriginColumns;
import dev.assay.provenance.OriginRecorder;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.QualityRecorder;
import dev.assay.quality.SectionQuality;
import dev.assay.storage.SectionDigest;
import dev.assay.summary.CellRecorder;
import dev.assay.summary.RowCounts;
import dev.assay.summary.RowSample;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes the cells of one section, has them scanned, and counts what was found. */
final class SectionScan implements CellSink {
    /** The detector of licence markers. */
    private static final String LICENCE_MARKER = "license-marker";

    private final FileSection section;
    private final RuleSet rules;
    private final CellScanner scanner;
    private final ScanLimits limits;
    private final Suppressions suppressions;
    private final OriginColumns originColumns;
    private final int licenceMarker;
    private final ScanSummary summary;
    private final RowCounts rowCounts = new RowCounts();
    private final SectionQuality quality;
    private final Findings findings = new Findings();
    private final RowSample readForNames;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private long firstRow;
    private long rows;

    SectionScan(
            FileSection section,
            RuleSet rules,
            CellScanner scanner,
            ScanLimits limits,
            Suppressions suppressions,
            QualityDemands demands,
            OriginColumns originColumns,
            ScanSummary summary) {
        this.section = section;
        this.rules = rules;
        this.scanner = scanner;
        this.limits = limits;
        this.suppressions = suppressions;
        quality = new SectionQuality(demands);
        this.originColumns = originColumns;
        this.licenceMarker = rules.index(LICENCE_MARKER).orElse(-1);
        this.summary = summary;
        readForNames = RowSample.of(limits.namesPpm(), section.file().path());
    }

    /** Rows of the blocks that ended. */
    long rows() {
        return rows;
    }

    @Override
    public int column(ColumnSchema schema) {
        Integer known = indices.get(schema.path());
        int index = known == null ? add(schema.path()) : known;
        columns.get(index).state.schema(schema);
        return index;
    }

    private int add(String path) {
        columns.add(new Column(path));
        indices.put(path, columns.size() - 1);
        return columns.size() - 1;
    }

    @Override
    public void beginRows(long firstRowOfBlock) {
        firstRow = firstRowOfBlock;
        columns.forEach(column -> column.beginRows(firstRow));
    }

    @Override
    public void cells(int column, CellBatch batch, int[] rowsOfCells) {
        Column target = columns.get(column);
        target.quality.cells(batch, rowsOfCells);
        target.origin.ifPresent(origin -> origin.cells(batch));
        Cells wholly = readForNames.takesAll() ? Cells.ALL : cell -> readForNames.takes(firstRow + rowsOfCells[cell]);
        if (scanned(batch, target, wholly)) {
            target.recorder.cells(batch, findings, rowsOfCells);
            target.markers.cells(batch, findings);
            for (int i = 0; i < findings.limited(); i++) {
                summary.note(findings.limit(i).reason(), 1);
            }
        }
    }

    @Override
    public void dictionary(int column, CellBatch values) {
        Column target = columns.get(column);
        target.quality.dictionary(values);
        target.origin.ifPresent(origin -> origin.dictionary(values));
        target.dictionaryScanned = scanned(values, target, readForNames.takesAll() ? Cells.ALL : Cells.NONE);
        if (target.dictionaryScanned) {
            target.recorder.dictionary(values, findings);
            target.markers.dictionary(values, findings);
            target.noteLimits();
            if (!readForNames.takesAll() && scanned(values, target, Cells.ALL)) {
                target.recorder.dictionaryReadForNames(values, findings, readForNames);
            }
        }
    }

    /** A detector that fails leaves these cells unjudged: that is a hole in the record, not the end of the scan. */
    private boolean scanned(CellBatch batch, Column column, Cells wholly) {
        try {
            scanner.scan(batch, column.context, wholly, findings);
            return true;
        } catch (DetectorException failed) {
            skipped(column.context.path(), String.valueOf(failed.getMessage()), 0, batch.cells());
            return false;
        }
    }

    @Override
    public void occurrences(int column, int[] ids, int[] rowsOfCells, int count) {
        Column target = columns.get(column);
        target.quality.occurrences(ids, rowsOfCells, count);
        target.origin.ifPresent(origin -> origin.occurrences(ids, count));
        if (target.dictionaryScanned) {
            target.recorder.occurrences(ids, rowsOfCells, count);
            target.markers.occurrences(ids, count);
            target.countLimits(ids, count);
        }
    }

    @Override
    public void unsearched(int column, CellBatch batch, int[] rowsOfCells) {
        Column target = columns.get(column);
        target.quality.unsearched(batch, rowsOfCells);
        target.unsearchedOrigin.ifPresent(origin -> origin.cells(batch));
    }

    @Override
    public void unsearchedDictionary(int column, CellBatch values) {
        Column target = columns.get(column);
        target.quality.unsearchedDictionary(values);
        target.unsearchedOrigin.ifPresent(origin -> origin.dictionary(values));
    }

    @Override
    public void unsearchedOccurrences(int column, int[] ids, int[] rowsOfCells, int count) {
        Column target = columns.get(column);
        target.quality.unsearchedOccurrences(ids, rowsOfCells, count);
        target.unsearchedOrigin.ifPresent(origin -> origin.occurrences(ids, count));
    }

    @Override
    public void embedded(EmbeddedFacts metadata) {
        summary.embedded().add(metadata);
    }

    @Override
    public void nulls(int column, long count) {
        columns.get(column).state.summary().nulls(count);
    }

    @Override
    public void endRows(int rowsOfBlock) {
        rows += rowsOfBlock;
        rowCounts.endBlock();
        rowCounts.names().endBlock(readForNames(rowsOfBlock));
        quality.endRows(rowsOfBlock);
        columns.forEach(Column::endRows);
    }

    private long readForNames(int rowsOfBlock) {
        if (readForNames.takesAll()) {
            return rowsOfBlock;
        }
        long read = 0;
        for (int row = 0; row < rowsOfBlock; row++) {
            read += readForNames.takes(firstRow + row) ? 1 : 0;
        }
        return read;
    }

    @Override
    public void notApplicable(int column, String reason, long cells) {
        columns.get(column).state.notApplicable(reason, cells);
    }

    @Override
    public void invalidText(int column, long cells) {
        columns.get(column).state.summary().invalidUtf8(cells);
    }

    @Override
    public void irregular(String reason, long rowsConcerned) {
        summary.note(reason, rowsConcerned);
    }

    @Override
    public void skipped(String columnPath, String reason, long bytes, long rowsLost) {
        summary.skip(new Skip(section.file().path(), columnPath, reason, bytes, rowsLost));
    }

    /** Hands everything counted to the split's summary. */
    void finish(SectionDigest digest) {
        rowCounts.endBlock();
        for (Column column : columns) {
            column.recorder.finish();
            column.quality.finish();
            column.markers.counts().forEach(summary::licenceMarker);
            column.endRows();
            summary.column(column.context.path()).merge(column.state);
        }
        summary.rowCounts().merge(rowCounts);
        summary.rowRepeats().merge(quality.rows());
        summary.nearRepeats().merge(quality.texts());
        summary.seenRuns().merge(quality.seen());
        summary.section(new SectionResult(
                section.file().path(),
                section.ordinal(),
                section.format(),
                digest,
                new TreeSet<>(indices.keySet()),
                rows,
                section.rows(),
                section.isWholeFile(),
                false));
    }

    /** One column of the section. */
    private final class Column {
        private final ColumnState state = new ColumnState();
        private final ColumnContext context;
        private final CellRecorder recorder;
        private final QualityRecorder quality;
        private final LicenceMarkers markers = new LicenceMarkers(licenceMarker);
        private final Optional<OriginRecorder> origin;
        /** Apart, because its dictionary is another one. */
        private final Optional<OriginRecorder> unsearchedOrigin;
        /** Values of the dictionary that are not read to the bottom, by what limit they met. */
        private final Map<TextLimit, BitSet> limited = new EnumMap<>(TextLimit.class);

        private boolean dictionaryScanned;

        Column(String path) {
            context = rules.column(path);
            recorder = new CellRecorder(
                    rules, section.file().path(), path, limits.samples(), state.summary(), rowCounts, suppressions);
            recorder.beginRows(firstRow);
            quality = SectionScan.this.quality.recorder(path, state.quality());
            Optional<ColumnOrigin> counted = originColumns.role(path).map(state::origin);
            origin = counted.map(OriginRecorder::new);
            unsearchedOrigin = counted.map(OriginRecorder::new);
        }

        void beginRows(long firstRowOfBlock) {
            recorder.beginRows(firstRowOfBlock);
            quality.beginRows();
        }

        void endRows() {
            origin.ifPresent(OriginRecorder::endBlock);
            unsearchedOrigin.ifPresent(OriginRecorder::endBlock);
        }

        void noteLimits() {
            limited.clear();
            for (int i = 0; i < findings.limited(); i++) {
                limited.computeIfAbsent(findings.limit(i), unused -> new BitSet())
                        .set(findings.limitedCell(i));
            }
        }

        /** Counts each cell, as if the values stood there themselves. */
        void countLimits(int[] ids, int count) {
            limited.forEach((limit, values) -> {
                long cells = Arrays.stream(ids, 0, count).filter(values::get).count();
                if (cells > 0) {
                    summary.note(limit.reason(), cells);
                }
            });
        }
    }
}
