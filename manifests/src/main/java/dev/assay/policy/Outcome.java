package dev.assay.policy;

import dev.assay.json.Labels;

/** What a decision or a rule comes to, from mild to hard. */
public enum Outcome {
    PASS,
    /** A rule that only warns was not met. Never the outcome of a decision. */
    WARN,
    /** A person with the role for it must approve. */
    NEEDS_APPROVAL,
    FAIL;

    /** The name in statements, reports and policies, such as {@code needs-approval}. */
    public String label() {
        return Labels.of(this);
    }

    static Outcome parse(String label) {
        return Labels.find(Outcome.class, label)
                .orElseThrow(() -> new IllegalArgumentException("An outcome this version does not know."));
    }
}
