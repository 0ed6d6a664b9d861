package dev.assay.export;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.config.Policy;
import dev.assay.config.Suppression;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.AllowList;
import dev.assay.manifest.BandCounts;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.Content;
import dev.assay.manifest.Counts;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.DetectorHits;
import dev.assay.manifest.Efficacy;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Evidence;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Privacy;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.RecordCounts;
import dev.assay.manifest.Schema;
import dev.assay.manifest.SchemaColumn;
import dev.assay.manifest.Share;
import dev.assay.manifest.Skipped;
import dev.assay.manifest.Status;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.Decision;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.SetAside;
import dev.assay.policy.WaivedDecision;
import dev.assay.policy.WaiverScope;
import dev.assay.report.ReportInput;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.SigningKey;
import dev.assay.statement.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An invented dataset whose record holds everything a public export must not show. */
final class ExportExamples {
    /** What the storage said of the letters' place. */
    private static final Surroundings PLACE = new Surroundings(
            new StorageFacts(
                    2,
                    Map.of(
                            StorageFact.REGION, new TreeMap<>(Map.of("eu-central-1", 1L)),
                            StorageFact.ENCRYPTION, new TreeMap<>(Map.of("aws:kms", 2L))),
                    Map.of(StorageFact.TAGS, new TreeMap<>(Map.of("403 AccessDenied", 2L))),
                    null),
            List.of());

    /** What no public export may hold: confidentiality, geography, places, samples, grounds. */
    static final List<String> SECRETS = List.of(
            "hush-hush", "Atlantis", "hidden-bucket", "consents.example", "register entry", "x***@***", "z***@***");

    static final Instant SCANNED = Instant.parse("2026-11-20T22:14:09Z");

