package dev.assay.statement;

import static dev.assay.statement.Role.AUDITOR;
import static dev.assay.statement.Role.GATE;
import static dev.assay.statement.Role.ML;
import static dev.assay.statement.Role.OWNER;
import static dev.assay.statement.Role.PRIVACY;
import static dev.assay.statement.Role.SCANNER;

import dev.assay.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The kinds of statements there are, and who may make them. */
public enum StatementKind {
    SCAN(ScanPredicate.TYPE, "Scan", ScanPredicate::fromJson, SCANNER),
    DECISION(DecisionPredicate.TYPE, "Decision", DecisionPredicate::fromJson, GATE),
    WAIVER(WaiverPredicate.TYPE, "Waiver", WaiverPredicate::fromJson, PRIVACY, ML),
    APPROVAL(ApprovalPredicate.TYPE, "Approval", ApprovalPredicate::fromJson, PRIVACY, ML),
    REVOCATION(RevocationPredicate.TYPE, "Revocation", RevocationPredicate::fromJson, OWNER, PRIVACY, ML, AUDITOR),
    ERASURE(ErasurePredicate.TYPE, "Erasure", ErasurePredicate::fromJson, PRIVACY),
    TRAINING_RUN(TrainingRunPredicate.TYPE, "Training run", TrainingRunPredicate::fromJson, GATE),
    TRUST(TrustPredicate.TYPE, "Trust", TrustPredicate::fromJson, OWNER),
    CHECKPOINT(
            CheckpointPredicate.TYPE,
            "Checkpoint",
            CheckpointPredicate::fromJson,
            SCANNER,
            GATE,
            OWNER,
            PRIVACY,
            ML,
            AUDITOR);

    private final String type;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method of a predicate, without state
    private final Function<JsonObject, Predicate> read;

    @SuppressWarnings("ImmutableEnumChecker") // filled here, handed out as copies
    private final Set<Role> roles;

    StatementKind(String type, String title, Function<JsonObject, Predicate> read, Role first, Role... others) {
        this.type = type;
        this.title = title;
        this.read = read;
        this.roles = EnumSet.of(first, others);
    }

    /** The kind of a predicate type; empty for kinds this version does not know. */
    public static Optional<StatementKind> of(String predicateType) {
        for (StatementKind kind : values()) {
            if (kind.type.equals(predicateType)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * The kind of a statement.
     *
     * @throws StatementException if this version does not know it
     */
    public static StatementKind of(Statement statement) {
        return of(statement.predicateType())
                .orElseThrow(() -> new StatementException("No role may sign statements of its kind."));
    }

    /**
     * What a statement of this kind says.
     *
     * @throws StatementException if something is missing, of the wrong kind, or contradicts the rest
     */
    public Predicate read(Statement statement) {
        return read.apply(statement.predicate());
    }

    /** The roles any of which may make it. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** For people, such as {@code Training run}. */
    public String title() {
        return title;
    }

    /** The URI in {@code predicateType}. */
    public String type() {
        return type;
    }
}
