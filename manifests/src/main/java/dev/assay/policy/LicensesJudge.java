package dev.assay.policy;

import dev.assay.config.LicensesCondition;
import dev.assay.config.LicensesCondition.Undeclared;
import dev.assay.json.JsonObject;
import dev.assay.manifest.ManifestFacts;
import dev.assay.rights.LicenceCondition;
import dev.assay.rights.LicenceExpression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the licences that the card's sources declare. */
final class LicensesJudge {
    private final LicensesCondition condition;
    private final Objections objections = new Objections();

    private LicensesJudge(LicensesCondition condition) {
        this.condition = condition;
    }

    static Judgement judge(LicensesCondition condition, ManifestFacts facts) {
        LicensesJudge judge = new LicensesJudge(condition);
        judge.expect();
        List<JsonObject> sources = facts.provenance().declaredSources();
        if (condition.undeclared() == Undeclared.FORBIDDEN && sources.isEmpty()) {
            judge.objections.object("the card names no sources");
        }
        sources.forEach(judge::licence);
        return judge.objections.judgement();
    }

    private void expect() {
        objections.expect("SPDX licences");
        if (!condition.allowed().isEmpty()) {
            objections.expect("of " + String.join(", ", condition.allowed()));
        }
        if (!condition.refusedTerms().isEmpty()) {
            objections.expect("not "
                    + condition.refusedTerms().stream()
                            .map(LicenceCondition::label)
                            .collect(Collectors.joining(", ")));
        }
    }

    private void licence(JsonObject source) {
        String id = source.string("id");
        Optional<String> text = source.findString("license");
        if (text.isEmpty()) {
            if (condition.undeclared() == Undeclared.FORBIDDEN) {
                objections.object(id + " declares no licence");
            }
            return;
        }
        try {
            LicenceExpression licence = LicenceExpression.parse(text.get());
            if (!condition.allowed().isEmpty() && !licence.isWithin(Set.copyOf(condition.allowed()))) {
                objections.object(id + " is under " + licence);
            }
            String terms = condition.refusedTerms().stream()
                    .filter(licence.conditions()::contains)
                    .map(LicenceCondition::label)
                    .collect(Collectors.joining(", "));
            if (!terms.isEmpty()) {
                objections.object(id + " is under " + licence + ": " + terms);
            }
        } catch (IllegalArgumentException notSpdx) {
            objections.object(id + " is under `" + text.get() + "`, which is no SPDX expression");
        }
    }
}
