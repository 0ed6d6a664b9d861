package dev.assay.policy;

import dev.assay.config.ProvenanceCondition;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;

/** Judges what the card declares, alone and against what was found, one demand after the other. */
final class ProvenanceJudge {
    private ProvenanceJudge() {}

    static Judgement judge(
            ProvenanceCondition condition, ManifestFacts facts, Surroundings surroundings, Suppressed suppressed) {
        Objections objections = new Objections();
        DeclarationJudge declarations = new DeclarationJudge(facts, suppressed, objections);
        declarations.required(condition.required());
        declarations.undeclaredData(condition.undeclaredData());
        declarations.specialCategories(condition.specialCategories());
        new ChildDataJudge(facts, suppressed, objections).judge(condition.children());
        new ListingJudge(objections)
                .judge(condition.listings(), facts.provenance().origins());
        new UpstreamJudge(objections)
                .judge(condition.upstream(), facts.provenance().declaredSources(), surroundings.upstream());
        new RowOriginJudge(facts, surroundings.storage(), suppressed, objections).judge(condition.rows());
        return objections.judgement();
    }
}
