package dev.assay.report;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.config.Policy;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.manifest.BandCounts;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.Content;
import dev.assay.manifest.Counts;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.DetectorHits;
import dev.assay.manifest.DetectorInfo;
import dev.assay.manifest.Efficacy;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Evidence;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Irregular;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Privacy;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.RecordCounts;
import dev.assay.manifest.Scanner;
import dev.assay.manifest.Schema;
import dev.assay.manifest.SchemaColumn;
import dev.assay.manifest.Share;
import dev.assay.manifest.Skipped;
import dev.assay.manifest.SkippedPart;
import dev.assay.manifest.Status;
import dev.assay.manifest.Succession;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.ScanPredicate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented dataset in two versions: the letters of a nursery's customers. */
final class ReportExamples {
    private static final long ROWS = 12_480;
    private static final EntityType EMAIL = new EntityType("EMAIL_ADDRESS", DataClass.CONTACT);
    private static final EntityType PHONE = new EntityType("PHONE_NUMBER", DataClass.CONTACT);
    private static final EntityType PERSON = new EntityType("PERSON", DataClass.PERSON);
    private static final EntityType IBAN = new EntityType("IBAN_CODE", DataClass.FINANCIAL);
    private static final EntityType CARD = new EntityType("CREDIT_CARD", DataClass.FINANCIAL);
    private static final EntityType TAX = new EntityType("DE_TAX_ID", DataClass.GOVERNMENT_ID);
    private static final EntityType KEY = new EntityType("AWS_ACCESS_KEY", DataClass.CREDENTIAL);

    private ReportExamples() {}

    static String digest(String text) {
        return Sha256.hex(text);
    }

    /** The second version, which waits for approval. */
    static ReportInput rich() {
        Manifest first = Manifest.first(facts(files(3), List.of(emails(1_904, 22)), coverage(false)));
        List<EntityCount> found = List.of(
                entity(EMAIL, FindingClass.REAL, "customer.email", 12_480, 12_311, 0, 0, 0),
                emails(2_118, 240),
                entity(EMAIL, FindingClass.PLACEHOLDER, "messages[].content", 61_022, 3_405, 0, 0, 0),
                entity(PHONE, FindingClass.REAL, "messages[].content", 61_022, 402, 611, 77, 0),
                entity(PERSON, FindingClass.REAL, "customer.name", 12_480, 0, 12_102, 290, 0),
                entity(IBAN, FindingClass.REAL, "order.note", 9_771, 37, 2, 0, 0),
                entity(CARD, FindingClass.PUBLISHED_TEST, "order.note", 9_771, 14, 0, 0, 0),
                entity(TAX, FindingClass.REAL, "order.number", 12_480, 0, 0, 4, 1_131),
                entity(KEY, FindingClass.PUBLISHED_TEST, "messages[].content", 61_022, 3, 0, 0, 0));
        ManifestFacts facts = facts(files(5), found, coverage(true));
        Manifest second = Succession.after(first, files(3), facts, files(5)).manifest();
        return input(second, files(5), first);
    }

    /** The first version of the same dataset with little in it. */
    static ReportInput small() {
        FileListing files = files(1);
        return input(Manifest.first(facts(files, List.of(emails(2, 1)), coverage(false))), files, null);
    }

    static ReportInput input(Manifest manifest, FileListing files, @Nullable Manifest parent) {
        return new ReportInput(
                manifest,
                files,
                samples(),
                WaivedDecision.without(
                        PolicyEvaluation.evaluate(Policy.builtIn(), manifest, Surroundings.NONE, LocalDate.EPOCH)),
                parent,
                Surroundings.NONE,
                List.of(
                        signed(ScanPredicate.TYPE, "2026-11-20T22:14:09Z", "Nightly scanner"),
                        signed(DecisionPredicate.TYPE, "2026-11-20T22:14:11Z", "Policy gate")));
    }

    static SignedStatement signed(String type, String moment, String holder) {
        return new SignedStatement(
                type,
                digest(type),
                Instant.parse(moment),
                List.of(new SignedStatement.SignedBy(holder, digest(holder))));
    }

