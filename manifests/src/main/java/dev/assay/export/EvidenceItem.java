package dev.assay.export;

import dev.assay.config.controls.Control;
import dev.assay.config.controls.ControlCatalogue;
import dev.assay.config.controls.EvidenceKind;
import dev.assay.config.controls.Framework;
import dev.assay.config.controls.Strength;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.report.EvidenceAtHand;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.ErasurePredicate;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.WaiverPredicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence with the five elements auditors ask for: the control, source system and time of collection, the
 * original artefact, its relevance, its reviewer.
 *
 * @param framework of the control
 * @param control what it supports
 * @param source the program that collected it
 * @param collected when; null if no trusted statement says
 * @param artefacts name → SHA-256
 * @param reviewers who approved; empty if nobody has yet
 */
record EvidenceItem(
        Framework framework,
        Control control,
        String source,
        @Nullable Instant collected,
        Map<String, String> artefacts,
        List<String> reviewers) {
    /** For every control whose evidence is all at hand, context apart, in the catalogue's order. */
    static List<EvidenceItem> of(ExportInput input) {
        Set<EvidenceKind> atHand = EnumSet.copyOf(EvidenceAtHand.in(input.record()));
        if (input.decisionStatement().isEmpty()) {
            // A signed decision under another policy is no evidence of this one.
            atHand.remove(EvidenceKind.DECISION);
        }
        String source =
                input.facts().scanner().name() + " " + input.facts().scanner().version();
        List<String> reviewers = input.trusted(ApprovalPredicate.TYPE).stream()
                .flatMap(made -> made.holders().stream())
                .distinct()
                .toList();
        ControlCatalogue catalogue = ControlCatalogue.loaded();
        List<EvidenceItem> items = new ArrayList<>();
        for (Framework framework : catalogue.frameworks()) {
            for (Control control : catalogue.controls(framework)) {
                boolean counts = control.strength() != Strength.CONTEXT;
                if (counts && control.missingFrom(atHand).isEmpty()) {
                    items.add(new EvidenceItem(
                            framework,
                            control,
                            source,
                            input.scannedOn().orElse(null),
                            artefacts(input, control),
                            reviewers));
                }
            }
        }
        return items;
    }

    private static Map<String, String> artefacts(ExportInput input, Control control) {
        Map<String, String> artefacts = new LinkedHashMap<>();
        for (EvidenceKind kind : control.evidence()) {
            switch (kind) {
                case CARD, MANIFEST, COVERAGE, PRIVACY, QUALITY, DRIFT, EFFICACY ->
                    artefacts.put("manifest.json", input.manifest().sha256());
                case SAMPLES ->
                    artefacts.put(
                            "findings.jsonl", input.facts().privacy().evidence().sha256());
                case SCAN -> put(artefacts, "scan statement", input.scanStatement());
                case DECISION -> put(artefacts, "decision statement", input.decisionStatement());
                case APPROVAL -> put(artefacts, "approval statement", newest(input, ApprovalPredicate.TYPE));
                case WAIVER -> put(artefacts, "waiver statement", newest(input, WaiverPredicate.TYPE));
                case RUN -> put(artefacts, "training-run statement", newest(input, TrainingRunPredicate.TYPE));
                case ERASURE -> put(artefacts, "erasure statement", newest(input, ErasurePredicate.TYPE));
                case LOG, POPULATION, REGISTRY ->
                    throw new IllegalStateException(kind + " is never in the record of a single version.");
            }
        }
        return artefacts;
    }

    private static Optional<Attested> newest(ExportInput input, String type) {
        return input.trusted(type).stream().reduce((older, newer) -> newer);
    }

    private static void put(Map<String, String> artefacts, String name, Optional<Attested> made) {
        made.ifPresent(statement -> artefacts.put(name, statement.signed().sha256()));
    }

    /** Such as {@code soc2:CC8.1}. */
    String id() {
        return framework.id() + ":" + control.id();
    }

    /** When it was collected, for people. */
    String time() {
        return collected == null ? "no trusted statement says" : Written.time(collected);
    }

    /** Who reviewed it, for people. */
    String reviewer() {
        return reviewers.isEmpty() ? "not yet reviewed" : String.join(", ", reviewers);
    }

    JsonObject toJson() {
        List<Json> files = new ArrayList<>();
        artefacts.forEach((name, sha256) -> files.add(
                JsonObject.builder().put("name", name).put("sha256", sha256).build()));
        return JsonObject.builder()
                .put("framework", framework.title())
                .put("control", control.id())
                .put("about", control.about())
                .put("strength", control.strength().label())
                .put("source", source)
                .put("collected", time())
                .put("artefacts", files)
                .put("relevance", control.relevance())
                .put("condition", control.condition())
                .put("cannotShow", control.cannotShow())
                .put("reviewer", reviewer())
                .build();
    }
}
