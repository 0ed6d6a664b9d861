package dev.assay.manifest;

import dev.assay.config.DataClass;
import dev.assay.config.DatasetCard;
import dev.assay.config.EntityType;
import dev.assay.config.ExpectationCondition;
import dev.assay.config.FindingClass;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.manifest.ColumnCoverage.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An invented dataset of two files, and its record. */
public final class ExampleRecords {
    public static final String ID = "garden-letters";
    public static final EntityType EMAIL = new EntityType("EMAIL_ADDRESS", DataClass.CONTACT);
    public static final EntityType TOKEN = new EntityType("GITHUB_TOKEN", DataClass.CREDENTIAL);

    /** Digest of the expectation {@code pattern: {patterns: ['[0-9]+']}}, which 17 of 18 ages meet. */
    public static final String AGES_EXPECTED = new ExpectationCondition(
                    ExpectationCondition.Form.PATTERN, List.of(), List.of("[0-9]+"), dev.assay.config.Share.ALL)
            .expectationSha256();

    private ExampleRecords() {}

    public static String digest(String text) {
        return Sha256.hex(text);
    }

    public static FileEntry file(String path, String text) {
        return FileEntry.scanned(path, digest(text), text.length(), 10, "jsonl");
    }

    public static FileListing files() {
        return new FileListing(List.of(file("letters/b.jsonl", "beech"), file("letters/a.jsonl", "ash")));
    }

