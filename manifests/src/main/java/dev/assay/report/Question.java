package dev.assay.report;

import dev.assay.config.DataClass;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Status;
import dev.assay.policy.Outcome;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Something a person has to decide or know before the dataset is used.
 *
 * @param outcome how hard it is
 * @param head what it is about
 * @param fact what the record says
 * @param task what to do
 * @param section id of the section that shows more
 */
record Question(Outcome outcome, String head, String fact, String task, String section) {

    /** All of them: first what stops the dataset, then what waits for approval, then what is good to know. */
    static List<Question> from(ReportInput input) {
        ManifestFacts facts = input.manifest().facts();
        List<Question> questions = new ArrayList<>();
        input.decision().objections().forEach(rule -> questions.add(of(rule)));
        undeclaredKinds(facts).ifPresent(questions::add);
        undeclaredFacts(facts).ifPresent(questions::add);
        notMeasured(facts).ifPresent(questions::add);
        unsigned(input).ifPresent(questions::add);
        return questions;
    }

    private static Question of(RuleResult rule) {
        String task = switch (rule.outcome()) {
            case FAIL -> "This stops the dataset and cannot be approved away. Mend the cause and scan again.";
            case NEEDS_APPROVAL -> "Approve or refuse, in writing and with a reason.";
            case WARN -> "Nothing has to be done; the policy wants it to be known.";
            case PASS -> "Nothing has to be done.";
        };
        return new Question(rule.outcome(), rule.rule(), rule.reason(), task, section(rule));
    }

    /** A law's section; another rule's numbers stand beside it. */
    private static String section(RuleResult rule) {
        return switch (rule.rule()) {
            case PolicyEvaluation.UNREAD_LAW -> "unread";
            case PolicyEvaluation.CANARY_LAW -> "canaries";
            default -> "verdict";
        };
    }

    /** What the link to the section says. */
    String link() {
        return switch (section) {
            case "unread" -> "See what was not read and not measured";
            case "canaries" -> "See the canaries";
            case "found" -> "See what was found";
            case "declared" -> "See what the card declares";
            case "record" -> "See who signed";
            default -> "See what the rule asked for and got";
        };
    }

    /** What was found that the card does not speak of. */
    private static Optional<Question> undeclaredKinds(ManifestFacts facts) {
        SortedSet<DataClass> found = facts.privacy().personalData(count -> true);
        Optional<Json> declared = facts.provenance().declared().find("personalData");
        List<String> names = declared.map(kinds -> kinds.asArray().strings()).orElse(List.of());
        String surplus = found.stream()
                .map(DataClass::label)
                .filter(label -> !names.contains(label))
                .collect(Collectors.joining(", "));
        if (surplus.isEmpty()) {
            return Optional.empty();
        }
        String says = declared.isEmpty()
                ? "The card does not say which kinds of personal data to expect."
                : names.isEmpty()
                        ? "The card declares that there is no personal data."
                        : "The card declares " + String.join(", ", names) + ".";
        return Optional.of(new Question(
                Outcome.WARN,
                "Found, but not declared: " + surplus,
                says,
                "Ask the owner whether these belong in the dataset; then correct the data or the card.",
                "found"));
    }

    /** What a decision usually rests on and the card leaves out. */
    private static Optional<Question> undeclaredFacts(ManifestFacts facts) {
        DatasetIdentity dataset = facts.dataset();
        JsonObject declared = facts.provenance().declared();
        List<String> missing = new ArrayList<>();
        if (dataset.owner() == null) {
            missing.add("owner");
        }
        if (dataset.purposes() == null) {
            missing.add("purposes");
        }
        if (declared.find("sources").isEmpty()) {
            missing.add("sources, and with them licence and legal basis");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(
                        Outcome.WARN,
                        "Not declared: " + String.join("; ", missing),
                        "The card is silent, and nothing in the data can stand in for it.",
                        "Ask whoever brought the dataset.",
                        "declared"));
    }

    private static Optional<Question> notMeasured(ManifestFacts facts) {
        List<String> names = facts.statuses().stream()
                .filter(status -> status.state() == Status.State.NOT_MEASURED)
                .map(Status::capability)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(
                        Outcome.WARN,
                        "Not measured: " + String.join(", ", names),
                        "The record says nothing about these, neither good nor bad.",
                        "Decide whether the use you have in mind needs them.",
                        "unread"));
    }

    private static Optional<Question> unsigned(ReportInput input) {
        long unsigned = input.statements().stream()
                .filter(statement -> statement.signers().isEmpty())
                .count();
        if (unsigned == 0 && !input.statements().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                Outcome.WARN,
                "No trusted signature",
                input.statements().isEmpty()
                        ? "This page was made without any signed statement."
                        : Show.count(unsigned) + " of "
                                + Show.count(input.statements().size(), "statement")
                                + " bear no signature of a trusted key.",
                "Do not rely on it before you know why.",
                "record"));
    }
}
