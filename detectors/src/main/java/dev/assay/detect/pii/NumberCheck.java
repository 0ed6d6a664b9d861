package dev.assay.detect.pii;

import dev.assay.detect.Check;

/**
 * A rule for numbers as a check of candidates: takes off the separators its presentation uses, folds case, asks the
 * list of published numbers and then the rule. A candidate that is compact already is not copied.
 */
final class NumberCheck implements Check {
    private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[Compact.LONGEST]);

    /** No number is shorter. */
    private static final int SHORTEST = 2;

    private final String separators;
    private final Rule rule;
    private final PublishedNumbers published;

    NumberCheck(String separators, Rule rule, PublishedNumbers published) {
        this.separators = separators;
        this.rule = rule;
        this.published = published;
    }

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        if (Compact.already(bytes, start, end)) {
            return judgeCompact(bytes, start, end);
        }
        byte[] scratch = SCRATCH.get();
        int length = Compact.into(scratch, bytes, start, end, separators);
        return length < 0 ? Verdict.INVALID : judgeCompact(scratch, 0, length);
    }

    private Verdict judgeCompact(byte[] text, int start, int end) {
        if (end - start < SHORTEST) {
            return Verdict.INVALID;
        }
        if (published.contains(text, start, end)) {
            return Verdict.PUBLISHED_TEST;
        }
        return rule.holds(text, start, end) ? Verdict.VALID : Verdict.INVALID;
    }

    /** Whether the rule alone holds, whoever has published the number. */
    boolean holds(byte[] bytes, int start, int end) {
        byte[] scratch = SCRATCH.get();
        int length = Compact.into(scratch, bytes, start, end, separators);
        return length >= SHORTEST && rule.holds(scratch, 0, length);
    }
}
