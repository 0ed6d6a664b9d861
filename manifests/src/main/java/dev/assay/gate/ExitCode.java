package dev.assay.gate;

/** What a command's exit code says; one meaning everywhere. */
public enum ExitCode {
    /** Pass, allowed. */
    PASS(0),
    /** The policy says no. */
    POLICY(1),
    /** Bytes, signature or chain do not match. */
    INTEGRITY(2),
    /** Waits for approval or review. */
    APPROVAL(3),
    /** The record is too old. */
    STALE(4),
    /** Configuration, usage or trust error. */
    CONFIGURATION(5),
    /** Something could not be read. */
    INCOMPLETE(6),
    /** A bug. */
    BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
