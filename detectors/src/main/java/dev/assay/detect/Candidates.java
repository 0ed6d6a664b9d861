package dev.assay.detect;

import dev.assay.config.FindingClass;
import java.util.Arrays;
import java.util.BitSet;

/** What the detectors claim in a batch, before it is settled who wins: parallel arrays, positions in the batch's array. */
final class Candidates {
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private short[] detectors = new short[256];
    private byte[] confidences = new byte[256];
    private FindingClass[] classes = new FindingClass[256];
    private int size;
    private int[] refusedCells = new int[64];
    private short[] refusedDetectors = new short[64];
    private int refusals;

    void clear() {
        size = 0;
        refusals = 0;
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
        }
        starts[size] = start;
        ends[size] = end;
        detectors[size] = (short) detector;
        confidences[size] = (byte) confidence;
        classes[size] = findingClass;
        size++;
    }

    /** The bytes that candidates of at least some confidence lie on. */
    BitSet covered(int confidence) {
        BitSet covered = new BitSet();
        for (int i = 0; i < size; i++) {
            if (confidences[i] >= confidence) {
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
}
