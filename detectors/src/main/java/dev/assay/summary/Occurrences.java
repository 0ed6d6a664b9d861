package dev.assay.summary;

import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.util.Arrays;

/** What was found in each value of a dictionary, by the value's index. */
final class Occurrences {
    static final Occurrences NONE = new Occurrences(new int[0], new Evidence[0][], new int[0][], new long[0]);
    private static final Evidence[] NOTHING = new Evidence[0];
    private static final int[] NOBODY = new int[0];

    private final int[] lengths;
    private final Evidence[][] found;
    /** Detectors whose weak check refused the whole value; emptied once they are counted. */
    private final int[][] refusing;

    private final long[] valueHashes;

    private Occurrences(int[] lengths, Evidence[][] found, int[][] refusing, long[] valueHashes) {
        this.lengths = lengths;
        this.found = found;
        this.refusing = refusing;
        this.valueHashes = valueHashes;
    }

    static Occurrences of(CellBatch values, Findings findings) {
        int[] lengths = new int[values.cells()];
        Evidence[][] found = new Evidence[values.cells()][];
        int next = 0;
        for (int value = 0; value < lengths.length; value++) {
            lengths[value] = values.length(value);
            int first = next;
            while (next < findings.size() && findings.cell(next) == value) {
                next++;
            }
            found[value] = first == next ? NOTHING : evidence(values, findings, first, next);
        }
        int[][] refusing = refusing(lengths.length, findings);
        long[] valueHashes = new long[lengths.length];
        for (int value = 0; value < lengths.length; value++) {
            if (refusing[value].length > 0) {
                valueHashes[value] = ValueHash.of(values.bytes(), values.start(value), values.end(value));
            }
        }
        return new Occurrences(lengths, found, refusing, valueHashes);
    }

    private static Evidence[] evidence(CellBatch values, Findings findings, int from, int to) {
        Evidence[] evidence = new Evidence[to - from];
        for (int i = from; i < to; i++) {
            evidence[i - from] = Evidence.of(values, findings, i);
        }
        return evidence;
    }

    private static int[][] refusing(int values, Findings findings) {
        int[][] refusing = new int[values][];
        Arrays.fill(refusing, NOBODY);
        for (int i = 0; i < findings.refusals(); i++) {
            int value = findings.refusedCell(i);
            int[] more = Arrays.copyOf(refusing[value], refusing[value].length + 1);
            more[more.length - 1] = findings.refusedDetector(i);
            refusing[value] = more;
        }
        return refusing;
    }

    /** Counts whose check refused a value that occurs; different values count, so once is enough. */
    void countRefusals(int id, RuleSet rules, ColumnSummary summary) {
        for (int detector : refusing[id]) {
            summary.refused(rules.detector(detector).id()).add(valueHashes[id]);
        }
        refusing[id] = NOBODY;
    }

    /** Bytes of a value. */
    int length(int id) {
        return lengths[id];
    }

    Evidence[] evidence(int id) {
        return found[id];
    }
}
