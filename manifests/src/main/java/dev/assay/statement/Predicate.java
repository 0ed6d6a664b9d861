package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;

/** What a statement says, by kind. A new kind is a record here, a {@link StatementKind}, and a section in the specification. */
public sealed interface Predicate
        permits ScanPredicate,
                DecisionPredicate,
                WaiverPredicate,
                ApprovalPredicate,
                RevocationPredicate,
                ErasurePredicate,
                TrainingRunPredicate,
                TrustPredicate,
                CheckpointPredicate {
    /** The URI in {@code predicateType}. */
    String type();

    /** When it says it was made. */
    Instant moment();

    JsonObject toJson();
}
