package dev.assay.report;

import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the templates show, counted and cut to size.
 *
 * @param manifest the version
 * @param input all of it
 * @param verdict the decision
 * @param questions what a person has to decide
 * @param found counts by type
 * @param columns columns that anything was found in
 * @param values what the columns' values look like
 * @param clean columns that were read and held nothing
 * @param samples masked samples
 * @param gaps what was not read or measured
 * @param difference to the version before; null if that is not at hand
 * @param shifts columns whose values moved
 * @param files the files
 * @param declared the card
 * @param rights what the card's words come to
 * @param origins what the data shows about where it came from
 * @param surroundings what the scan found around the bytes
 * @param statements what was signed
 * @param steps how to check it all
 */
record ReportView(
        Manifest manifest,
        ReportInput input,
        Verdict verdict,
        List<Question> questions,
        List<Found> found,
        Bounded<ColumnFindings> columns,
        Bounded<ColumnValues> values,
        Bounded<String> clean,
        Bounded<SampleGroup> samples,
        Gaps gaps,
        @Nullable Difference difference,
        Bounded<ShiftLine> shifts,
        Bounded<FileEntry> files,
        Bounded<DeclaredFact> declared,
        List<RightsLine> rights,
        List<OriginLine> origins,
        List<SurroundingLine> surroundings,
        Bounded<SignedStatement> statements,
        List<VerifyStep> steps) {
    static final int MAX_COLUMNS = 100;
    static final int MAX_CLEAN_COLUMNS = 200;
    static final int MAX_SAMPLE_GROUPS = 60;
    static final int MAX_FILES = 200;
    static final int MAX_DECLARED = 100;
    static final int MAX_STATEMENTS = 50;

    static ReportView of(ReportInput input) {
        Manifest manifest = input.manifest();
        ManifestFacts facts = manifest.facts();
        List<ColumnFindings> columns = ColumnFindings.in(facts);
        return new ReportView(
                manifest,
                input,
                Verdict.of(input.decision()),
                Question.from(input),
                Found.in(facts.privacy().entities()),
                Bounded.of(columns, MAX_COLUMNS),
                Bounded.of(facts.quality().map(ColumnValues::in).orElse(List.of()), MAX_COLUMNS),
                Bounded.of(clean(facts, columns), MAX_CLEAN_COLUMNS),
                Bounded.of(SampleGroup.of(input.samples().samples(), manifest), MAX_SAMPLE_GROUPS),
                Gaps.in(facts),
                input.parent()
                        .map(parent -> Difference.between(parent, manifest))
                        .orElse(null),
                Bounded.of(manifest.drift().map(ShiftLine::in).orElse(List.of()), MAX_COLUMNS),
                Bounded.of(input.files().files(), MAX_FILES),
                Bounded.of(DeclaredFact.in(facts.provenance().declared()), MAX_DECLARED),
                RightsLine.of(facts.provenance().effectiveRights()),
                OriginLine.of(facts.provenance().origins()),
                SurroundingLine.of(input.surroundings()),
                Bounded.of(input.statements(), MAX_STATEMENTS),
                VerifyStep.of(manifest));
    }

    private static List<String> clean(ManifestFacts facts, List<ColumnFindings> columns) {
        Set<String> found = columns.stream().map(ColumnFindings::path).collect(Collectors.toSet());
        return facts.coverage().columns().stream()
                .filter(column -> column.status() == ColumnCoverage.Reading.SCANNED)
                .map(ColumnCoverage::path)
                .filter(path -> !found.contains(path))
                .toList();
    }

    /** Which controls the record supports. */
    List<FrameworkSupport> frameworks() {
        return FrameworkSupport.by(EvidenceAtHand.in(input));
    }

    /** What it says of the identifiers of HIPAA's safe harbour. */
    List<IdentifierKind> identifiers() {
        return IdentifierKind.in(facts());
    }

    ManifestFacts facts() {
        return manifest.facts();
    }

    /** The dataset's title, or its id if it has none. */
    String title() {
        String title = facts().dataset().title();
        return title == null ? facts().dataset().id() : title;
    }

    /** The declared purposes in one line; null if none are declared. */
    @Nullable String purposes() {
        List<String> purposes = facts().dataset().purposes();
        return purposes == null ? null : String.join(", ", purposes);
    }
}
