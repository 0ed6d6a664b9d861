package dev.assay.policy;

import dev.assay.config.DataClass;
import dev.assay.config.FindingClass;
import dev.assay.config.LicensesCondition;
import dev.assay.config.LicensesCondition.Undeclared;
import dev.assay.config.ProvenanceCondition;
import dev.assay.config.ProvenanceCondition.Listings;
import dev.assay.config.ProvenanceCondition.SpecialCategories;
import dev.assay.config.ProvenanceCondition.Term;
import dev.assay.config.ProvenanceCondition.Upstreams;
import dev.assay.config.RightsCondition;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.ListedFiles.Kind;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.manifest.Upstream;
import dev.assay.rights.EffectiveRights;
import dev.assay.rights.LicenceCondition;
import dev.assay.rights.LicenceExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges what the card declares: alone, and against what was found. */
final class ProvenanceJudge {
    private static final int MAX_LISTED = 5;

    private final ManifestFacts facts;
    private final List<JsonObject> sources;
    private final List<String> wrong = new ArrayList<>();

    private ProvenanceJudge(ManifestFacts facts) {
        this.facts = facts;
        this.sources = facts.provenance()
                .declared()
                .find("sources")
                .map(Json::asArray)
                .map(list -> list.objects(source -> source))
                .orElse(List.of());
    }

    static Judgement rights(RightsCondition condition, ManifestFacts facts) {
        ProvenanceJudge judge = new ProvenanceJudge(facts);
        EffectiveRights rights = facts.provenance().effectiveRights();
        List<String> expected = new ArrayList<>();
        if (!condition.purposes().isEmpty()) {
            expected.add("the purposes " + String.join(", ", condition.purposes()));
        }
        if (!condition.regions().isEmpty()) {
            expected.add("processing in " + String.join(", ", condition.regions()));
        }
        condition.purposes().forEach(purpose -> rights.refusalOfPurpose(purpose).ifPresent(judge.wrong::add));
        condition.regions().forEach(region -> rights.refusalOfPlace(region).ifPresent(judge.wrong::add));
        return judge.judgement(String.join(", ", expected) + " allowed by every source");
    }

    static Judgement licenses(LicensesCondition condition, ManifestFacts facts) {
        ProvenanceJudge judge = new ProvenanceJudge(facts);
        if (condition.undeclared() == Undeclared.FORBIDDEN && judge.sources.isEmpty()) {
            judge.wrong.add("the card names no sources");
        }
        judge.sources.forEach(source -> judge.licence(source, condition));
        List<String> expected = new ArrayList<>(List.of("SPDX licences"));
        if (!condition.allowed().isEmpty()) {
            expected.add("of " + String.join(", ", condition.allowed()));
        }
        if (!condition.refusedTerms().isEmpty()) {
            expected.add("not "
                    + condition.refusedTerms().stream()
                            .map(LicenceCondition::label)
                            .collect(Collectors.joining(", ")));
        }
        return judge.judgement(String.join(", ", expected));
    }

    private void licence(JsonObject source, LicensesCondition condition) {
        String id = source.string("id");
        Optional<String> text = source.findString("license");
        if (text.isEmpty()) {
            if (condition.undeclared() == Undeclared.FORBIDDEN) {
                wrong.add(id + " declares no licence");
            }
            return;
        }
        try {
            LicenceExpression licence = LicenceExpression.parse(text.get());
            if (!condition.allowed().isEmpty() && !licence.isWithin(Set.copyOf(condition.allowed()))) {
                wrong.add(id + " is under " + licence);
            }
            String terms = condition.refusedTerms().stream()
                    .filter(licence.conditions()::contains)
                    .map(LicenceCondition::label)
                    .collect(Collectors.joining(", "));
            if (!terms.isEmpty()) {
                wrong.add(id + " is under " + licence + ": " + terms);
            }
        } catch (IllegalArgumentException notSpdx) {
            wrong.add(id + " is under `" + text.get() + "`, which is no SPDX expression");
        }
    }

