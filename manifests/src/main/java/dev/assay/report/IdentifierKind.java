package dev.assay.report;

import dev.assay.config.FindingClass;
import dev.assay.config.controls.ControlCatalogue;
import dev.assay.config.controls.SafeHarbourKind;
import dev.assay.manifest.ManifestFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the record says of one of the eighteen kinds of identifiers of HIPAA's safe harbour.
 *
 * @param kind which
 * @param lookedFor entity types of it that a detector in force looks for; empty if it was not measured
 * @param hits of class real, of those types
 */
record IdentifierKind(SafeHarbourKind kind, List<String> lookedFor, long hits) {
    static List<IdentifierKind> in(ManifestFacts facts) {
        Set<String> inForce = facts.scanner().detectors().stream()
                .flatMap(detector -> detector.entityTypes().stream())
                .collect(Collectors.toSet());
        return ControlCatalogue.loaded().safeHarbour().stream()
                .map(kind -> of(kind, inForce, facts))
                .toList();
    }

    private static IdentifierKind of(SafeHarbourKind kind, Set<String> inForce, ManifestFacts facts) {
        List<String> lookedFor =
                kind.entityTypes().stream().filter(inForce::contains).toList();
        long hits = facts.privacy().entities().stream()
                .filter(count -> count.findingClass() == FindingClass.REAL)
                .filter(count -> lookedFor.contains(count.type().name()))
                .mapToLong(count -> count.settled().hits())
                .sum();
        return new IdentifierKind(kind, lookedFor, hits);
    }

    boolean measured() {
        return !lookedFor.isEmpty();
    }

    /** Why it was not measured. */
    String whyNot() {
        return kind.entityTypes().isEmpty() ? kind.whyNot() : "no detector for it was in force";
    }
}
