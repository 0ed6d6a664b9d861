package dev.assay.report;

import dev.assay.config.controls.EvidenceKind;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Status;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.ErasurePredicate;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.WaiverPredicate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which kinds of evidence a record of one version holds. What is not measured or not signed by a trusted key is none. */
public final class EvidenceAtHand {
    private static final Map<String, EvidenceKind> STATEMENTS = Map.of(
            ScanPredicate.TYPE, EvidenceKind.SCAN,
            DecisionPredicate.TYPE, EvidenceKind.DECISION,
            WaiverPredicate.TYPE, EvidenceKind.WAIVER,
            ApprovalPredicate.TYPE, EvidenceKind.APPROVAL,
            TrainingRunPredicate.TYPE, EvidenceKind.RUN,
            ErasurePredicate.TYPE, EvidenceKind.ERASURE);

    private EvidenceAtHand() {}

    /** Log, population and registry are never in the record of a single version. */
    public static Set<EvidenceKind> in(ReportInput input) {
        ManifestFacts facts = input.manifest().facts();
        EnumSet<EvidenceKind> kinds = EnumSet.of(EvidenceKind.MANIFEST, EvidenceKind.COVERAGE, EvidenceKind.PRIVACY);
        if (declaresAnything(facts)) {
            kinds.add(EvidenceKind.CARD);
        }
        if (!input.samples().samples().isEmpty()) {
            kinds.add(EvidenceKind.SAMPLES);
        }
        if (facts.quality().isPresent()) {
            kinds.add(EvidenceKind.QUALITY);
        }
        if (facts.efficacy().measurement() != null) {
            kinds.add(EvidenceKind.EFFICACY);
        }
        if (facts.statuses().contains(Status.measured("drift"))) {
            kinds.add(EvidenceKind.DRIFT);
        }
        input.statements().stream()
                .filter(statement -> !statement.signers().isEmpty())
                .map(SignedStatement::predicateType)
                .filter(STATEMENTS::containsKey)
                .map(STATEMENTS::get)
                .forEach(kinds::add);
        return Collections.unmodifiableSet(kinds);
    }

    /** A card that holds only what every card does declares nothing. */
    private static boolean declaresAnything(ManifestFacts facts) {
        return facts.provenance().declared().members().keySet().stream()
                .anyMatch(key ->
                        !Set.of("schema", "id", "include", "exclude", "format").contains(key));
    }
}