    static FileListing files(int count) {
        List<FileEntry> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String path = "letters/2026-0" + i + ".parquet";
            files.add(FileEntry.scanned(path, digest(path), 4_113_907 + i, ROWS / count, "parquet"));
        }
        return new FileListing(files);
    }

    static ManifestFacts facts(FileListing files, List<EntityCount> entities, Coverage coverage) {
        return facts(files, entities, coverage, samples());
    }

    static ManifestFacts facts(
            FileListing files, List<EntityCount> entities, Coverage coverage, FindingSamples samples) {
        Schema schema = new Schema(coverage.columns().stream()
                .map(column -> new SchemaColumn(column.path(), "BYTE_ARRAY", "STRING", true))
                .toList());
        return new ManifestFacts(
                new DatasetIdentity(
                        "nursery-letters",
                        "Letters to the nursery",
                        "Customer desk",
                        "Ada Rosen",
                        null,
                        List.of("assistant fine-tuning"),
                        "chat",
                        "confidential"),
                Content.of(files, ROWS, schema),
                new Provenance(card()),
                scanner(),
                coverage,
                new Privacy(
                        entities,
                        new RecordCounts(new Share(12_402, ROWS), new Share(0, ROWS), new Share(0, ROWS)),
                        "union of theta sketches, nominal entries 4096",
                        Evidence.of(samples, "the 5 smallest keyed hashes of each type, class and column")),
                new Efficacy(new Canaries(34, 34, List.of())),
                List.of(
                        Status.measured("coverage"),
                        Status.measured("privacy"),
                        Status.notMeasured("drift", "This version does not compare distributions."),
                        Status.notMeasured("quality", "This version does not measure quality."),
                        Status.notApplicable("images", "The dataset holds no images.")),
                List.of(
                        "Finding nothing does not show that nothing is there.",
                        "What the card declares was not measured."));
    }

    private static JsonObject card() {
        JsonObject source = JsonObject.builder()
                .put("id", "desk")
                .put("kind", "collected")
                .put("issuer", "Customer desk")
                .put("license", "internal")
                .put("legalBasis", JsonObject.builder().put("gdpr6", "6(1)(f)").build())
                .build();
        return JsonObject.builder()
                .put("schema", "dev.assay/dataset-card/v1")
                .put("id", "nursery-letters")
                .put("owner", "Customer desk")
                .putStrings("personalData", List.of("contact", "person"))
                .put("sources", Json.of(List.of(source)))
                .build();
    }

    private static Scanner scanner() {
        return new Scanner(
                "assay",
                "0.1.0",
                digest("build"),
                digest("rules"),
                "default",
                "none",
                List.of(
                        new DetectorInfo("email", "1", null, List.of("EMAIL_ADDRESS"), 300_000),
                        new DetectorInfo("iban", "1", null, List.of("IBAN_CODE"), 300_000)));
    }

    static Coverage coverage(boolean gaps) {
        Reading order = gaps ? Reading.PARTLY : Reading.SCANNED;
        List<ColumnCoverage> columns = List.of(
                new ColumnCoverage("customer.email", Reading.SCANNED, 12_480, ""),
                new ColumnCoverage("customer.name", Reading.SCANNED, 12_480, ""),
                new ColumnCoverage("customer.since", Reading.SCANNED, 12_480, ""),
                new ColumnCoverage("messages[].content", Reading.SCANNED, 61_022, ""),
                new ColumnCoverage("messages[].role", Reading.SCANNED, 61_022, ""),
                new ColumnCoverage("newsletter", Reading.NOT_APPLICABLE, 0, ""),
                new ColumnCoverage("order.note", order, 9_771, gaps ? "one page does not decode" : ""),
                new ColumnCoverage("order.number", Reading.SCANNED, 12_480, ""));
        Skipped skipped = gaps
                ? Skipped.of(List.of(new SkippedPart(
                        "letters/2026-04.parquet",
                        "order.note",
                        "page header declares 65536 bytes, 120 remain",
                        -1,
                        1_204)))
                : Skipped.none();
        return new Coverage(
                20_569_550,
                20_569_550,
                gaps ? 13_684 : ROWS,
                ROWS,
                181_735,
                columns,
                skipped,
                0,
                gaps ? 1 : 0,
                0,
                gaps ? List.of(new Irregular("rows with fewer fields than the header", 7)) : List.of());
    }

    /** E-mail addresses in the letters' text. */
    private static EntityCount emails(long certain, long likely) {
        return entity(EMAIL, FindingClass.REAL, "messages[].content", 61_022, certain, likely, 0, 0);
    }

    /** One hit a cell; {@code raw} more before the column was weighed. */
    static EntityCount entity(
            EntityType type,
            FindingClass findingClass,
            String column,
            long of,
            long certain,
            long likely,
            long possible,
            long raw) {
        return new EntityCount(
                type,
                findingClass,
                column,
                counts(of, certain, likely, possible + raw),
                counts(of, certain, likely, possible));
    }

    private static Counts counts(long of, long certain, long likely, long possible) {
        BandCounts bands = new BandCounts(possible, likely, certain);
        long hits = bands.total();
        return new Counts(
                new Share(hits, of),
                new Share(Math.min(hits, ROWS), Math.max(hits, ROWS)),
                hits,
                Math.max(1, hits * 9 / 10),
                bands,
                bands,
                List.of(new DetectorHits("catalogue", hits)));
    }

    static FindingSamples samples() {
        return new FindingSamples(List.of(
                sample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        "messages[].content",
                        412,
                        97,
                        "write to x******@*****.***, thanks"),
                sample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        "messages[].content",
                        77,
                        68,
                        "mine is xxxx.xxxx at xxxxxx dot xx"),
                sample(
                        "IBAN_CODE",
                        FindingClass.REAL,
                        "order.note",
                        1_904,
                        95,
                        "refund to DE** **** **** **** **** ** please"),
                sample(
                        "PHONE_NUMBER",
                        FindingClass.REAL,
                        "messages[].content",
                        9,
                        62,
                        "call +** *** *** ** ** after six"),
                sample(
                        "CREDIT_CARD",
                        FindingClass.PUBLISHED_TEST,
                        "order.note",
                        31,
                        99,
                        "card **** **** **** 1111 (test)")));
    }

    static FindingSample sample(
            String entity, FindingClass findingClass, String column, long row, int confidence, String masked) {
        return new FindingSample(
                entity, findingClass, column, "letters/2026-01.parquet", row, 9, 27, confidence, "catalogue", masked);
    }
}
