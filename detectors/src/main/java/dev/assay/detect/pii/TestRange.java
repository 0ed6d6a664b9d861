package dev.assay.detect.pii;

import dev.assay.detect.Check;

/** A number whose issuer has set a range apart for tests: what only the second check passes is a published test number. */
final class TestRange implements Check {
    private final Check issued;
    private final Check test;

    TestRange(Check issued, Check test) {
        this.issued = issued;
        this.test = test;
    }

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        Verdict verdict = issued.judge(bytes, start, end);
        if (verdict == Verdict.INVALID && test.judge(bytes, start, end) != Verdict.INVALID) {
            return Verdict.PUBLISHED_TEST;
        }
        return verdict;
    }
}
