package dev.assay.quality;

import dev.assay.json.Sha256;

/**
 * What a scan is asked to hold values against.
 *
 * @param expectations what a policy expects of single values
 * @param sets data that models are evaluated on
 * @param unique columns that must hold no value twice
 * @param common whether the most common values are told, by digests under which key
 */
public record QualityDemands(
        Expectations expectations, EvaluationSets sets, UniqueDemands unique, CommonDemand common) {
    /** Nothing. */
    public static final QualityDemands NONE =
            new QualityDemands(Expectations.NONE, EvaluationSets.NONE, UniqueDemands.NONE, CommonDemand.NONE);

    /** Demands without telling the most common values. */
    public QualityDemands(Expectations expectations, EvaluationSets sets, UniqueDemands unique) {
        this(expectations, sets, unique, CommonDemand.NONE);
    }

    /** One digest over all of it; part of what a manifest's counts depend on. */
    public String sha256() {
        return Sha256.hex(String.join(
                "\n",
                expectations.sha256(),
                sets.sha256(),
                unique.sha256(),
                common.keyId().orElse("")));
    }
}
