package dev.assay.statement;

import dev.assay.json.JsonObject;

/** What a statement says, by kind. A new kind is a record here and a section in the specification. */
public sealed interface Predicate permits ScanPredicate, DecisionPredicate {
    /** The URI in {@code predicateType}. */
    String type();

    JsonObject toJson();
}
