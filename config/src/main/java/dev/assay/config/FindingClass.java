package dev.assay.config;

import java.util.Locale;

/** Whether a finding looks like somebody's data or like something that only has its shape. */
public enum FindingClass {
    /** Nothing says that it is not real. */
    REAL,
    /** A value its issuer or a standard publishes for tests and documentation, such as 4111 1111 1111 1111. */
    PUBLISHED_TEST,
    /** Already masked, or a stand-in: {@code [EMAIL]}, {@code XXX-XX-1234}, {@code <name>}. */
    PLACEHOLDER;

    /** The name in configuration, manifests and reports, such as {@code published-test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
