package dev.assay.statement;

import dev.assay.config.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Who must sign what together.
 *
 * @param approval for a dataset whose decision waits for approval
 * @param waiver for an exception from a rule
 * @param erasure for the record of one
 * @param trust for the next version of the trust file
 * @param when which datasets need an approval at all
 */
public record Requirements(
        Threshold approval, Threshold waiver, Threshold erasure, Threshold trust, ApprovalNeed when) {

    /** Which datasets need an approval. */
    public enum ApprovalNeed {
        /** Those whose decision waits for one. */
        WHEN_ASKED,
        /** Also those the policy passes. */
        ALWAYS
    }

    /** One privacy officer permits, one owner changes the trust file. */
    public static final Requirements DEFAULTS = new Requirements(
            Threshold.one(Role.PRIVACY),
            Threshold.one(Role.PRIVACY),
            Threshold.one(Role.PRIVACY),
            Threshold.one(Role.OWNER),
            ApprovalNeed.WHEN_ASKED);

    static Requirements read(Section required) {
        return new Requirements(
                threshold(required, "approval", DEFAULTS.approval),
                threshold(required, "waiver", DEFAULTS.waiver),
                threshold(required, "erasure", DEFAULTS.erasure),
                threshold(required, "trust", DEFAULTS.trust),
                required.choice("approval-needed", ApprovalNeed.class, DEFAULTS.when));
    }

    private static Threshold threshold(Section required, String key, Threshold fallback) {
        SortedMap<String, String> given = required.textMap(key);
        if (given.isEmpty()) {
            return fallback;
        }
        Map<Role, Integer> persons = new EnumMap<>(Role.class);
        try {
            given.forEach((label, count) -> persons.put(role(label), Integer.parseInt(count)));
            return new Threshold(persons);
        } catch (NumberFormatException notANumber) {
            required.problem(key, "counts persons with whole numbers, such as {privacy: 1}");
        } catch (IllegalArgumentException trouble) {
            required.problem(key, String.valueOf(trouble.getMessage()));
        }
        return fallback;
    }

    private static Role role(String label) {
        for (Role role : Role.values()) {
            if (role.label().equals(label)) {
                return role;
            }
        }
        throw new IllegalArgumentException("names `" + label + "`, which is no role");
    }

    /** As the trust file writes it. */
    String yaml() {
        return "required:\n  approval: " + approval.yaml() + "\n  waiver: " + waiver.yaml() + "\n  erasure: "
                + erasure.yaml() + "\n  trust: " + trust.yaml() + "\n  approval-needed: "
                + (when == ApprovalNeed.ALWAYS ? "always" : "when-asked") + "\n";
    }
}
