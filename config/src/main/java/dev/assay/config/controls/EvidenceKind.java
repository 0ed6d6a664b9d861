package dev.assay.config.controls;

import java.util.Locale;

/** The parts of a record that can be evidence. */
public enum EvidenceKind {
    /** What the owner declared. */
    CARD("the declared card"),
    /** The manifest as a whole: exact bytes, chain of versions, what was measured. */
    MANIFEST("the manifest"),
    /** What was read and what was not. */
    COVERAGE("the coverage ledger"),
    /** The inventory of personal data and secrets. */
    PRIVACY("the privacy inventory"),
    /** Masked samples. */
    SAMPLES("masked samples"),
    /** What the values look like. */
    QUALITY("quality figures"),
    /** How the version differs from the one before. */
    DRIFT("the comparison with the version before"),
    /** How often detectors find and miss what is known. */
    EFFICACY("figures of the detectors"),
    /** The signed statement of a scan. */
    SCAN("a signed scan statement"),
    /** The signed statement of a verdict. */
    DECISION("a signed decision"),
    /** A signed exception. */
    WAIVER("a signed waiver"),
    /** A signed approval. */
    APPROVAL("a signed approval"),
    /** The signed statement of a training run. */
    RUN("a signed training run"),
    /** The signed statement of an erasure. */
    ERASURE("a signed erasure"),
    /** The append-only log of statements. */
    LOG("the log of statements"),
    /** All versions, verdicts and runs of a period. */
    POPULATION("the record of a period"),
    /** All datasets of the repository. */
    REGISTRY("the registry of datasets");

    private final String title;

    EvidenceKind(String title) {
        this.title = title;
    }

    /** The name in the catalogue, such as {@code coverage}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people, such as {@code the coverage ledger}. */
    public String title() {
        return title;
    }
}
