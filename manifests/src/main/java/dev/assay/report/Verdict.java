package dev.assay.report;

import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import dev.assay.policy.WaivedDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The decision, for people.
 *
 * @param outcome over what is not waived
 * @param label the outcome as a word
 * @param style class that colours the page
 * @param sentence how many rules say what
 * @param rules all results, hardest first, otherwise in the policy's order
 * @param waived ids of the rules that a waiver sets aside
 */
record Verdict(
        Outcome outcome, String label, String style, String sentence, List<RuleResult> rules, Set<String> waived) {
    static Verdict of(WaivedDecision decision) {
        List<RuleResult> rules = decision.decision().results().stream()
                .sorted(Comparator.comparing(RuleResult::outcome).reversed())
                .toList();
        Outcome outcome = decision.outcome();
        return new Verdict(
                outcome, label(outcome), style(outcome), sentence(rules, decision.waived()), rules, decision.waived());
    }

    /** What a rule comes to once waivers are heard. */
    Outcome standing(RuleResult rule) {
        return waived.contains(rule.rule()) ? Outcome.PASS : rule.outcome();
    }

    /** What stands beside a rule: that it is waived, or what it came to. */
    String state(RuleResult rule) {
        return waived.contains(rule.rule()) ? "waived" : ruleLabel(rule.outcome());
    }

    private static String sentence(List<RuleResult> rules, Set<String> waived) {
        List<RuleResult> open =
                rules.stream().filter(rule -> !waived.contains(rule.rule())).toList();
        List<String> parts = new ArrayList<>();
        count(parts, open, Outcome.FAIL, " says no", " say no");
        count(parts, open, Outcome.NEEDS_APPROVAL, " waits for approval", " wait for approval");
        count(parts, open, Outcome.WARN, " warns", " warn");
        count(parts, open, Outcome.PASS, " is met", " are met");
        if (!waived.isEmpty()) {
            parts.add(Show.count(waived.size()) + (waived.size() == 1 ? " is waived" : " are waived"));
        }
        return "Of " + Show.count(rules.size(), "rule") + ", " + String.join(", ", parts) + ".";
    }

    private static void count(List<String> parts, List<RuleResult> rules, Outcome outcome, String one, String several) {
        long count = rules.stream().filter(rule -> rule.outcome() == outcome).count();
        if (count > 0) {
            parts.add(Show.count(count) + (count == 1 ? one : several));
        }
    }

    /** An outcome as a word. */
    static String label(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "PASS";
            case WARN -> "WARNING";
            case NEEDS_APPROVAL -> "NEEDS APPROVAL";
            case FAIL -> "FAIL";
        };
    }

    /** What a single rule came to. */
    static String ruleLabel(Outcome outcome) {
        return outcome == Outcome.PASS ? "met" : label(outcome).toLowerCase(Locale.ROOT);
    }

    /** A sign that does not need colour to be told from the others. */
    static String sign(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "✓";
            case WARN -> "!";
            case NEEDS_APPROVAL -> "◆";
            case FAIL -> "✕";
        };
    }

    /** Class of an outcome. */
    static String style(Outcome outcome) {
        return outcome.label();
    }
}
