package dev.assay.config;

/** The kinds of condition a rule may have; the label is the key that names one. */
enum ConditionKind {
    CANARIES,
    CLASS_BALANCE,
    COMPLETENESS,
    CONTAMINATION,
    COVERAGE,
    DATA_TYPE,
    DISTINCT_COUNT,
    DUPLICATE_ROWS,
    EFFICACY_FLOOR,
    ENTITY_RATE,
    FINDINGS,
    FRESHNESS,
    IN_SET,
    INVALID,
    IS_UNIQUE,
    JS,
    KS,
    LANGUAGE_SHARE,
    LENGTH,
    LICENSES,
    MISSING_WORDS,
    NAMES,
    NEAR_DUPLICATE_SHARE,
    PATTERN,
    PROVENANCE,
    PSI,
    RANGE,
    RIGHTS,
    ROW_COUNT,
    SCHEMA_MATCH,
    SECRET_COUNT,
    STORAGE,
    UNIQUENESS,
    VOLUME_CHANGE;

    String label() {
        return Values.label(this);
    }

    Condition read(Section rule) {
        return switch (this) {
            case CANARIES -> CanariesCondition.read(rule, label());
            case COVERAGE -> CoverageCondition.read(rule, label());
            case DATA_TYPE -> DataTypeCondition.read(rule, label());
            case EFFICACY_FLOOR -> EfficacyCondition.read(rule, label());
            case ENTITY_RATE -> FindingsCondition.readEntityRate(rule, label());
            case FINDINGS -> FindingsCondition.read(rule, label());
            case FRESHNESS -> FreshnessCondition.read(rule, label());
            case IN_SET -> ExpectationCondition.read(rule, ExpectationCondition.Form.IN_SET);
            case IS_UNIQUE -> UniqueCondition.read(rule, label());
            case LANGUAGE_SHARE -> LanguageCondition.read(rule, label());
            case LICENSES -> LicensesCondition.read(rule, label());
            case NAMES -> NamesCondition.read(rule, label());
            case PATTERN -> ExpectationCondition.read(rule, ExpectationCondition.Form.PATTERN);
            case PROVENANCE -> ProvenanceCondition.read(rule, label());
            case RIGHTS -> RightsCondition.read(rule, label());
            case SECRET_COUNT -> FindingsCondition.readSecretCount(rule, label());
            case STORAGE -> StorageCondition.read(rule, label());
            case SCHEMA_MATCH -> SchemaCondition.read(rule, label());
            case CLASS_BALANCE,
                    COMPLETENESS,
                    CONTAMINATION,
                    DISTINCT_COUNT,
                    DUPLICATE_ROWS,
                    INVALID,
                    JS,
                    KS,
                    LENGTH,
                    MISSING_WORDS,
                    NEAR_DUPLICATE_SHARE,
                    PSI,
                    RANGE,
                    ROW_COUNT,
                    UNIQUENESS,
                    VOLUME_CHANGE -> MeasureCondition.read(rule, Measure.valueOf(name()));
        };
    }
}