    public static FindingSamples samples() {
        return new FindingSamples(List.of(
                new FindingSample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        "body",
                        "letters/b.jsonl",
                        7,
                        3,
                        20,
                        95,
                        "email",
                        "x***@***"),
                new FindingSample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        "body",
                        "letters/a.jsonl",
                        2,
                        0,
                        9,
                        60,
                        "email",
                        "y***@***")));
    }

    /** Counts of {@code hits} hits, one a cell, all certain, in a column of 20 cells. */
    public static Counts counts(long hits) {
        Share share = new Share(hits, 20);
        BandCounts bands = new BandCounts(0, 0, hits);
        return new Counts(share, share, hits, hits, bands, bands, List.of(new DetectorHits("email", hits)));
    }

    public static EntityCount emails(long hits) {
        return new EntityCount(EMAIL, FindingClass.REAL, "body", counts(hits), counts(hits));
    }

    public static EntityCount tokens(long hits) {
        return new EntityCount(TOKEN, FindingClass.REAL, "body", counts(hits), counts(hits));
    }

    public static Coverage coverage() {
        return new Coverage(
                8,
                8,
                20,
                20,
                40,
                List.of(
                        new ColumnCoverage("subject", Reading.SCANNED, 20, ""),
                        new ColumnCoverage("body", Reading.SCANNED, 20, "")),
                Skipped.none(),
                0,
                0,
                0,
                List.of());
    }

    /** The same, with one page that would not decode. */
    public static Coverage coverageWithGap() {
        return new Coverage(
                8,
                8,
                20,
                15,
                35,
                List.of(
                        new ColumnCoverage("subject", Reading.SCANNED, 20, ""),
                        new ColumnCoverage("body", Reading.PARTLY, 15, "a page does not decode")),
                Skipped.of(List.of(new SkippedPart("letters/b.jsonl", "body", "page does not decode", -1, 5))),
                0,
                1,
                0,
                List.of());
    }

    public static Canaries canaries() {
        return new Canaries(2, 2, List.of());
    }

    public static ManifestFacts facts() {
        return facts(files(), coverage(), List.of(emails(2)), canaries());
    }

    public static ManifestFacts facts(
            FileListing files, Coverage coverage, List<EntityCount> entities, Canaries canaries) {
        DatasetCard card = DatasetCard.forLocation("/data/" + ID);
        Scanner scanner = new Scanner(
                "assay",
                "0.1.0",
                digest("build"),
                digest("rules"),
                "default",
                "none",
                List.of(
                        new DetectorInfo("github-token", "1", null, List.of("GITHUB_TOKEN"), 300_000),
                        new DetectorInfo("email", "1", null, List.of("EMAIL_ADDRESS"), 300_000)));
        Schema schema = new Schema(List.of(
                new SchemaColumn("subject", "string", "", true), new SchemaColumn("body", "string", "", false)));
        Share rows = new Share(2, 20);
        Privacy privacy = new Privacy(
                entities,
                new RecordCounts(rows, new Share(0, 20), new Share(0, 20)),
                "exact",
                Evidence.of(samples(), "the 5 smallest keyed hashes of each type and column"));
        return new ManifestFacts(
                DatasetIdentity.of(card),
                Content.of(files, 20, schema),
                Provenance.of(card),
                scanner,
                coverage,
                privacy,
                new Efficacy(canaries),
                List.of(
                        Status.notMeasured("quality", "This version measures no quality."),
                        Status.measured("coverage"),
                        Status.notApplicable("drift", "There is no parent.")),
                List.of("Finding nothing does not show that nothing is there."));
    }

    /** The same, with allow lists that findings were held against. */
    public static ManifestFacts withAllowLists(ManifestFacts facts, List<AllowList> lists) {
        Privacy before = facts.privacy();
        Privacy privacy =
                new Privacy(before.entities(), before.records(), before.distinctMethod(), before.evidence(), lists);
        return withPrivacy(facts, privacy);
    }

    /** The same with other findings. */
    public static ManifestFacts withEntities(ManifestFacts facts, List<EntityCount> entities) {
        Privacy before = facts.privacy();
        Privacy privacy = new Privacy(
                entities, before.records(), before.distinctMethod(), before.evidence(), before.suppressions());
        return withPrivacy(facts, privacy);
    }

    private static ManifestFacts withPrivacy(ManifestFacts facts, Privacy privacy) {
        return new ManifestFacts(
                facts.dataset(),
                facts.content(),
                facts.provenance(),
                facts.scanner(),
                facts.coverage(),
                privacy,
                facts.efficacy(),
                facts.statuses(),
                facts.limits());
    }

    /** As {@link #emails}, matched by an allow list. */
    public static EntityCount suppressedEmails(long hits, String suppression) {
        return new EntityCount(EMAIL, FindingClass.REAL, "body", suppression, counts(hits), counts(hits));
    }

    /** The same, its values measured. */
    public static ManifestFacts withQuality(ManifestFacts facts) {
        return withQuality(facts, 20);
    }

    /** The same with another number of rows; if that is not 20, ages are ten times as high. */
    public static ManifestFacts withQuality(ManifestFacts facts, long rows) {
        int decade = rows == 20 ? 0 : 26;
        QualityColumn.Numbers numbers = new QualityColumn.Numbers(
                "18", "99.5", new Histogram(new TreeMap<>(Map.of(555 + decade, 9L, 560 + decade, 9L))));
        QualityColumn.Lengths two =
                new QualityColumn.Lengths(2, 4, 52, new Histogram(new TreeMap<>(Map.of(2, 8L, 4, 10L))));
        QualityColumn age = new QualityColumn(
                "age",
                18,
                2,
                0,
                0,
                new TreeMap<>(Map.of("integer", 8L, "decimal", 10L)),
                new TreeMap<>(Map.of("digit", 18L)),
                3,
                true,
                List.of(9L, 5L, 4L),
                new Histogram(new TreeMap<>(Map.of(3, 9L, 8, 9L))),
                two,
                numbers,
                null,
                Languages.NONE);
        QualityColumn body = texts("body", 40, null);
        QualityColumn day = texts("day", 10, new QualityColumn.Days("2024-01-01", "2024-12-31"));
        Quality quality = new Quality(
                new RepeatedRows(new Share(2, 20), 20),
                new NearDuplicates("minhash-5-words-3x4", new Share(3, 16), 2, 3, true),
                "hyperloglog-2048",
                List.of(age, body, day),
                List.of(new MetExpectation(AGES_EXPECTED, "age", new Share(17, 18))),
                List.of(new Representation(
                        "age", "sensitive", new Share(2, 20), 3, true, List.of(), new Representation.Small(3, 18))),
                List.of(
                        new Contamination(
                                "quiz", digest("quiz"), "word-runs-13-8", 12, new Share(3, 10), new Share(1, 10)),
                        new Contamination(
                                "exam", digest("exam"), "word-runs-13-8", 40, new Share(0, 40), new Share(0, 40))),
                List.of(new UniqueColumn("age", 18, 18, 15), new UniqueColumn("day", 20, 11, 0)),
                new MostCommon(
                        "0123456789abcdef",
                        List.of(new CommonValues(
                                "age", 18, 18, 3, List.of(new CommonValues.Value("0f".repeat(16), 12))))));
        Content content = Content.of(files(), rows, facts.content().schema());
        return new ManifestFacts(
                facts.dataset(),
                content,
                facts.provenance(),
                facts.scanner(),
                facts.coverage(),
                facts.privacy(),
                quality,
                facts.efficacy(),
                facts.statuses(),
                facts.limits());
    }

    private static QualityColumn texts(String path, long longest, QualityColumn.@Nullable Days days) {
        return new QualityColumn(
                path,
                20,
                0,
                0,
                1,
                new TreeMap<>(Map.of(days == null ? "text" : "date", 20L)),
                new TreeMap<>(Map.of("lower", 20L)),
                19,
                false,
                List.of(),
                new Histogram(new TreeMap<>(Map.of(0, 10L, 1, 10L))),
                new QualityColumn.Lengths(3, longest, 100, new Histogram(new TreeMap<>(Map.of(3, 20L)))),
                null,
                days,
                days == null
                        ? new Languages(new TreeMap<>(Map.of("en", 9L, "de", 3L, "und", 2L)), true)
                        : Languages.NONE);
    }

    /** The same under another card. */
    public static ManifestFacts withCard(ManifestFacts facts, JsonObject card) {
        return new ManifestFacts(
                facts.dataset(),
                facts.content(),
                new Provenance(card),
                facts.scanner(),
                facts.coverage(),
                facts.privacy(),
                facts.measuredQuality(),
                facts.efficacy(),
                facts.statuses(),
                facts.limits());
    }

    /** The same with something found about where the data came from. */
    public static ManifestFacts withOrigins(ManifestFacts facts, Origins origins) {
        return new ManifestFacts(
                facts.dataset(),
                facts.content(),
                facts.provenance().with(origins),
                facts.scanner(),
                facts.coverage(),
                facts.privacy(),
                facts.measuredQuality(),
                facts.efficacy(),
                facts.statuses(),
                facts.limits());
    }

    /** Two lists of files, some of them not as listed. */
    public static ListedFiles listedFiles() {
        return new ListedFiles(
                List.of(
                        new ListedFiles.SidecarList(
                                "SHA256SUMS", "checksums", "a".repeat(64), new ListedFiles.Matching(4, 0), 1, 0, 2, 0),
                        new ListedFiles.SidecarList(
                                "ab.dir", "dvc-directory", "b".repeat(64), new ListedFiles.Matching(0, 3), 1, 1, 0, 1)),
                1,
                List.of(
                        new ListedFiles.Deviation("z.csv", ListedFiles.Kind.UNLISTED, ""),
                        new ListedFiles.Deviation("gone.csv", ListedFiles.Kind.MISSING, "SHA256SUMS"),
                        new ListedFiles.Deviation("gone.csv", ListedFiles.Kind.MISSING, "ab.dir"),
                        new ListedFiles.Deviation("a.csv", ListedFiles.Kind.DIFFERING, "ab.dir")));
    }

    /** Columns that say where their rows came from. */
    public static List<OriginColumn> originColumns() {
        TreeMap<String, Long> none = new TreeMap<>();
        return List.of(
                new OriginColumn(
                        "url",
                        "url",
                        15,
                        new Share(15, 20),
                        new OriginColumn.Domains(
                                14, 4, true, new TreeMap<>(Map.of("example.org", 9L, "example.net", 3L))),
                        none,
                        1,
                        null),
                new OriginColumn(
                        "license",
                        "license",
                        11,
                        new Share(11, 20),
                        null,
                        new TreeMap<>(Map.of("CC-BY-4.0", 6L, "MIT", 4L)),
                        1,
                        null),
                new OriginColumn(
                        "seen[].date",
                        "timestamp",
                        40,
                        null,
                        null,
                        none,
                        0,
                        new OriginColumn.Days("2024-01-01", "2024-12-31")));
    }
}
