package dev.assay.config;

import dev.assay.json.JsonObject;

/**
 * What a policy rule demands of a manifest. A new kind is a record here, a line in {@link ConditionKind}, a method of {@link
 * Visitor} and its entry in {@code policy.schema.json}.
 */
public sealed interface Condition
        permits FindingsCondition,
                CoverageCondition,
                CanariesCondition,
                MeasureCondition,
                DataTypeCondition,
                SchemaCondition,
                FreshnessCondition,
                EfficacyCondition,
                ExpectationCondition,
                LanguageCondition,
                NamesCondition,
                RightsCondition,
                LicensesCondition,
                ProvenanceCondition,
                StorageCondition,
                UniqueCondition {
    /** The key that names this kind in a rule. */
    String kind();

    /** The condition as it enters the policy's digest. */
    JsonObject toJson();

    <T> T accept(Visitor<T> visitor);

    /** One answer for each kind of condition. */
    interface Visitor<T> {
        T findings(FindingsCondition condition);

        T coverage(CoverageCondition condition);

        T canaries(CanariesCondition condition);

        T measure(MeasureCondition condition);

        T dataType(DataTypeCondition condition);

        T schema(SchemaCondition condition);

        T freshness(FreshnessCondition condition);

        T efficacy(EfficacyCondition condition);

        T expectation(ExpectationCondition condition);

        T language(LanguageCondition condition);

        T names(NamesCondition condition);

        T rights(RightsCondition condition);

        T licenses(LicensesCondition condition);

        T provenance(ProvenanceCondition condition);

        T storage(StorageCondition condition);

        T unique(UniqueCondition condition);
    }
}
