package dev.assay.statement;

import java.util.Locale;

/** What a key, and the person who holds it, may sign; {@link StatementKind} says which statements that are. */
public enum Role {
    /** Programs that scan. */
    SCANNER,
    /** Programs that judge and that let training runs through. */
    GATE,
    /** Who answers for the repository: changes the trust file. */
    OWNER,
    /** Who answers for personal data. */
    PRIVACY,
    /** Who answers for what models are trained on. */
    ML,
    /** Who checks; may revoke, and permits nothing. */
    AUDITOR;

    /** The name in {@code trust/roles.yaml}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
