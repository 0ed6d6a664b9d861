package dev.assay.report;

import dev.assay.policy.Decision;
import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The decision, for people.
 *
 * @param label the outcome as a word
 * @param style class that colours the page
 * @param sentence how many rules say what
 * @param rules all results, hardest first, otherwise in the policy's order
 */
record Verdict(String label, String style, String sentence, List<RuleResult> rules) {
    static Verdict of(Decision decision) {
        List<RuleResult> rules = decision.results().stream()
                .sorted(Comparator.comparing(RuleResult::outcome).reversed())
                .toList();
        return new Verdict(label(decision.outcome()), style(decision.outcome()), sentence(rules), rules);
    }

    private static String sentence(List<RuleResult> rules) {
        List<String> parts = new ArrayList<>();
        count(parts, rules, Outcome.FAIL, " says no", " say no");
        count(parts, rules, Outcome.NEEDS_APPROVAL, " waits for approval", " wait for approval");
        count(parts, rules, Outcome.WARN, " warns", " warn");
        count(parts, rules, Outcome.PASS, " is met", " are met");
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
