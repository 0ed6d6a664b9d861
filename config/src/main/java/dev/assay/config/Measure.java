package dev.assay.config;

/** What a {@link MeasureCondition} limits; the label is the key that names it in a rule. */
public enum Measure {
    /** Rows of the dataset. */
    ROW_COUNT(Scope.DATASET, Unit.NUMBER),
    /** Rows that repeat another, of all rows. */
    DUPLICATE_ROWS(Scope.DATASET, Unit.SHARE),
    /** Long texts that are much like another, of all long texts. */
    NEAR_DUPLICATE_SHARE(Scope.DATASET, Unit.SHARE),
    /** Items of the evaluation set that is there most, of those that can be compared. */
    CONTAMINATION(Scope.DATASET, Unit.SHARE),
    /** Rows more or fewer than the version before had, of those it had; -0.1 is a tenth fewer. */
    VOLUME_CHANGE(Scope.DATASET, Unit.NUMBER),
    /** Values that are neither null nor empty, of all places for one. */
    COMPLETENESS(Scope.COLUMN, Unit.SHARE),
    /** Different values, of all values. */
    UNIQUENESS(Scope.COLUMN, Unit.SHARE),
    /** Different values. */
    DISTINCT_COUNT(Scope.COLUMN, Unit.NUMBER),
    /** Values whose bytes are not UTF-8, of all values. */
    INVALID(Scope.COLUMN, Unit.SHARE),
    /** Values that are a word for "no value" such as {@code N/A}, of all values. */
    MISSING_WORDS(Scope.COLUMN, Unit.SHARE),
    /** The smallest and the largest number. */
    RANGE(Scope.COLUMN, Unit.NUMBER),
    /** Code points of the shortest and the longest value. */
    LENGTH(Scope.COLUMN, Unit.NUMBER),
    /** The rarest and the most frequent value, of all values. */
    CLASS_BALANCE(Scope.COLUMN, Unit.SHARE),
    /** Population stability index against the version before. */
    PSI(Scope.COLUMN, Unit.NUMBER),
    /** Kolmogorov–Smirnov distance to the version before. */
    KS(Scope.COLUMN, Unit.SHARE),
    /** Jensen–Shannon divergence from the version before, in bits. */
    JS(Scope.COLUMN, Unit.SHARE);

    private final Scope scope;
    private final Unit unit;

    Measure(Scope scope, Unit unit) {
        this.scope = scope;
        this.unit = unit;
    }

    /** What is measured. */
    public enum Scope {
        DATASET,
        /** Each column by itself. */
        COLUMN
    }

    /** What limits look like. */
    enum Unit {
        /** From 0 to 1. */
        SHARE,
        NUMBER
    }

    public Scope scope() {
        return scope;
    }

    Unit unit() {
        return unit;
    }

    /** The key in a rule, such as {@code row-count}. */
    public String label() {
        return Values.label(this);
    }
}
