package dev.assay.export;

import dev.assay.json.JsonObject;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.policy.Decision;
import dev.assay.policy.RuleResult;
import dev.assay.policy.SetAside;
import dev.assay.report.PdfPrinter;
import dev.assay.report.ReportInput;
import dev.assay.report.SurroundingLine;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Signer;
import dev.assay.statement.WaiverPredicate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an export is made from, seen through its profile: what the profile leaves out cannot be reached by the
 * methods below, which formats use instead of {@link #record}.
 *
 * @param record the version, its files, samples and the verdict about it
 * @param attested what was signed about it
 * @param setAside what does not stand in its way, though it is there
 * @param profile who the export is for
 * @param signer signs formats that are signatures themselves; null where none does
 * @param printer prints the pages of an export; null if they are wanted as HTML alone
 */
public record ExportInput(
        ReportInput record,
        List<Attested> attested,
        SetAside setAside,
        Profile profile,
        @Nullable Signer signer,
        @Nullable PdfPrinter printer) {
    public ExportInput {
        attested = List.copyOf(attested);
    }

    /** Such as {@code support-chats@3}. */
    public String name() {
        return manifest().name();
    }

    Manifest manifest() {
        return record.manifest();
    }

    ManifestFacts facts() {
        return record.manifest().facts();
    }

    DatasetIdentity dataset() {
        return facts().dataset();
    }

    /** The dataset's title, or its id if it has none. */
    String title() {
        String title = dataset().title();
        return title == null ? dataset().id() : title;
    }

    List<FileEntry> files() {
        return record.files().files();
    }

    boolean isPublic() {
        return profile == Profile.PUBLIC;
    }

    /** How confidential the data is said to be; never for the public. */
    @Nullable String classification() {
        return isPublic() ? null : dataset().classification();
    }

    /** The card's facts; for the public without those that {@link PublicCard} drops. */
    JsonObject declared() {
        JsonObject declared = facts().provenance().declared();
        return isPublic() ? PublicCard.of(declared) : declared;
    }

    /** The masked samples; none for the public. */
    List<FindingSample> samples() {
        return isPublic() ? List.of() : record.samples().samples();
    }

    /** What was found, by type, class and column; for the public by type and class. */
    List<FoundEntity> found() {
        return FoundEntity.in(facts().privacy().entities(), setAside, profile);
    }

    /** What the policy says, before any waiver. */
    Decision decision() {
        return record.decision().decision();
    }

    /** What each rule came to; for the public without what it counted and why, which may name columns and files. */
    List<RuleResult> results() {
        List<RuleResult> results = decision().results();
        return isPublic() ? results.stream().map(ExportInput::withoutDetail).toList() : results;
    }

    /** Whether a waiver in force sets a rule aside. */
    boolean isWaived(RuleResult result) {
        return setAside.decision().waived().contains(result.rule());
    }

    /** The trusted waivers of a rule, in words; none for the public. */
    List<String> waivers(RuleResult result) {
        return isPublic()
                ? List.of()
                : trusted(WaiverPredicate.TYPE).stream()
                        .map(made -> WaiverPredicate.fromJson(made.statement().predicate()))
                        .filter(waiver -> waiver.scope().rule().equals(result.rule()))
                        .map(waiver -> waiver.reason() + " (" + waiver.ticket() + ", until " + waiver.expiresOn() + ")")
                        .toList();
    }

    private static RuleResult withoutDetail(RuleResult result) {
        return new RuleResult(result.rule(), result.severity(), result.outcome(), result.expected(), "", "");
    }

    /** Statements of one kind that somebody trusted signed, oldest first. */
    List<Attested> trusted(String predicateType) {
        return attested.stream()
                .filter(Attested::trusted)
                .filter(made -> made.statement().predicateType().equals(predicateType))
                .sorted(Comparator.comparing(ExportInput::moment)
                        .thenComparing(made -> made.signed().sha256()))
                .toList();
    }

    private static Instant moment(Attested made) {
        return Optional.ofNullable(made.signed().moment()).orElse(Instant.EPOCH);
    }

    /** The newest scan somebody trusted signed. */
    Optional<Attested> scanStatement() {
        List<Attested> scans = trusted(ScanPredicate.TYPE);
        return scans.isEmpty() ? Optional.empty() : Optional.of(scans.get(scans.size() - 1));
    }

    /** What {@link #scanStatement} says. */
    Optional<ScanPredicate> scan() {
        return scanStatement()
                .map(made -> ScanPredicate.fromJson(made.statement().predicate()));
    }

    /** When the facts were complete, as the newest scan says. */
    Optional<Instant> scannedOn() {
        return scan().map(scan -> scan.run().finishedOn());
    }

    /** Where the dataset lay; never for the public. */
    Optional<String> location() {
        return isPublic() ? Optional.empty() : scan().map(ScanPredicate::location);
    }

    /** What the storage said of itself in the newest scan; never for the public. */
    List<SurroundingLine> storage() {
        return isPublic() ? List.of() : SurroundingLine.of(record.surroundings().storage());
    }

    /** The newest trusted statement of the very decision this export shows. */
    Optional<Attested> decisionStatement() {
        Stream<Attested> same = trusted(DecisionPredicate.TYPE).stream()
                .filter(made -> DecisionPredicate.fromJson(made.statement().predicate())
                        .decision()
                        .equals(decision()));
        return same.reduce((older, newer) -> newer);
    }
}
