package dev.assay.policy;

import dev.assay.config.DataClass;
import dev.assay.config.LicensesCondition.Undeclared;
import dev.assay.config.ProvenanceCondition.SpecialCategories;
import dev.assay.config.ProvenanceCondition.Term;
import dev.assay.json.JsonObject;
import dev.assay.manifest.ManifestFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether the card says what it must: of its sources, and of the kinds of data that were found. */
final class DeclarationJudge {
    private final ManifestFacts facts;
    private final List<JsonObject> sources;
    private final Suppressed suppressed;
    private final Objections objections;

    DeclarationJudge(ManifestFacts facts, Suppressed suppressed, Objections objections) {
        this.facts = facts;
        this.sources = facts.provenance().declaredSources();
        this.suppressed = suppressed;
        this.objections = objections;
    }

    void required(List<Term> terms) {
        if (terms.isEmpty()) {
            return;
        }
        objections.expect("every source declares " + labels(terms));
        if (sources.isEmpty()) {
            objections.object("the card names no sources");
        }
        for (JsonObject source : sources) {
            List<Term> missing = terms.stream()
                    .filter(term -> source.find(term.recordKey()).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                objections.object(source.string("id") + " does not declare " + labels(missing));
            }
        }
    }

    private static String labels(List<Term> terms) {
        return terms.stream().map(Term::label).collect(Collectors.joining(", "));
    }

    void undeclaredData(Undeclared demand) {
        if (demand == Undeclared.ALLOWED) {
            return;
        }
        objections.expect("the card names every kind of personal data found");
        List<String> declared = facts.provenance().declaredTexts("personalData");
        String surplus = found().stream()
                .map(DataClass::label)
                .filter(label -> !declared.contains(label))
                .collect(Collectors.joining(", "));
        if (!surplus.isEmpty()) {
            objections.object("found and not declared: " + surplus);
        }
    }

    void specialCategories(SpecialCategories demand) {
        if (demand == SpecialCategories.ALLOWED) {
            return;
        }
        objections.expect("special categories have a legal basis under Article 9 or consents");
        Set<DataClass> special = found();
        special.retainAll(Set.of(DataClass.SPECIAL_CATEGORY, DataClass.HEALTH));
        boolean based = sources.stream().anyMatch(DeclarationJudge::hasBasis);
        if (!special.isEmpty() && !based) {
            String kinds = special.stream().map(DataClass::label).collect(Collectors.joining(", "));
            objections.object(kinds + " found, and no source declares a legal basis under Article 9 or consents");
        }
    }

    private static boolean hasBasis(JsonObject source) {
        boolean consents =
                source.find("consents").map(list -> list.asArray().size() > 0).orElse(false);
        boolean gdpr9 = source.findObject("legalBasis")
                .flatMap(basis -> basis.findString("gdpr9"))
                .isPresent();
        return consents || gdpr9;
    }

    private Set<DataClass> found() {
        return facts.privacy().personalData(count -> !suppressed.covers(count));
    }
}
