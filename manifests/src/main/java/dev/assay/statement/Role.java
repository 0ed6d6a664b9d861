package dev.assay.statement;

import java.util.Locale;
import java.util.Optional;

/** What a key may sign. */
public enum Role {
    /** Scan statements. */
    SCANNER(ScanPredicate.TYPE),
    /** Decisions. */
    GATE(DecisionPredicate.TYPE);

    private final String predicateType;

    Role(String predicateType) {
        this.predicateType = predicateType;
    }

    /** The role that signs a kind of statement; empty for kinds this version does not know. */
    public static Optional<Role> signing(String predicateType) {
        for (Role role : values()) {
            if (role.predicateType.equals(predicateType)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The name in {@code trust/roles.yaml}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