    static Judgement provenance(
            ProvenanceCondition condition, ManifestFacts facts, Surroundings surroundings, Suppressed suppressed) {
        ProvenanceJudge judge = new ProvenanceJudge(facts);
        List<String> expected = new ArrayList<>();
        if (!condition.required().isEmpty()) {
            expected.add("every source declares "
                    + condition.required().stream().map(Term::label).collect(Collectors.joining(", ")));
            judge.required(condition.required());
        }
        if (condition.undeclaredData() == Undeclared.FORBIDDEN) {
            expected.add("the card names every kind of personal data found");
            judge.undeclaredData(suppressed);
        }
        if (condition.specialCategories() == SpecialCategories.CONSENT_REFERENCE) {
            expected.add("special categories have a legal basis under Article 9 or consents");
            judge.specialCategories(suppressed);
        }
        if (condition.listings() != Listings.ANY) {
            boolean complete = condition.listings() == Listings.COMPLETE;
            expected.add(complete ? "the files are exactly the listed ones" : "no listed file is missing or differs");
            facts.provenance().origins().listing().ifPresentOrElse(listed -> judge.listed(listed, complete), () -> {
                if (complete) {
                    judge.wrong.add("the card names no list of the files");
                }
            });
        }
        if (condition.upstream() != Upstreams.ANY) {
            expected.add(
                    condition.upstream() == Upstreams.APPROVED
                            ? "every input on record and approved"
                            : "every input on record");
            judge.upstream(condition.upstream(), surroundings.upstream());
        }
        RowOriginJudge rows =
                RowOriginJudge.of(condition.rows(), facts, surroundings.storage(), judge.sources, suppressed);
        expected.addAll(rows.expected());
        judge.wrong.addAll(rows.wrong());
        return judge.judgement(String.join(", ", expected));
    }

    private void listed(ListedFiles listed, boolean complete) {
        count(listed.missing(), "missing", listed, Kind.MISSING);
        count(listed.differing(), "differing", listed, Kind.DIFFERING);
        if (complete) {
            count(listed.unlisted(), "in no list", listed, Kind.UNLISTED);
        }
    }

    private void upstream(Upstreams demand, List<Upstream> found) {
        long named = sources.stream()
                .flatMap(source -> source.find("upstream").stream())
                .mapToLong(list -> list.asArray().size())
                .sum();
        if (found.size() != named) {
            wrong.add("the scan did not look for the inputs that the card names; scan again");
        }
        for (Upstream input : found) {
            String objection = switch (input.state()) {
                case APPROVED -> "";
                case UNAPPROVED -> demand == Upstreams.APPROVED ? input.version() + " is not approved" : "";
                case UNVERIFIED -> input.version() + " is not signed by whom it must";
                case AMBIGUOUS -> input.location() + " is the place of " + input.version();
                case ABSENT ->
                    (input.location() == null ? input.manifestSha256() : input.location()) + " is not on record";
            };
            if (!objection.isEmpty()) {
                wrong.add(input.source() + ": " + objection);
            }
        }
    }

    private void count(long files, String what, ListedFiles listed, Kind kind) {
        if (files > 0) {
            String first = listed.deviations().stream()
                    .filter(deviation -> deviation.kind() == kind)
                    .findFirst()
                    .map(deviation -> ", first " + deviation.path())
                    .orElse("");
            wrong.add(files + (files == 1 ? " file " : " files ") + what + first);
        }
    }

    private void required(List<Term> terms) {
        if (sources.isEmpty()) {
            wrong.add("the card names no sources");
        }
        for (JsonObject source : sources) {
            String missing = terms.stream()
                    .filter(term -> source.find(term.recordKey()).isEmpty())
                    .map(Term::label)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                wrong.add(source.string("id") + " does not declare " + missing);
            }
        }
    }

    private Set<DataClass> found(Suppressed suppressed) {
        return facts.privacy().entities().stream()
                .filter(count -> !suppressed.covers(count))
                .filter(count -> count.findingClass() == FindingClass.REAL
                        && count.settled().hits() > 0)
                .map(EntityCount::type)
                .map(type -> type.dataClass())
                .filter(DataClass::isPersonal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void undeclaredData(Suppressed suppressed) {
        List<String> declared = facts.provenance()
                .declared()
                .find("personalData")
                .map(kinds -> kinds.asArray().strings())
                .orElse(List.of());
        String surplus = found(suppressed).stream()
                .map(DataClass::label)
                .filter(label -> !declared.contains(label))
                .collect(Collectors.joining(", "));
        if (!surplus.isEmpty()) {
            wrong.add("found and not declared: " + surplus);
        }
    }

    private void specialCategories(Suppressed suppressed) {
        Set<DataClass> special = found(suppressed);
        special.retainAll(Set.of(DataClass.SPECIAL_CATEGORY, DataClass.HEALTH));
        boolean based = sources.stream().anyMatch(ProvenanceJudge::hasBasis);
        if (!special.isEmpty() && !based) {
            String kinds = special.stream().map(DataClass::label).collect(Collectors.joining(", "));
            wrong.add(kinds + " found, and no source declares a legal basis under Article 9 or consents");
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

    private Judgement judgement(String expected) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(wrong));
        if (distinct.isEmpty()) {
            return new Judgement(true, expected, "as expected", "The card says so.");
        }
        String first = String.join("; ", distinct.subList(0, Math.min(MAX_LISTED, distinct.size())));
        int more = distinct.size() - MAX_LISTED;
        String actual = more > 0 ? first + " and " + more + " more" : first;
        return new Judgement(false, expected, actual, "Not as expected: " + actual + ".");
    }
}
