package dev.assay.config;

/** The kinds of condition a rule may have; the label is the key that names one. */
enum ConditionKind {
    CANARIES,
    COVERAGE,
    FINDINGS;

    String label() {
        return Values.label(this);
    }

    Condition read(Section rule) {
        return switch (this) {
            case CANARIES -> CanariesCondition.read(rule, label());
            case COVERAGE -> CoverageCondition.read(rule, label());
            case FINDINGS -> FindingsCondition.read(rule, label());
        };
    }
}
