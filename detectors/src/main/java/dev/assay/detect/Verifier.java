package dev.assay.detect;

import dev.assay.config.FindingClass;
import dev.assay.detect.Check.Verdict;
import dev.assay.detect.shape.Dfa;
import java.util.Arrays;

/**
 * Decides on what the automata accepted: boundaries, lead, left side of an anchor, check, and how sure to be. Of each
 * detector it takes the longest end that holds, or one of the next eight if the check refuses it, and then nothing that
 * begins inside an accepted match of the same detector. Not thread-safe.
 */
final class Verifier {
    /** How many ends a check may refuse before the position is given up. */
    static final int MOST_TRIES = 9;

    /** How many ends of a lead are tried. */
    static final int MOST_LEADS = 8;

    private final RuleSet rules;
    private final Boundary[] left;
    private final Boundary[] right;
    private final boolean[] anchored;
    private final boolean[] needsEvidence;
    private final Candidates candidates;
    private final ContextHits hits;
    private final ContextReach reach;
    private final ContextWindow window;
    private final CellKeys keys;
    private final Ends leadEnds = new Ends();
    private final Ends shapeEnds = new Ends();

    /** One past the last accepted match, per detector. */
    private final int[] matchedTo;

    /** The walk a detector was last met in, and what it still may try there, from where. */
    private final long[] walks;

    /** Detectors that need a word nearby, the column's path saying nothing for them. */
    private final boolean[] needsWord;

    /** Those of them that run only near their words, which are found beforehand. */
    private final boolean[] zoned;

    private final boolean[] weighed;

    /** Those for or against which some word speaks. */
    private final boolean[] hasWords;

    /** The detectors that are run only near their words. */
    private final int[] supported;

    private final boolean[] idle;
    private final int[] triesLeft;
    private final int[] starts;

    private CellBatch batch = new CellBatch(0);
    private byte[] bytes = batch.bytes();
    private ColumnContext column;
    private long walk;
    private int cell;
    private long steps;

    Verifier(
            RuleSet rules,
            Candidates candidates,
            FirstLook look,
            ContextHits hits,
            ContextReach reach,
            Candour candour) {
        this.rules = rules;
        this.candidates = candidates;
        this.hits = hits;
        this.reach = reach;
        window = new ContextWindow(rules.wordsAround(), look);
        int count = rules.detectors().size();
        left = rules.detectors().stream().map(Detector::left).toArray(Boundary[]::new);
        right = rules.detectors().stream().map(Detector::right).toArray(Boundary[]::new);
        anchored = new boolean[count];
        needsEvidence = new boolean[count];
        needsWord = new boolean[count];
        zoned = new boolean[count];
        weighed = new boolean[count];
        hasWords = new boolean[count];
        for (int i = 0; i < count; i++) {
            Detector detector = rules.detector(i);
            anchored[i] = detector.anchor() != null;
            needsEvidence[i] = candour == Candour.SUPPORTED && detector.needsEvidence();
            zoned[i] = needsEvidence[i] && rules.runsOnlyWithEvidence(i);
            weighed[i] = detector.weighsColumns();
            hasWords[i] = !detector.contextWords().isEmpty()
                    || !detector.againstWords().isEmpty();
        }
        supported = rules.supported();
        keys = new CellKeys(rules);
        matchedTo = new int[count];
        walks = new long[count];
        idle = new boolean[count];
        triesLeft = new int[count];
        starts = new int[count];
        column = rules.column("");
    }

    void begin(CellBatch next, ByteMarks marks, ColumnContext context) {
        batch = next;
        bytes = next.bytes();
        column = context;
        cell = 0;
        window.begin(marks);
        keys.clear();
        Arrays.fill(matchedTo, 0);
        for (int detector = 0; detector < needsWord.length; detector++) {
            needsWord[detector] = needsEvidence[detector] && context.evidence(detector) <= 0;
        }
    }

    /** The buckets of detectors that are otherwise run only near their words and are to be run everywhere in this batch. */
    long everywhere() {
        long buckets = 0;
        for (int detector : supported) {
            buckets |= needsWord[detector]
                    ? 0
                    : rules.program().parts().get(detector).buckets();
        }
        return buckets;
    }

