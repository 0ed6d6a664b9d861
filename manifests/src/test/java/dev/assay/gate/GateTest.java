package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.Policy;
import dev.assay.gate.GateCheck.State;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.ExampleLedger;
import dev.assay.ledger.ScanRecord;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.Decision;
import dev.assay.policy.Outcome;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.RuleResult;
import dev.assay.statement.Bundle;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Roles;
import dev.assay.statement.SigningKey;
import dev.assay.statement.Statement;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class GateTest {
    private static final FileListing FILES = ExampleRecords.files();
    private static final FileListing FEWER = new FileListing(List.of(ExampleRecords.file("letters/a.jsonl", "ash")));
    private static final String FIRST = "datasets/garden-letters/1/";
    private static final String SECOND = "datasets/garden-letters/2/";

    @TempDir
    Path directory;

    private ExampleLedger example;

    @BeforeEach
    void open() {
        example = new ExampleLedger(directory.resolve("manifests.git"));
    }

    @AfterEach
    void close() {
        example.close();
    }

    private static Map<String, FileState> lying(FileListing files) {
        Map<String, FileState> now = new TreeMap<>();
        for (FileEntry file : files.files()) {
            now.put(file.path(), new FileState.Read(Objects.requireNonNull(file.sha256()), file.bytes()));
        }
        return now;
    }

    private GateResult verify(Map<String, FileState> now) {
        return verify(now, Policy.builtIn(), Set.of(), example.clock);
    }

    private GateResult verify(Map<String, FileState> now, Policy policy, Set<VerifyingKey> pinned, Clock clock) {
        GateRequest request = new GateRequest(
                ExampleRecords.ID,
                null,
                policy,
                new TrustAnchors(pinned, null, null),
                IntendedUse.UNSAID,
                BytesMode.FULL);
        return Gate.verify(request, example.ledger, (expected, mode) -> now, clock);
    }

    private StoredVersion latest() {
        return example.ledger.latest(ExampleRecords.ID).orElseThrow();
    }

    private static GateCheck check(GateResult result, String name) {
        return result.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(GateResult result, String check, ExitCode exit, String detail) {
        assertThat(result.allowed()).isFalse();
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(check(result, check).state()).isEqualTo(State.FAILED);
        assertThat(check(result, check).detail()).contains(detail);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private Policy policy(String text) throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, text);
        return Policy.read(file);
    }

    /** Has somebody else sign what is stated about the first version. */
    private void signAnew(SigningKey stranger) throws IOException {
        List<Envelope> forged = latest().bundle().envelopes().stream()
                .map(envelope -> Envelope.sign(envelope.statement(), stranger))
                .toList();
        example.overwrite(FIRST + "1.intoto.jsonl", new Bundle(forged).fileBytes());
    }

    @Test
    void letsTheScannedBytesThrough() {
        example.publish(example.scan(FEWER, 0));
        example.publish(example.scan(FILES, 0));
        GateResult result = verify(lying(FILES));

        assertThat(result.checks()).allMatch(GateCheck::holds);
        assertThat(result.checks()).extracting(GateCheck::name).containsExactlyInAnyOrderElementsOf(Gate.ORDER);
        assertThat(result.exit()).isEqualTo(ExitCode.PASS);
        assertThat(result.toJson().integer("exitCode")).isZero();
        assertThat(result.dataset()).isEqualTo("garden-letters@2");
    }

    @Test
    void namesEveryFileThatDiffers() {
        example.publish(example.scan(FILES, 0));
        Map<String, FileState> now = lying(FILES);
        now.put("letters/a.jsonl", new FileState.Read(ExampleRecords.digest("asH"), 3));
        now.remove("letters/b.jsonl");
        now.put("letters/c.jsonl", new FileState.Read(ExampleRecords.digest("x"), 1));

        refused(
                verify(now),
                "bytes",
                ExitCode.INTEGRITY,
                "letters/a.jsonl has changed; letters/b.jsonl is missing;" + " letters/c.jsonl is not in the manifest");
    }

    @Test
    void detectorsBelowTheFloorOfThePolicyInForceAreRefused() throws IOException {
        example.publish(example.scan(FILES, 0));
        Path file = directory.resolve("floor.yaml");
        Files.writeString(
                file, "rules:\n- {id: sharp-enough, efficacy-floor: {entities: [EMAIL_ADDRESS], min-recall: 0.9}}\n");

        refused(
                verify(lying(FILES), Policy.read(file), Set.of(), example.clock),
                "decision",
                ExitCode.POLICY,
                "judged now, because no decision was signed under the policy in force. sharp-enough (fail):");
    }

    @Test
    void dataPastItsLastDayIsRefusedWithTheReason() {
        ManifestFacts facts = ExampleRecords.withCard(
                ExampleRecords.facts(),
                JsonObject.builder()
                        .put("id", ExampleRecords.ID)
                        .put(
                                "sources",
                                Json.of(List.of(JsonObject.builder()
                                        .put("id", "letters")
                                        .put(
                                                "retention",
                                                JsonObject.builder()
                                                        .put("until", "2026-06-30")
                                                        .build())
                                        .build())))
                        .build());
        example.publish(example.scan(facts, FILES));
        Clock lastDay = Clock.fixed(Instant.parse("2026-06-30T23:59:59Z"), ZoneOffset.UTC);
        Clock dayAfter = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(check(verify(lying(FILES), Policy.builtIn(), Set.of(), lastDay), "retention")
                        .detail())
                .isEqualTo("May be kept until 2026-06-30, says letters.");
        refused(
                verify(lying(FILES), Policy.builtIn(), Set.of(), dayAfter),
                "retention",
                ExitCode.POLICY,
                "no longer be kept: it was to be kept until 2026-06-30, says letters");
    }

    @Test
    void aFileThatCannotBeReadIsIncomplete() {
        example.publish(example.scan(FILES, 0));
        Map<String, FileState> now = lying(FILES);
        now.put("letters/a.jsonl", new FileState.Unreadable("permission denied"));

        refused(verify(now), "bytes", ExitCode.INCOMPLETE, "letters/a.jsonl cannot be read: permission denied");
    }

    @Test
    void anUnknownDatasetIsAUsageError() {
        refused(verify(Map.of()), "manifest", ExitCode.CONFIGURATION, "Scan it first");
    }

    @Test
    void noticesAFlippedByteAnywhereInTheManifest() throws IOException {
        example.publish(example.scan(FILES, 0));
        byte[] manifest = latest().manifestBytes();
        for (int at = 0; at < manifest.length; at += 311) {
            example.overwrite(FIRST + "manifest.json", flipped(manifest, at));
            GateResult result = verify(lying(FILES));

            assertThat(result.exit()).as("byte %d", at).isEqualTo(ExitCode.INTEGRITY);
        }
    }

    @Test
    void noticesAnotherValidManifest() throws IOException {
        example.publish(example.scan(FILES, 2));
        String whitewashed = new String(latest().manifestBytes(), StandardCharsets.UTF_8)
                .replace("\"limits\":[\"Finding nothing", "\"limits\":[\"Finding something");
        example.overwrite(FIRST + "manifest.json", whitewashed.getBytes(StandardCharsets.UTF_8));

        refused(verify(lying(FILES)), "statements", ExitCode.INTEGRITY, "it is about another manifest");
        assertThat(check(verify(lying(FILES)), "bytes").state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void noticesAChangedListing() throws IOException {
        example.publish(example.scan(FILES, 0));
        example.overwrite(FIRST + "files.jsonl", FEWER.fileBytes());
        refused(verify(lying(FEWER)), "attachments", ExitCode.INTEGRITY, "files.jsonl is not the one");

        example.overwrite(FIRST + "files.jsonl", flipped(FILES.fileBytes(), 30));
        refused(verify(lying(FILES)), "attachments", ExitCode.INTEGRITY, "files.jsonl");
    }

    @Test
    void noticesChangedSamples() throws IOException {
        example.publish(example.scan(FILES, 0));
        example.overwrite(FIRST + "findings.jsonl", new byte[0]);

        refused(verify(lying(FILES)), "attachments", ExitCode.INTEGRITY, "findings.jsonl is not the one");
    }

    @Test
    void noticesAFlippedByteInAStatement() throws IOException {
        example.publish(example.scan(FILES, 0));
        byte[] statements = latest().statementBytes();
        for (int at = 20; at < statements.length; at += 409) {
            example.overwrite(FIRST + "1.intoto.jsonl", flipped(statements, at));
            GateResult result = verify(lying(FILES));

            // A signature proves nothing about the key's hint; the log does.
            assertThat(result.exit()).as("byte %d", at).isEqualTo(ExitCode.INTEGRITY);
        }
    }

    @Test
    void noticesARemovedDecision() throws IOException {
        example.publish(example.scan(FILES, 0));
        List<Envelope> all = latest().bundle().envelopes();
        example.overwrite(FIRST + "1.intoto.jsonl", new Bundle(List.of(all.get(0))).fileBytes());
        refused(verify(lying(FILES)), "statements", ExitCode.INTEGRITY, "there is no believable decision");

        example.overwrite(FIRST + "1.intoto.jsonl", new Bundle(List.of(all.get(1))).fileBytes());
        refused(verify(lying(FILES)), "statements", ExitCode.INTEGRITY, "there is no believable scan statement");
    }

    @Test
    void theOrderOfStatementsMeansNothing() throws IOException {
        example.publish(example.scan(FILES, 0));
        List<Envelope> all = latest().bundle().envelopes();
        example.overwrite(FIRST + "1.intoto.jsonl", new Bundle(List.of(all.get(1), all.get(0))).fileBytes());

        assertThat(verify(lying(FILES)).exit()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void noticesADecisionReplayedFromAnotherVersion() throws IOException {
        example.publish(example.scan(FILES, 0));
        Envelope pass = latest().bundle().envelopes().get(1);
        example.publish(example.scan(FEWER, 2));
        refused(verify(lying(FEWER)), "decision", ExitCode.APPROVAL, "needs-approval");

        Envelope scan = latest().bundle().envelopes().get(0);
        example.overwrite(SECOND + "2.intoto.jsonl", new Bundle(List.of(scan, pass)).fileBytes());
        refused(verify(lying(FEWER)), "statements", ExitCode.INTEGRITY, "statement 2: it is about another manifest");
    }

    @Test
    void noticesStatementsOfAStranger() throws IOException {
        example.publish(example.scan(FILES, 0));
        SigningKey stranger = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        signAnew(stranger);

        refused(verify(lying(FILES)), "statements", ExitCode.INTEGRITY, "no key with the role scanner signed it");
    }

    @Test
    void aTrustFileOfAStrangerDoesNotFoolAMachineThatPinsItsKeys() throws IOException {
        example.publish(example.scan(FILES, 0));
        SigningKey stranger = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        signAnew(stranger);
        TrustHistory theirs = TrustHistory.begin(Roles.ofFirstKey("stranger", stranger.key()), stranger, example.clock);
        example.overwrite(Roles.PATH, theirs.rolesBytes());
        example.overwrite(TrustHistory.PATH, new Bundle(theirs.changes()).fileBytes());

        GateResult pinned = verify(lying(FILES), Policy.builtIn(), Set.of(example.key.key()), example.clock);
        refused(pinned, "trust", ExitCode.CONFIGURATION, "trust.public-keys");
    }

    @Test
    void aDecisionThatContradictsTheFactsIsForged() throws IOException {
        example.publish(example.scan(FILES, 2));
        StoredVersion stored = latest();
        Decision honest =
                PolicyEvaluation.evaluate(Policy.builtIn(), stored.manifest(), Surroundings.NONE, LocalDate.EPOCH);
        List<RuleResult> rosy = honest.results().stream()
                .map(r -> new RuleResult(r.rule(), r.severity(), Outcome.PASS, r.expected(), r.actual(), r.reason()))
                .toList();
        Decision lie = new Decision(honest.policyId(), honest.policyVersion(), honest.policySha256(), rosy);
        DecisionPredicate predicate = DecisionPredicate.of(lie, stored.manifest(), List.of(), example.clock);
        Envelope envelope = Envelope.sign(Statement.about(stored.manifest(), predicate), example.key);
        Envelope scan = stored.bundle().envelopes().get(0);
        example.overwrite(FIRST + "1.intoto.jsonl", new Bundle(List.of(scan, envelope)).fileBytes());

        refused(verify(lying(FILES)), "decision", ExitCode.INTEGRITY, "says something else than the facts");
    }

    @Test
    void aBrokenChainIsNoticed() throws IOException {
        example.publish(example.scan(FILES, 0));
        byte[] first = latest().manifestBytes();
        example.publish(example.scan(FEWER, 0));
        String other = new String(first, StandardCharsets.UTF_8).replace("Finding nothing", "Finding something");
        example.overwrite(FIRST + "manifest.json", other.getBytes(StandardCharsets.UTF_8));

        refused(verify(lying(FEWER)), "chain", ExitCode.INTEGRITY, "version 1 is not the one");
    }

    @Test
    void aDecisionStaysHonestWhenItsSuppressionExpiresButNoLongerOpensTheGate() throws IOException {
        Policy policy = policy("""
                rules: [{id: none, findings: {max-count: 0}}]
                suppressions:
                  - {id: body, columns: [body], owner: Ada Wren, reason: ours, expires: 2026-03-02}
                """);
        ScanRecord scan = example.scan(FILES, 2);
        example.publish(new ScanRecord(
                scan.facts(),
                FILES,
                scan.samples(),
                scan.card(),
                policy,
                "id: policy\n",
                scan.scan(),
                example.key,
                example.key,
                example.clock));

        GateResult inForce = verify(lying(FILES), policy, Set.of(), example.clock);
        assertThat(check(inForce, "decision").state()).isEqualTo(State.PASSED);
        assertThat(check(inForce, "decision").detail())
                .contains("as signed", "2 findings set aside until 2026-03-02, for Ada Wren: ours");
        Clock later = Clock.offset(example.clock, Duration.ofDays(2));
        refused(
                verify(lying(FILES), policy, Set.of(), later),
                "decision",
                ExitCode.POLICY,
                "judged now, because suppressions or locks expired since it was signed, or the storage or the inputs changed");
    }

    @Test
    void theOutcomeFollowsThePolicyInForceNotTheOneAtTheScan() throws IOException {
        example.publish(example.scan(FILES, 2));
        refused(verify(lying(FILES)), "decision", ExitCode.APPROVAL, "little-contact-data");

        Policy lenient = policy("id: lenient\nrules:\n- {id: all, findings: {max-count: 9}}\n");
        assertThat(verify(lying(FILES), lenient, Set.of(), example.clock).exit())
                .isEqualTo(ExitCode.PASS);
        Policy strict = policy("id: strict\nrules:\n- {id: none, findings: {max-count: 0}}\n");
        refused(
                verify(lying(FILES), strict, Set.of(), example.clock),
                "decision",
                ExitCode.POLICY,
                "no decision was signed under the policy in force");
    }

    @Test
    void aMissedCanaryIsAPolicyFailure() {
        ManifestFacts missed =
                ExampleRecords.facts(FILES, ExampleRecords.coverage(), List.of(), new Canaries(1, 0, List.of("email")));
        example.publish(example.scan(missed, FILES));

        refused(verify(lying(FILES)), "canaries", ExitCode.POLICY, "0 of 1 canaries found");
    }

    @Test
    void unreadPartsWaitForReview() {
        ManifestFacts gap =
                ExampleRecords.facts(FILES, ExampleRecords.coverageWithGap(), List.of(), ExampleRecords.canaries());
        example.publish(example.scan(gap, FILES));

        refused(verify(lying(FILES)), "decision", ExitCode.APPROVAL, "5 rows were not read");
    }

    @Test
    void anOldScanIsStaleUntilTheDataIsScannedAgain() throws IOException {
        example.publish(example.scan(FILES, 0));
        Policy weekly = policy("id: weekly\nmax-age: 7d\nrules:\n- {id: awake, canaries: all-found}\n");
        Clock later = Clock.fixed(ExampleLedger.NOON.plus(Duration.ofDays(8)), ZoneOffset.UTC);
        Clock earlier = Clock.fixed(ExampleLedger.NOON.minus(Duration.ofDays(1)), ZoneOffset.UTC);

        assertThat(verify(lying(FILES), weekly, Set.of(), example.clock).exit()).isEqualTo(ExitCode.PASS);
        refused(verify(lying(FILES), weekly, Set.of(), later), "freshness", ExitCode.STALE, "Scan again");
        refused(verify(lying(FILES), weekly, Set.of(), earlier), "freshness", ExitCode.STALE, "yet to come");
    }

    @Test
    void withoutATrustFileNothingIsBelieved() throws IOException {
        example.publish(example.scan(FILES, 0));
        example.overwrite(Roles.PATH, "keys: []\n".getBytes(StandardCharsets.UTF_8));

        refused(verify(lying(FILES)), "trust", ExitCode.CONFIGURATION, "is not the version that was signed last");
    }

    @Test
    void anIntegrityFailureOutweighsAPolicyFailure() {
        example.publish(example.scan(FILES, 2));
        Map<String, FileState> now = lying(FILES);
        now.remove("letters/a.jsonl");

        assertThat(verify(now).exit()).isEqualTo(ExitCode.INTEGRITY);
    }
}
