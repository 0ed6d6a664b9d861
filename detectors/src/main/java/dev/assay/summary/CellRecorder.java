package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Detector;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was found in the cells of one column of one file into its {@link ColumnSummary}. A value that a dictionary
 * holds once and rows hold often is counted once a row, so that a dictionary column and a plain column with the same
 * cells end in the same summary. One thread; {@link #finish()} ends it.
 */
public final class CellRecorder {
    private final RuleSet rules;
    private final String file;
    private final String column;
    private final int sampleLimit;
    private final ColumnSummary summary;
    private final RowCounts rowCounts;
    private final Suppressions.Matcher suppressions;
    private final Map<Long, DetectorCount> detectorCounts = new HashMap<>();
    private final Map<Long, EntityCount> entityCounts = new HashMap<>();
    private final CodePoints codePoints = new CodePoints();
    private Occurrences dictionary = Occurrences.NONE;
    private Occurrences readForNames = Occurrences.NONE;
    private @Nullable RowSample sample;
    private long firstRow;
    private long cellSerial;

    /**
     * A recorder for one column.
     *
     * @param file relative path of the file, for samples
     * @param column path of the column
     * @param sampleLimit how many samples to keep for each entity type and class
     * @param suppressions what is counted apart
     */
    public CellRecorder(
            RuleSet rules,
            String file,
            String column,
            int sampleLimit,
            ColumnSummary summary,
            RowCounts rowCounts,
            Suppressions suppressions) {
        this.rules = rules;
        this.file = file;
        this.column = column;
        this.sampleLimit = sampleLimit;
        this.summary = summary;
        this.rowCounts = rowCounts;
        this.suppressions = suppressions.matcher(column);
    }

    /** Says where in the file the block of rows begins that the next calls count from. */
    public void beginRows(long firstRowOfBlock) {
        firstRow = firstRowOfBlock;
        dictionary = Occurrences.NONE;
        sample = null;
    }

    /**
     * Counts a batch, one row a cell.
     *
     * @param rows row of each cell, counted from the block's first
     */
    public void cells(CellBatch batch, Findings findings, int[] rows) {
        countCells(batch);
        codePoints.begin();
        int found = 0;
        while (found < findings.size()) {
            int cell = findings.cell(found);
            cellSerial++;
            for (; found < findings.size() && findings.cell(found) == cell; found++) {
                record(Evidence.of(batch, findings, found), rows[cell]);
            }
        }
        for (int i = 0; i < findings.refusals(); i++) {
            int cell = findings.refusedCell(i);
            long valueHash = ValueHash.of(batch.bytes(), batch.start(cell), batch.end(cell));
            summary.refused(rules.detector(findings.refusedDetector(i)).id()).add(valueHash);
        }
    }

    private void countCells(CellBatch batch) {
        long empty = 0;
        long bytes = 0;
        for (int cell = 0; cell < batch.cells(); cell++) {
            int length = batch.length(cell);
            bytes += length;
            empty += length == 0 ? 1 : 0;
        }
        summary.cells(batch.cells(), empty, bytes);
    }

    /** Takes the values that {@link #occurrences} will speak of. */
    public void dictionary(CellBatch values, Findings findings) {
        dictionary = Occurrences.of(values, findings);
        sample = null;
    }

    /**
     * Takes what else was found in the same values where names were looked for: it holds for some rows, {@link #dictionary} for
     * the others.
     */
    public void dictionaryReadForNames(CellBatch values, Findings findings, RowSample rowsRead) {
        readForNames = Occurrences.of(values, findings);
        sample = rowsRead;
    }

    private Occurrences foundIn(int row) {
        return sample != null && sample.takes(firstRow + row) ? readForNames : dictionary;
    }

    /**
     * Counts rows that hold dictionary values.
     *
     * @param ids indices into the dictionary
     * @param rows row of each, counted from the block's first
     * @param count how many entries of both arrays count
     */
    public void occurrences(int[] ids, int[] rows, int count) {
        codePoints.begin();
        long empty = 0;
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            int length = dictionary.length(ids[i]);
            bytes += length;
            empty += length == 0 ? 1 : 0;
            Occurrences said = foundIn(rows[i]);
            said.countRefusals(ids[i], rules, summary);
            Evidence[] found = said.evidence(ids[i]);
            if (found.length > 0) {
                cellSerial++;
                for (Evidence evidence : found) {
                    record(evidence, rows[i]);
                }
            }
        }
        summary.cells(count, empty, bytes);
    }

    private void record(Evidence evidence, int row) {
        int suppression = evidence.suppression(
                suppressions, rules.detector(evidence.detector).entity());
        detectorCount(evidence, suppression).hit(cellSerial);
        if (evidence.won() && evidence.confidence >= ConfidenceBand.POSSIBLE.floor()) {
            entityCount(evidence, suppression).hit(evidence, row);
        }
        if (evidence.whole
                && evidence.findingClass == FindingClass.REAL
                && rules.detector(evidence.detector).chancePpm() > 0) {
            summary.passing(rules.detector(evidence.detector).id()).add(evidence.valueHash);
        }
    }

    private DetectorCount detectorCount(Evidence evidence, int suppression) {
        return detectorCounts.computeIfAbsent(
                code(evidence, suppression), unused -> new DetectorCount(key(evidence, suppression)));
    }

    /** All that tells one {@link DetectorKey} from another, in one number. */
    private static long code(Evidence evidence, int suppression) {
        long detectors = (long) evidence.detector << 32 | (long) evidence.winner << 12;
        return (suppression + 1L) << 48
                | detectors
                | evidence.confidence << 4
                | classCode(evidence.findingClass) << 1
                | (evidence.whole ? 1 : 0);
    }

    private DetectorKey key(Evidence evidence, int suppression) {
        Detector detector = rules.detector(evidence.detector);
        String lostTo = evidence.won() ? "" : rules.detector(evidence.winner).id();
        return new DetectorKey(
                detector.entity(),
                detector.id(),
                evidence.findingClass,
                evidence.confidence,
                lostTo,
                evidence.whole,
                suppressions.id(suppression));
    }

    private EntityCount entityCount(Evidence evidence, int suppression) {
        return entityCounts.computeIfAbsent(
                (suppression + 1L) << 48 | evidence.detector * 4L + classCode(evidence.findingClass),
                unused -> new EntityCount(evidence, suppression));
    }

    private static int classCode(FindingClass findingClass) {
        return switch (findingClass) {
            case REAL -> 0;
            case PUBLISHED_TEST -> 1;
            case PLACEHOLDER -> 2;
        };
    }

    /** Writes what was counted by detector into the summary. */
    public void finish() {
        detectorCounts.values().forEach(count -> summary.detector(count.key, new Tally(count.cells, count.hits)));
        detectorCounts.clear();
    }

    /** Hits of one detector at one confidence. */
    private static final class DetectorCount {
        private final DetectorKey key;
        private long cells;
        private long hits;
        private long lastCell;

        DetectorCount(DetectorKey key) {
            this.key = key;
        }

        void hit(long cell) {
            hits++;
            if (cell != lastCell) {
                cells++;
                lastCell = cell;
            }
        }
    }

    /** Where the hits of one detector and class are counted: its entity's summary, which other detectors may share. */
    private final class EntityCount {
        private final Detector detector;
        private final EntitySummary entity;
        private final boolean marksRows;
        private final long sampleSeed;

        EntityCount(Evidence evidence, int suppression) {
            detector = rules.detector(evidence.detector);
            EntityKey key = new EntityKey(detector.entity(), evidence.findingClass, suppressions.id(suppression));
            entity = summary.entity(key, sampleLimit);
            marksRows = evidence.findingClass == FindingClass.REAL;
            sampleSeed = ValueHash.of(file + '\n' + column + '\n' + key.encode());
        }

        void hit(Evidence evidence, int row) {
            long rowInFile = firstRow + row;
            entity.hit(cellSerial, rowInFile, evidence.confidence, evidence.valueHash);
            if (marksRows && evidence.confidence >= ConfidenceBand.LIKELY.floor()) {
                rowCounts.mark(row, detector.dataClass());
                if (detector.shapes().isEmpty()) {
                    rowCounts.names().mark(row);
                }
            }
            long order = ValueHash.with(ValueHash.with(sampleSeed, rowInFile), evidence.start);
            if (entity.samplesBeingKept().wants(order)) {
                entity.samplesBeingKept().add(evidence.sample(order, file, rowInFile, detector.id(), codePoints));
            }
        }
    }
}