    /** Whether a detector is of no use in this batch where no word speaks for it. */
    boolean needsWord(int detector) {
        return needsWord[detector];
    }

    /** Says that the following offers come from one new position. */
    void nextWalk() {
        walk++;
    }

    /** Whether one of some detectors may match from a position, as far as what stands before it tells. */
    boolean mayMatch(int[] detectors, int position) {
        for (int detector : detectors) {
            boolean free =
                    position >= matchedTo[detector] && (!isIdle(detector, position) || mayBeWhole(detector, position));
            if (free && (anchored[detector] || left[detector].allowsStart(bytes, position))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Offers a detector's match from a position to an end; for one position, longer ends come first.
     *
     * @return whether it would take another end from this position
     */
    boolean offer(int detector, int position, int end) {
        if (walks[detector] != walk) {
            walks[detector] = walk;
            idle[detector] = isIdle(detector, position);
            boolean useless = position < matchedTo[detector] || (idle[detector] && !mayBeWhole(detector, position));
            triesLeft[detector] = useless ? 0 : open(detector, position);
        }
        boolean mayEnd = triesLeft[detector] > 0
                && right[detector].allowsEnd(bytes, end)
                && (!idle[detector] || isWhole(position, end));
        if (mayEnd) {
            boolean accepted = accept(detector, starts[detector], end);
            triesLeft[detector] = accepted ? 0 : triesLeft[detector] - 1;
        }
        return triesLeft[detector] > 0;
    }

    /** Whether nothing around a position speaks for a detector that needs it. */
    private boolean isIdle(int detector, int position) {
        return needsWord[detector]
                && zoned[detector]
                && !reach.mayConcern(detector, position)
                && path(detector, position) <= 0;
    }

    /** Whether a match from a position may be a whole cell that its column is weighed by. */
    private boolean mayBeWhole(int detector, int position) {
        return weighed[detector] && bytes[position - 1] == CellBatch.SEPARATOR;
    }

    /** Finds where a detector's match begins; returns how many ends may be tried. */
    private int open(int detector, int position) {
        Parts parts = rules.program().parts().get(detector);
        Dfa backwards = parts.leftOfAnchor();
        if (backwards != null) {
            starts[detector] = startLeftOf(position, detector, backwards);
            return starts[detector] < 0 ? 0 : MOST_TRIES;
        }
        if (!left[detector].allowsStart(bytes, position)) {
            return 0;
        }
        Dfa lead = parts.lead();
        Dfa shape = parts.shape();
        if (lead != null && shape != null) {
            tryBehindLead(detector, position, lead, shape);
            return 0;
        }
        starts[detector] = position;
        return MOST_TRIES;
    }

    /** The farthest start left of an anchor at which a match may begin; −1 if there is none. */
    private int startLeftOf(int anchor, int detector, Dfa backwards) {
        int limit = Math.max(Math.max(1, matchedTo[detector]), anchor - Program.LONGEST_LEFT);
        int state = backwards.start();
        int found = -1;
        int at = anchor;
        while (at > limit) {
            at--;
            state = backwards.step(state, bytes[at]);
            if (state == Dfa.DEAD) {
                break;
            }
            if (backwards.accepts(state) && left[detector].allowsStart(bytes, at)) {
                found = at;
            }
        }
        steps += anchor - at;
        return found;
    }

    /** Longest lead first, and behind each the longest end first. */
    private void tryBehindLead(int detector, int position, Dfa lead, Dfa shape) {
        int limit = Math.min(position + Program.LONGEST, bytes.length);
        leadEnds.collect(lead, bytes, position, limit);
        int tries = MOST_TRIES;
        int lastLead = Math.max(0, leadEnds.size() - MOST_LEADS);
        for (int i = leadEnds.size() - 1; i >= lastLead; i--) {
            int start = leadEnds.end(i);
            shapeEnds.collect(shape, bytes, start, limit);
            for (int j = shapeEnds.size() - 1; j >= 0 && tries > 0; j--) {
                int end = shapeEnds.end(j);
                if (right[detector].allowsEnd(bytes, end)) {
                    if (accept(detector, start, end)) {
                        return;
                    }
                    tries--;
                }
            }
        }
    }

    private boolean accept(int detector, int start, int end) {
        // Words found beforehand are asked about more cheaply than a check is made; where they have to be read it is
        // the check.
        if (zoned[detector] && lacksEvidence(detector, start, end)) {
            return false;
        }
        Verdict verdict = Verdict.UNCHECKED;
        if (rules.hasCheck(detector)) {
            steps += end - start;
            verdict = judge(detector, start, end);
            if (verdict == Verdict.INVALID) {
                noteRefusal(detector, start, end);
                return false;
            }
        }
        if (!zoned[detector] && lacksEvidence(detector, start, end)) {
            return false;
        }
        matchedTo[detector] = end;
        int confidence = rules.detector(detector)
                .confidence()
                .of(verdict != Verdict.UNCHECKED, words(detector, start, end), path(detector, start));
        if (confidence > 0) {
            candidates.add(start, end, detector, confidence, findingClass(verdict));
        }
        return true;
    }

    /** Whether a detector needs something that speaks for it, and nothing does. */
    private boolean lacksEvidence(int detector, int start, int end) {
        return needsWord[detector]
                && !(weighed[detector] && isWhole(start, end))
                && !isSpokenFor(detector, start, end)
                && path(detector, start) <= 0;
    }

    /** What the column's path says, or if it says nothing the name a value has inside its cell. */
    private int path(int detector, int start) {
        int path = column.evidence(detector);
        if (path != 0 || !CellKeys.mayStandBehindName(bytes, start)) {
            return path;
        }
        return keys.evidence(detector, bytes, batch.start(cellOf(start)), start);
    }

    /** Whether a context word stands near. Found beforehand are the words of those detectors alone that run only near them. */
    private boolean isSpokenFor(int detector, int start, int end) {
        int around = cellOf(start);
        if (zoned[detector]) {
            return hits.speakFor(detector, around, start, end);
        }
        window.read(bytes, batch.start(around), batch.end(around), start, end);
        return window.speaksFor(detector);
    }

    private Verdict judge(int detector, int start, int end) {
        try {
            return rules.check(detector).judge(bytes, start, end);
        } catch (RuntimeException failure) {
            throw new DetectorException(rules.detector(detector).id(), cellOf(start), failure);
        }
    }

    /** Counts a cell that has a weak check's shape and fails it: what chance is measured by. */
    private void noteRefusal(int detector, int start, int end) {
        if (weighed[detector] && isWhole(start, end)) {
            candidates.refuse(cellOf(start), detector);
        }
    }

    /** Whether a match is all there is in its cell. */
    private boolean isWhole(int start, int end) {
        if (bytes[start - 1] != CellBatch.SEPARATOR || bytes[end] != CellBatch.SEPARATOR) {
            return false;
        }
        int around = cellOf(start);
        return batch.start(around) == start && batch.end(around) == end;
    }

    private static FindingClass findingClass(Verdict verdict) {
        return switch (verdict) {
            case VALID, UNCHECKED, INVALID -> FindingClass.REAL;
            case PUBLISHED_TEST -> FindingClass.PUBLISHED_TEST;
            case PLACEHOLDER -> FindingClass.PLACEHOLDER;
        };
    }

    /** What the words around a candidate say: 1 for, −1 against, 0 nothing. */
    private int words(int detector, int start, int end) {
        if (!hasWords[detector]) {
            return 0;
        }
        int around = cellOf(start);
        window.read(bytes, batch.start(around), batch.end(around), start, end);
        if (window.speaksFor(detector)) {
            return 1;
        }
        return window.speaksAgainst(detector) ? -1 : 0;
    }

    private int cellOf(int position) {
        if (position < batch.start(cell)) {
            cell = batch.cellAt(position);
        }
        while (batch.end(cell) <= position) {
            cell++;
        }
        return cell;
    }

    /** How many candidates' words were read so far. */
    long windowsRead() {
        return window.windowsRead();
    }

    long steps() {
        return steps + hits.bytesRead() + window.bytesRead() + leadEnds.steps() + shapeEnds.steps();
    }
}
