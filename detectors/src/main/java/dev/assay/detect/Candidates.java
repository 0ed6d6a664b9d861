package dev.assay.detect;

import dev.assay.config.FindingClass;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** What the detectors claim in a batch, before it is settled who wins: parallel arrays, positions in the batch's array. */
final class Candidates {
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private short[] detectors = new short[256];
    private byte[] confidences = new byte[256];
    private FindingClass[] classes = new FindingClass[256];
    /** How many encodings lie over it; negative where it cuts one. */
    private byte[] depths = new byte[256];

    private int size;
    private int[] refusedCells = new int[64];
    private short[] refusedDetectors = new short[64];
    private int refusals;
    private int[] limitedCells = new int[16];
    private TextLimit[] limits = new TextLimit[16];
    private int limited;

    void clear() {
        size = 0;
        refusals = 0;
        limited = 0;
    }

    /** Notes that a cell is not read to the bottom, once a reason; cells come in ascending order. */
    void limit(int cell, TextLimit limit) {
        for (int i = limited - 1; i >= 0 && limitedCells[i] == cell; i--) {
            if (limits[i] == limit) {
                return;
            }
        }
        if (limited == limits.length) {
            limitedCells = Arrays.copyOf(limitedCells, limited * 2);
            limits = Arrays.copyOf(limits, limited * 2);
        }
        limitedCells[limited] = cell;
        limits[limited++] = limit;
    }

    int limited() {
        return limited;
    }

    int limitedCell(int index) {
        return limitedCells[index];
    }

    TextLimit limit(int index) {
        return limits[index];
    }

    /** Notes that a check refused a whole cell. */
    void refuse(int cell, int detector) {
        if (refusals == refusedCells.length) {
            refusedCells = Arrays.copyOf(refusedCells, refusals * 2);
            refusedDetectors = Arrays.copyOf(refusedDetectors, refusals * 2);
        }
        refusedCells[refusals] = cell;
        refusedDetectors[refusals] = (short) detector;
        refusals++;
    }

    int refusals() {
        return refusals;
    }

    int refusedCell(int refusal) {
        return refusedCells[refusal];
    }

    int refusedDetector(int refusal) {
        return refusedDetectors[refusal];
    }

    void add(int start, int end, int detector, int confidence, FindingClass findingClass) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            detectors = Arrays.copyOf(detectors, larger);
            confidences = Arrays.copyOf(confidences, larger);
            classes = Arrays.copyOf(classes, larger);
            depths = Arrays.copyOf(depths, larger);
        }
        starts[size] = start;
        ends[size] = end;
        detectors[size] = (short) detector;
        confidences[size] = (byte) confidence;
        classes[size] = findingClass;
        depths[size] = 0;
        size++;
    }

    /** The bytes that candidates of some detectors lie on, of at least some confidence. */
    BitSet covered(int confidence, IntPredicate of) {
        BitSet covered = new BitSet();
        for (int i = 0; i < size; i++) {
            if (confidences[i] >= confidence && of.test(detectors[i])) {
                covered.set(starts[i], ends[i]);
            }
        }
        return covered;
    }

    int size() {
        return size;
    }

    int start(int candidate) {
        return starts[candidate];
    }

    int end(int candidate) {
        return ends[candidate];
    }

    int detector(int candidate) {
        return detectors[candidate];
    }

    int confidence(int candidate) {
        return confidences[candidate];
    }

    FindingClass findingClass(int candidate) {
        return classes[candidate];
    }

    /** Overwrites a candidate with another. */
    void copy(int from, int to) {
        starts[to] = starts[from];
        ends[to] = ends[from];
        detectors[to] = detectors[from];
        confidences[to] = confidences[from];
        classes[to] = classes[from];
        depths[to] = depths[from];
    }

    /** Says where in the batch a candidate of a reading lies and how deep the reading was. */
    void place(int candidate, int start, int end, int depth) {
        starts[candidate] = start;
        ends[candidate] = end;
        depths[candidate] = (byte) depth;
    }

    /** How many encodings were undone to find it: 0 in the text as it stands. */
    int depth(int candidate) {
        return depths[candidate] < 0 ? -1 - depths[candidate] : depths[candidate];
    }

    /** Notes that a candidate begins or ends inside an escape or the like. */
    void cut(int candidate) {
        if (depths[candidate] >= 0) {
            depths[candidate] = (byte) (-1 - depths[candidate]);
        }
    }

    boolean isCut(int candidate) {
        return depths[candidate] < 0;
    }

    /** Makes a candidate as sure as another of the same stretch and detector that was read more deeply, and of its class. */
    void join(int candidate, int deeper) {
        confidences[candidate] = (byte) Math.max(confidences[candidate], confidences[deeper]);
        classes[candidate] = classes[deeper];
    }

    /** Marks a candidate for {@link #removeDropped()}. */
    void drop(int candidate) {
        confidences[candidate] = -1;
    }

    void removeDropped() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (confidences[i] >= 0) {
                copy(i, kept++);
            }
        }
        size = kept;
    }

    void truncate(int length) {
        size = length;
    }

    void setRefusal(int refusal, int cell, int detector) {
        refusedCells[refusal] = cell;
        refusedDetectors[refusal] = (short) detector;
    }

    void truncateRefusals(int length) {
        refusals = length;
    }
}
