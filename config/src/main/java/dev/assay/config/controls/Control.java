package dev.assay.config.controls;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A control of a framework and what a record says about it. The identifier is the framework's; every sentence is ours.
 *
 * @param framework id of its framework
 * @param id the control's identifier there
 * @param about what it is about, in a few words
 * @param evidence what of a record it takes, all of it
 * @param strength how much that says
 * @param relevance why it helps
 * @param condition when it counts; {@code always} where nothing is asked
 * @param cannotShow what it does not show
 * @param checked where identifier and meaning were read
 */
public record Control(
        String framework,
        String id,
        String about,
        Set<EvidenceKind> evidence,
        Strength strength,
        String relevance,
        String condition,
        String cannotShow,
        String checked) {
    public Control {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(framework + " " + id + " names no evidence");
        }
        evidence = Collections.unmodifiableSet(EnumSet.copyOf(evidence));
    }

    /** What of the evidence is not among that which is at hand, in the catalogue's order. */
    public Set<EvidenceKind> missingFrom(Set<EvidenceKind> atHand) {
        EnumSet<EvidenceKind> missing = EnumSet.copyOf(evidence);
        missing.removeAll(atHand);
        return missing;
    }
}
