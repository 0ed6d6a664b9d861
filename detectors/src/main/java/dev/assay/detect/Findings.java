package dev.assay.detect;

import dev.assay.config.FindingClass;
import java.util.Arrays;

/**
 * What a scan found in one {@link CellBatch}: parallel arrays instead of an object a hit. Sorted by cell, then start,
 * then longer first, then detector. Each entry is a winner or an alternative that overlaps one and lost to it. Holds
 * positions, never text. Reused from batch to batch; not thread-safe.
 */
public final class Findings {
    private int[] cells = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] detectors = new int[64];
    private byte[] confidences = new byte[64];
    private FindingClass[] classes = new FindingClass[64];
    private int[] winners = new int[64];
    private int size;
    private int[] refusedCells = new int[0];
    private int[] refusedDetectors = new int[0];
    private int refusals;
    private int[] limitedCells = new int[0];
    private TextLimit[] limits = new TextLimit[0];
    private int limited;

    public void clear() {
        size = 0;
        refusals = 0;
        limited = 0;
    }

    /** Takes over what is said beside the findings: which checks refused which whole cells, and which cells are not read to the bottom. */
    void asides(Candidates candidates) {
        refusals = candidates.refusals();
        if (refusedCells.length < refusals) {
            refusedCells = new int[refusals];
            refusedDetectors = new int[refusals];
        }
        for (int i = 0; i < refusals; i++) {
            refusedCells[i] = candidates.refusedCell(i);
            refusedDetectors[i] = candidates.refusedDetector(i);
        }
        limited = candidates.limited();
        if (limits.length < limited) {
            limitedCells = new int[limited];
            limits = new TextLimit[limited];
        }
        for (int i = 0; i < limited; i++) {
            limitedCells[i] = candidates.limitedCell(i);
            limits[i] = candidates.limit(i);
        }
    }

    /**
     * Marks the cells of which anything is said.
     *
     * @param into as many as the batch has cells, or more; all others are unmarked
     * @param count cells of the batch
     */
    void tell(boolean[] into, int count) {
        Arrays.fill(into, 0, count, false);
        for (int i = 0; i < size; i++) {
            into[cells[i]] = true;
        }
        for (int i = 0; i < refusals; i++) {
            into[refusedCells[i]] = true;
        }
        for (int i = 0; i < limited; i++) {
            into[limitedCells[i]] = true;
        }
    }

    /** Says of another batch what was said of this one, whose cells are some of the other's. */
    void renumber(int[] cellOfOther) {
        for (int i = 0; i < size; i++) {
            cells[i] = cellOfOther[cells[i]];
        }
        for (int i = 0; i < refusals; i++) {
            refusedCells[i] = cellOfOther[refusedCells[i]];
        }
        for (int i = 0; i < limited; i++) {
            limitedCells[i] = cellOfOther[limitedCells[i]];
        }
    }

    /** How often a {@link TextLimit} was met, counted once a cell; in the order of the cells. */
    public int limited() {
        return limited;
    }

    /** The cell that is not read to the bottom. */
    public int limitedCell(int index) {
        return limitedCells[index];
    }

    /** What limit it met. */
    public TextLimit limit(int index) {
        return limits[index];
    }

    /** How often a weak check refused a cell that has its shape from end to end. */
    public int refusals() {
        return refusals;
    }

    /** The cell of a refusal. */
    public int refusedCell(int refusal) {
        return refusedCells[refusal];
    }

    /** The detector of a refusal. */
    public int refusedDetector(int refusal) {
        return refusedDetectors[refusal];
    }

    /**
     * Appends a candidate that won so far.
     *
     * @param cell index in the batch
     * @param start first byte, counted from the start of the cell
     * @param end one past the last byte, counted from the start of the cell
     * @param detector index in the rule set
     * @param confidence 0–100
     */
    public void add(int cell, int start, int end, int detector, int confidence, FindingClass findingClass) {
        if (size == cells.length) {
            grow();
        }
        cells[size] = cell;
        starts[size] = start;
        ends[size] = end;
        detectors[size] = detector;
        confidences[size] = (byte) confidence;
        classes[size] = findingClass;
        winners[size] = size;
        size++;
    }

    private void grow() {
        int larger = size * 2;
        cells = Arrays.copyOf(cells, larger);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
        detectors = Arrays.copyOf(detectors, larger);
        confidences = Arrays.copyOf(confidences, larger);
        classes = Arrays.copyOf(classes, larger);
        winners = Arrays.copyOf(winners, larger);
    }

    /** Says that an entry lost to another one it overlaps. */
    void beatenBy(int loser, int winner) {
        winners[loser] = winner;
    }

    public int size() {
        return size;
    }

    public int cell(int finding) {
        return cells[finding];
    }

    /** First byte, counted from the start of the cell. */
    public int start(int finding) {
        return starts[finding];
    }

    /** One past the last byte, counted from the start of the cell. */
    public int end(int finding) {
        return ends[finding];
    }

    /** Index of the detector in the {@link RuleSet}. */
    public int detector(int finding) {
        return detectors[finding];
    }

    /** 0–100. */
    public int confidence(int finding) {
        return confidences[finding];
    }

    public FindingClass findingClass(int finding) {
        return classes[finding];
    }

    /** The entry that won the span: the entry itself, or the one it is an alternative of. */
    public int winner(int finding) {
        return winners[finding];
    }

    public boolean isWinner(int finding) {
        return winners[finding] == finding;
    }
}
