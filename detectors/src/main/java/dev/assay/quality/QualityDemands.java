package dev.assay.quality;

import dev.assay.json.Sha256;

/**
 * What a scan is asked to hold values against.
 *
 * @param expectations what a policy expects of single values
 * @param sets data that models are evaluated on
 * @param unique columns that must hold no value twice
 */
public record QualityDemands(Expectations expectations, EvaluationSets sets, UniqueDemands unique) {
    /** Nothing. */
    public static final QualityDemands NONE =
            new QualityDemands(Expectations.NONE, EvaluationSets.NONE, UniqueDemands.NONE);

    /** One digest over all of it; part of what a manifest's counts depend on. */
    public String sha256() {
        return Sha256.hex(expectations.sha256() + '\n' + sets.sha256() + '\n' + unique.sha256());
    }
}