    /** Files that can be written, so that other programs can hash them. */
    static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "letters/a.jsonl", "ash\n", "letters/b c.jsonl", "beech\n", "letters/back\\slash ä.jsonl", "birch\n"));

    static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ECDSA_P256);

    private static final EntityType EMAIL = new EntityType("EMAIL_ADDRESS", DataClass.CONTACT);
    private static final EntityType HEALTH = new EntityType("MEDICAL_CONDITION", DataClass.SPECIAL_CATEGORY);
    private static final EntityType TOKEN = new EntityType("GITHUB_TOKEN", DataClass.CREDENTIAL);
    private static final ExportInput RICH = input(rich(), samples("body"), files(), List.of(KEY));

    private ExportExamples() {}

    /** Findings, a full card, signed statements. */
    static ExportInput rich(Profile profile) {
        return new ExportInput(RICH.record(), RICH.attested(), RICH.setAside(), profile, KEY, null);
    }

    /** The same, read again from bytes. */
    static ExportInput richAgain(Profile profile) {
        ReportInput record = RICH.record();
        ReportInput again = new ReportInput(
                Manifest.parse(record.manifest().fileBytes()),
                FileListing.parse(record.files().fileBytes()),
                FindingSamples.parse(record.samples().fileBytes()),
                record.decision(),
                null,
                record.surroundings(),
                record.statements());
        return new ExportInput(again, RICH.attested(), RICH.setAside(), profile, KEY, null);
    }

    /** No file, no column, no finding, nothing declared, nothing signed. */
    static ExportInput empty() {
        FileListing none = new FileListing(List.of());
        FindingSamples samples = new FindingSamples(List.of());
        JsonObject card = JsonObject.builder().put("id", "nothing").build();
        ManifestFacts facts = facts("nothing", card, none, samples, List.of(), List.of());
        return input(facts, samples, none, List.of());
    }

    /** Names that are markup, quotes, controls and directions; a file that was not read. */
    static ExportInput hostile() {
        String name = "</td><script>'\"&\u202e\u0007 $(id) `x` ]]> \ud83d\ude00\n, =1+1";
        FileListing files = new FileListing(List.of(
                FileEntry.scanned("a'\"<&>%20#?\\ \u202e\ud83d\ude00.csv", ExampleRecords.digest("x"), 1, 1, "csv"),
                new FileEntry("unread.csv", null, 5, -1, "", List.of(), Reading.SKIPPED, "it is " + name)));
        JsonObject card = JsonObject.builder()
                .put("id", "hostile")
                .put("title", name)
                .put("description", name)
                .put("owner", name)
                .put(
                        "sources",
                        Json.of(List.of(JsonObject.builder()
                                .put("id", "s")
                                .putStrings("issuer", List.of(name))
                                .put("license", name)
                                .build())))
                .build();
        FindingSamples samples = samples(name);
        ManifestFacts facts = facts("hostile", card, files, samples, List.of(name), List.of(count(EMAIL, name, 3)));
        return input(facts, samples, files, List.of(KEY));
    }

    static FileListing files() {
        List<FileEntry> files = new ArrayList<>();
        FILES.forEach((path, text) -> files.add(FileEntry.scanned(
                path, ExampleRecords.digest(text), text.getBytes(StandardCharsets.UTF_8).length, 4, "jsonl")));
        return new FileListing(files);
    }

    private static ManifestFacts rich() {
        return facts(
                "garden-letters",
                card(),
                files(),
                samples("body"),
                List.of("body", "subject"),
                List.of(
                        count(EMAIL, "body", 5),
                        count(EMAIL, "subject", 2),
                        count(HEALTH, "body", 1),
                        count(TOKEN, "body", 1)));
    }

    private static JsonObject card() {
        return Json.parse("""
                {"schema":"dev.assay/dataset-card/v1","id":"garden-letters","title":"Letters to a garden",
                 "description":"Letters of an invented garden's friends","owner":"Garden office","steward":"Ada Rosen",
                 "modality":"text","purposes":["ai-alignment"],"classification":"hush-hush",
                 "personalData":["contact"],
                 "sources":[{"id":"desk","kind":"collected","title":"Letter box","issuer":["Garden office"],
                   "location":"s3://hidden-bucket/raw","origin":"Atlantis office","originGeography":["Atlantis"],
                   "date":"2026-01-31","license":"CC-BY-4.0","consents":["https://consents.example/2025"],
                   "processingIncluded":["Atlantis"],"storageAllowed":["Atlantis"],
                   "generationMethod":["user-generated-content"],
                   "privacyEnhancing":[{"toolCategory":"pseudonymization","toolUsed":"in-house"}],
                   "legalBasis":{"gdpr6":"consent","reference":"register entry 12"},
                   "retention":{"until":"2028-12-31","rule":"three years"},
                   "supplier":{"name":"Post","agreement":"contract 7","reviewedOn":"2026-01-10"}}],
                 "transformations":[{"name":"pseudonymise","description":"Replaces names"}]}""").asObject();
    }

    private static FindingSamples samples(String column) {
        return new FindingSamples(List.of(
                new FindingSample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        column,
                        "letters/a.jsonl",
                        2,
                        0,
                        9,
                        95,
                        "email",
                        "x***@***"),
                new FindingSample(
                        "EMAIL_ADDRESS",
                        FindingClass.REAL,
                        column,
                        "letters/a.jsonl",
                        3,
                        4,
                        9,
                        60,
                        "email",
                        "z***@***")));
    }

    private static EntityCount count(EntityType type, String column, long hits) {
        Share share = new Share(hits, 12);
        BandCounts bands = new BandCounts(0, 1, hits - 1);
        Counts counts = new Counts(share, share, hits, hits, bands, bands, List.of(new DetectorHits("x", hits)));
        return new EntityCount(type, FindingClass.REAL, column, counts, counts);
    }

    private static ManifestFacts facts(
            String id,
            JsonObject card,
            FileListing files,
            FindingSamples samples,
            List<String> columns,
            List<EntityCount> entities) {
        ManifestFacts base = ExampleRecords.facts();
        long bytes = files.bytes();
        Coverage coverage = new Coverage(
                bytes,
                bytes,
                12,
                12,
                24,
                columns.stream()
                        .map(path -> new ColumnCoverage(path, Reading.SCANNED, 12, ""))
                        .toList(),
                Skipped.none(),
                0,
                0,
                0,
                List.of());
        Schema schema = new Schema(columns.stream()
                .map(path -> new SchemaColumn(path, "string", "", true))
                .toList());
        Privacy privacy = new Privacy(
                entities,
                new RecordCounts(new Share(6, 12), new Share(1, 12), new Share(1, 12)),
                "exact",
                Evidence.of(samples, "the 5 smallest hashes"));
        return new ManifestFacts(
                new DatasetIdentity(
                        id,
                        card.findString("title").orElse(null),
                        card.findString("owner").orElse(null),
                        card.findString("steward").orElse(null),
                        null,
                        card.find("purposes")
                                .map(all -> all.asArray().strings())
                                .orElse(null),
                        card.findString("modality").orElse(null),
                        card.findString("classification").orElse(null)),
                Content.of(files, 12, schema),
                new Provenance(card),
                base.scanner(),
                coverage,
                privacy,
                new Efficacy(new Canaries(2, 2, List.of())),
                List.of(Status.measured("privacy"), Status.notMeasured("drift", "There is no version before.")),
                base.limits());
    }

    /**
     * Two findings of somebody and five on the policy's list in one column; the rule against contact data is waived.
     *
     * @param lastDay of the suppression
     */
    static ExportInput setAside(LocalDate lastDay) {
        Suppression ours = new Suppression(
                "ours",
                List.of(ExampleRecords.digest("value")),
                "0123456789abcdef",
                List.of(),
                List.of(),
                List.of(),
                "Ada Wren",
                "Role addresses",
                lastDay);
        Policy builtIn = Policy.builtIn();
        Policy policy =
                new Policy(builtIn.id(), builtIn.version(), "", null, builtIn.bytes(), List.of(ours), builtIn.rules());
        EntityCount some = count(EMAIL, "body", 2);
        EntityCount five = count(EMAIL, "body", 5);
        EntityCount listed = new EntityCount(EMAIL, FindingClass.REAL, "body", "ours", five.raw(), five.settled());
        JsonObject card = JsonObject.builder().put("id", "listed").build();
        ManifestFacts plainFacts = facts("listed", card, files(), samples("body"), List.of("body"), List.of());
        ManifestFacts facts = ExampleRecords.withEntities(
                ExampleRecords.withAllowLists(plainFacts, List.of(new AllowList("ours", ours.matchSha256()))),
                List.of(some, listed));
        ExportInput plain = input(facts, samples("body"), files(), List.of(KEY));
        LocalDate day = LocalDate.of(2026, 11, 20);
        SetAside setAside = SetAside.of(
                policy,
                facts,
                PolicyEvaluation.evaluate(policy, facts, Surroundings.NONE, day),
                List.of(new WaiverScope("little-contact-data", List.of(), List.of(), 9L)),
                day);
        return new ExportInput(plain.record(), plain.attested(), setAside, Profile.INTERNAL, KEY, null);
    }

    private static ExportInput input(
            ManifestFacts facts, FindingSamples samples, FileListing files, List<SigningKey> signers) {
        Manifest manifest = Manifest.first(facts);
        Decision decision = PolicyEvaluation.evaluate(Policy.builtIn(), manifest, PLACE, LocalDate.EPOCH);
        Roles roles = Roles.ofFirstKey("Nightly scanner", KEY.key());
        List<Attested> attested = new ArrayList<>();
        for (SigningKey signer : signers) {
            ScanPredicate.Run run = new ScanPredicate.Run(
                    "scan", "1", "1", "linux-amd64", 0, SCANNED.minusSeconds(60), SCANNED, new TreeMap<>());
            Envelope scan = Envelope.sign(
                    Statement.about(
                            manifest, ScanPredicate.of(facts.scanner(), "s3://hidden-bucket/letters/", "", PLACE, run)),
                    signer);
            Envelope verdict = Envelope.sign(
                    Statement.about(
                            manifest,
                            DecisionPredicate.of(
                                    decision,
                                    manifest,
                                    List.of(scan.toJson().sha256()),
                                    Clock.fixed(SCANNED.plusSeconds(2), ZoneOffset.UTC))),
                    signer);
            attested.add(Attested.of(scan, roles));
            attested.add(Attested.of(verdict, roles));
        }
        ReportInput record = new ReportInput(
                manifest,
                files,
                samples,
                WaivedDecision.without(decision),
                null,
                PLACE,
                attested.stream().map(Attested::signed).toList());
        SetAside nothing = SetAside.of(Policy.builtIn(), facts, decision, List.of(), LocalDate.EPOCH);
        return new ExportInput(record, attested, nothing, Profile.INTERNAL, KEY, null);
    }
}
