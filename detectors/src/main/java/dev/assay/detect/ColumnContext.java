package dev.assay.detect;

/**
 * What is known of a column before its cells are read: its path, and through it which detectors the path speaks for or
 * against. Made once per column by {@link RuleSet#column(String)}. Immutable.
 */
public final class ColumnContext {
    private final String path;
    private final byte[] evidence;

    ColumnContext(String path, byte[] evidence) {
        this.path = path;
        this.evidence = evidence.clone();
    }

    /** The column's path, such as {@code customer.email} or {@code messages[].content}; empty for a lone text. */
    public String path() {
        return path;
    }

    /** {@code 1} if the path names what the detector finds, {@code -1} if it names a look-alike, {@code 0} if neither. */
    public int evidence(int detector) {
        return evidence[detector];
    }
}
