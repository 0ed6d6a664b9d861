package dev.assay.policy;

import dev.assay.config.ChildDemand;
import dev.assay.config.ChildDemand.Card;
import dev.assay.config.DatasetCard;
import dev.assay.json.JsonObject;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Provenance;
import java.util.List;

/** Judges whether the card says that there are children where the data show signs of them, and who consented for them. */
final class ChildDataJudge {
    private final ManifestFacts facts;
    private final Suppressed suppressed;
    private final Objections objections;

    ChildDataJudge(ManifestFacts facts, Suppressed suppressed, Objections objections) {
        this.facts = facts;
        this.suppressed = suppressed;
        this.objections = objections;
    }

    void judge(ChildDemand demand) {
        if (demand.card() == Card.ALLOWED) {
            return;
        }
        boolean consent = demand.card() == Card.PARENTAL_CONSENT;
        objections.expect("the card declares people under " + demand.age()
                + (consent ? " and names their parents' consents" : "") + " where there are signs of them");
        Provenance provenance = facts.provenance();
        boolean declared = provenance.declaredTexts("dataSubjects").contains(DatasetCard.CHILD);
        boolean consented = provenance.declaredSources().stream().anyMatch(ChildDataJudge::namesParentalConsents);
        if (declared && (consented || !consent)) {
            return;
        }
        List<String> signs = ChildSigns.of(facts, suppressed, demand.age());
        if (!signs.isEmpty()) {
            objections.object(
                    declared
                            ? "no source names parental consents"
                            : "the card does not name `" + DatasetCard.CHILD + "` among its data subjects");
        }
        signs.forEach(objections::object);
    }

    private static boolean namesParentalConsents(JsonObject source) {
        return source.find("parentalConsents")
                .map(list -> list.asArray().size() > 0)
                .orElse(false);
    }
}
