package dev.assay.policy;

import dev.assay.config.RightsCondition;
import dev.assay.manifest.ManifestFacts;
import dev.assay.rights.EffectiveRights;
import java.util.ArrayList;
import java.util.List;

/** Judges what all sources of the card together allow. */
final class RightsJudge {
    private RightsJudge() {}

    static Judgement judge(RightsCondition condition, ManifestFacts facts) {
        Objections objections = new Objections();
        EffectiveRights rights = facts.provenance().effectiveRights();
        List<String> expected = new ArrayList<>();
        if (!condition.purposes().isEmpty()) {
            expected.add("the purposes " + String.join(", ", condition.purposes()));
        }
        if (!condition.regions().isEmpty()) {
            expected.add("processing in " + String.join(", ", condition.regions()));
        }
        objections.expect(String.join(", ", expected) + " allowed by every source");
        condition.purposes().forEach(purpose -> rights.refusalOfPurpose(purpose).ifPresent(objections::object));
        condition.regions().forEach(region -> rights.refusalOfPlace(region).ifPresent(objections::object));
        return objections.judgement();
    }
}
