package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.Policy;
import dev.assay.ledger.ExampleLedger;
import dev.assay.ledger.LedgerException;
import dev.assay.ledger.LogMark;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.WaivedDecision;
import dev.assay.policy.WaiverScope;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Requirements;
import dev.assay.statement.RevocationPredicate;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.SigningKey;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.Threshold;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.TrustedKey;
import dev.assay.statement.WaiverPredicate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may permit what, and every way round it that we know: each is refused with a reason and an exit code of its own. */
@Tag("slow")
class PermissionTest {
    private static final FileListing FILES = ExampleRecords.files();
    private static final String BUNDLE = "datasets/garden-letters/1/1.intoto.jsonl";
    private static final IntendedUse TRAINING = new IntendedUse("ai-pre-training", "EU");
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    /** A ledger with two people and one published version, copied for each test. */
    @TempDir
    static Path template;

    private static final SigningKey SCANNER = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
    private static final SigningKey ADA = SigningKey.generate(KeyAlgorithm.ED25519);
    private static final SigningKey MAX = SigningKey.generate(KeyAlgorithm.ED25519);

    @TempDir
    Path directory;

    private final SigningKey ada = ADA;
    private final SigningKey max = MAX;
    private ExampleLedger example;

    @BeforeAll
    static void build() {
        try (ExampleLedger built = new ExampleLedger(template.resolve("manifests.git"), SCANNER)) {
            built.trust(roles -> roles.with(new TrustedKey("Ada Wren", Set.of(Role.PRIVACY), ADA.key()))
                    .with(new TrustedKey("Max Rook", Set.of(Role.ML), MAX.key())));
            publish(built, "tom@example.com");
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path from = template.resolve("manifests.git");
        Path to = directory.resolve("manifests.git");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        example = new ExampleLedger(to, SCANNER);
    }

    @AfterEach
    void close() {
        example.close();
    }

    private static void publish(ExampleLedger ledger, String owner) {
        ManifestFacts facts = ExampleRecords.facts();
        DatasetIdentity dataset = new DatasetIdentity(
                ExampleRecords.ID, null, owner, null, null, List.of("ai-pre-training", "ai-evaluation"), null, null);
        ledger.publish(ledger.scan(
                new ManifestFacts(
                        dataset,
                        facts.content(),
                        facts.provenance(),
                        facts.scanner(),
                        facts.coverage(),
                        facts.privacy(),
                        facts.efficacy(),
                        facts.statuses(),
                        facts.limits()),
                FILES));
    }

    private StoredVersion latest() {
        return example.ledger.latest(ExampleRecords.ID).orElseThrow();
    }

    private ApprovalPredicate approval(String name, Role role) {
        return approval(name, role, ExampleLedger.NOON, LAST);
    }

    private ApprovalPredicate approval(String name, Role role, Instant moment, LocalDate last) {
        return new ApprovalPredicate(
                List.of("ai-pre-training"),
                List.of("EU"),
                List.of("delete after the run"),
                new ApprovalPredicate.Reviewer(name, role),
                new ApprovalPredicate.Basis(Policy.builtIn().sha256(), List.of("little-contact-data"), List.of()),
                moment,
                LocalDate.of(2026, 3, 1),
                last,
                "Report and twenty samples.");
    }

    private static WaiverPredicate waiver(String rule, long most, LocalDate last) {
        return new WaiverPredicate(
                new WaiverScope(rule, List.of("body"), List.of("EMAIL_ADDRESS"), most),
                "Public addresses of gardens.",
                "Access is logged.",
                "DPO-12",
                "Tom Reed",
                ExampleLedger.NOON,
                last);
    }

    private GateResult verify() {
        return verify(TRAINING, TrustAnchors.NONE, example.clock);
    }

    private GateResult verify(IntendedUse use, TrustAnchors anchors, Clock clock) {
        return verify(use, anchors, clock, Policy.builtIn());
    }

    private GateResult verify(IntendedUse use, TrustAnchors anchors, Clock clock, Policy policy) {
        Map<String, FileState> now = new TreeMap<>();
        FILES.files()
                .forEach(file ->
                        now.put(file.path(), new FileState.Read(Objects.requireNonNull(file.sha256()), file.bytes())));
        GateRequest request = new GateRequest(ExampleRecords.ID, null, policy, anchors, use, BytesMode.FULL);
        return Gate.verify(request, example.ledger, (expected, mode) -> now, clock);
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private static void refused(GateResult result, String check, ExitCode exit, String detail) {
        assertThat(result.exit()).as(result.checks().toString()).isEqualTo(exit);
        assertThat(result.checks())
                .filteredOn(one -> one.name().equals(check))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(GateCheck.State.FAILED);
                    assertThat(one.detail()).contains(detail);
                });
    }

    private void rewrite(List<Envelope> statements) throws IOException {
        example.overwrite(BUNDLE, new Bundle(statements).fileBytes());
    }

    // --- what is permitted

    @Test
    void anApprovedVersionIsLetThrough() {
        refused(verify(), "approval", ExitCode.APPROVAL, "Nobody approved it");
        Envelope approval = example.state(approval("Ada Wren", Role.PRIVACY), ada);
        GateResult result = verify();

        assertThat(result.exit()).as(result.checks().toString()).isEqualTo(ExitCode.PASS);
        GateBasis basis = Objects.requireNonNull(result.basis());
        assertThat(basis.approvals()).containsExactly(approval.toJson().sha256());
        assertThat(basis.files()).isEqualTo(2);
        assertThat(result.checks()).anyMatch(check -> check.detail().contains("delete after the run"));
    }

    @Test
    void aWaiverSetsItsScopeAsideUntilItExpires() {
        example.state(waiver("little-contact-data", 2, LAST), ada);

        assertThat(verify().exit()).isEqualTo(ExitCode.PASS);
        refused(
                verify(TRAINING, TrustAnchors.NONE, on("2026-07-01")),
                "decision",
                ExitCode.APPROVAL,
                "expired on 2026-06-30");
    }

    @Test
    void aWaiverCoversNoMoreThanItSays() throws IOException {
        example.state(waiver("little-contact-data", 1, LAST), ada);
        refused(verify(), "decision", ExitCode.APPROVAL, "covers at most 1 findings and there are 2");

        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, "id: strict\nrules:\n- {id: none, findings: {max-count: 0}}\n");
        Policy strict = Policy.read(file);
        refused(
                verify(TRAINING, TrustAnchors.NONE, example.clock, strict),
                "decision",
                ExitCode.POLICY,
                "names no rule of the policy in force");
    }

    @Test
    void noWaiverSetsALawAside() {
        ManifestFacts facts =
                ExampleRecords.facts(FILES, ExampleRecords.coverageWithGap(), List.of(), ExampleRecords.canaries());
        WaivedDecision waived = WaivedDecision.of(
                Policy.builtIn(),
                facts,
                PolicyEvaluation.evaluate(Policy.builtIn(), facts, Surroundings.NONE, LocalDate.EPOCH),
                List.of(new WaiverScope(PolicyEvaluation.UNREAD_LAW, List.of(), List.of(), null)),
                LocalDate.EPOCH);

        assertThat(waived.awaiting()).contains(PolicyEvaluation.UNREAD_LAW);
    }

    // --- who may not permit

    @Test
    void anApprovalEndsByItself() {
        example.state(approval("Ada Wren", Role.PRIVACY), ada);

        refused(
                verify(TRAINING, TrustAnchors.NONE, on("2026-07-01")),
                "approval",
                ExitCode.APPROVAL,
                "expired on 2026-06-30");
    }

    @Test
    void aRevokedApprovalNeverCountsAgain() {
        Envelope approval = example.state(approval("Ada Wren", Role.PRIVACY), ada);
        example.state(
                new RevocationPredicate(approval.toJson().sha256(), "A complaint came in.", ExampleLedger.NOON), max);

        refused(verify(), "approval", ExitCode.APPROVAL, "was revoked by Max Rook: A complaint came in.");
    }

    @Test
    void revokingEverythingStopsEvenWhatThePolicyPasses() {
        example.publish(example.scan(FILES, 0));
        assertThat(verify(IntendedUse.UNSAID, TrustAnchors.NONE, example.clock).exit())
                .isEqualTo(ExitCode.PASS);
        example.state(new RevocationPredicate(null, "Stop.", ExampleLedger.NOON), ada);

        refused(
                verify(IntendedUse.UNSAID, TrustAnchors.NONE, example.clock),
                "approval",
                ExitCode.APPROVAL,
                "Nobody approved it");
    }

    @Test
    void purposeAndRegionAreThoseOfTheApproval() {
        example.state(approval("Ada Wren", Role.PRIVACY), ada);

        refused(
                verify(new IntendedUse("ai-evaluation", "EU"), TrustAnchors.NONE, example.clock),
                "approval",
                ExitCode.APPROVAL,
                "not for ai-evaluation");
        refused(
                verify(new IntendedUse("ai-pre-training", "US"), TrustAnchors.NONE, example.clock),
                "approval",
                ExitCode.APPROVAL,
                "not for US");
        refused(
                verify(IntendedUse.UNSAID, TrustAnchors.NONE, example.clock),
                "approval",
                ExitCode.APPROVAL,
                "say with --purpose");
        refused(
                verify(new IntendedUse("advertising", "EU"), TrustAnchors.NONE, example.clock),
                "purpose",
                ExitCode.POLICY,
                "not advertising");
    }

    @Test
    void nobodyApprovesTheirOwnDataset() {
        publish(example, "  ada  WREN ");
        example.state(approval("Ada Wren", Role.PRIVACY), ada);

        refused(verify(), "approval", ExitCode.APPROVAL, "Ada Wren, who owns the dataset");
    }

    @Test
    void anOwnerUnderAnotherNameIsStillTheOwner() {
        SigningKey eve = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        example.trust(new TrustedKey(
                "Eve Lark", Set.of(Role.PRIVACY), eve.key(), List.of("garden-team@example.com"), null, null));
        publish(example, "garden-team@example.com");
        example.state(approval("Eve Lark", Role.PRIVACY), eve);

        refused(verify(), "approval", ExitCode.APPROVAL, "who owns the dataset");
    }

    @Test
    void nobodyApprovesWithTheScannersKey() {
        example.trust(roles -> roles.with(
                new TrustedKey("first", Set.of(Role.SCANNER, Role.GATE, Role.OWNER, Role.PRIVACY), example.key.key())));
        example.state(approval("first", Role.PRIVACY), example.key);

        refused(verify(), "approval", ExitCode.APPROVAL, "who holds a key of the scanner");
    }

    @Test
    void twoSignaturesOfOnePersonCountOnce() {
        SigningKey second = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        example.trust(new TrustedKey("Ada  Wren", Set.of(Role.PRIVACY), second.key()));
        require(Map.of(Role.PRIVACY, 2));
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        example.state(approval("Ada  Wren", Role.PRIVACY), second);

        refused(verify(), "approval", ExitCode.APPROVAL, "two signatures of one person count once");
    }

    @Test
    void everyRoleAskedForMustSign() {
        require(Map.of(Role.PRIVACY, 1, Role.ML, 1));
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        refused(verify(), "approval", ExitCode.APPROVAL, "Needs 1 privacy, 1 ml");
        example.state(approval("Max Rook", Role.ML), max);

        assertThat(verify().exit()).isEqualTo(ExitCode.PASS);
    }

    private void require(Map<Role, Integer> persons) {
        Requirements usual = Requirements.DEFAULTS;
        example.trust(roles -> new Roles(
                roles.keys(),
                new Requirements(
                        new Threshold(new EnumMap<>(persons)),
                        usual.waiver(),
                        usual.erasure(),
                        usual.trust(),
                        usual.when())));
    }

    @Test
    void anApprovalOfOtherObjectionsDoesNotCount() throws IOException {
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        Path file = directory.resolve("policy.yaml");
        Files.writeString(
                file, "id: new\nrules:\n- {id: fresh-rule, findings: {max-count: 0}, otherwise: needs-approval}\n");

        refused(
                verify(TRAINING, TrustAnchors.NONE, example.clock, Policy.read(file)),
                "approval",
                ExitCode.APPROVAL,
                "was given before `fresh-rule` objected");
    }

    @Test
    void aKeyPastItsDateSignsNothing() {
        SigningKey old = SigningKey.generate(KeyAlgorithm.ED25519);
        example.trust(new TrustedKey(
                "Ida Moss", Set.of(Role.PRIVACY), old.key(), List.of(), null, LocalDate.of(2026, 2, 28)));

        assertThatThrownBy(() -> example.state(approval("Ida Moss", Role.PRIVACY), old))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("not signed by a key with the role privacy or ml");
    }

    // --- forged and replayed statements

    @Test
    void anUnknownKeyUnderAKnownKeyIdProvesNothing() throws IOException {
        SigningKey stranger = SigningKey.generate(KeyAlgorithm.ED25519);
        Envelope forged =
                Envelope.sign(Statement.about(latest().manifest(), approval("Ada Wren", Role.PRIVACY)), stranger);
        String collision = forged.toJson()
                .canonical()
                .replace(stranger.key().fingerprint(), ada.key().fingerprint());
        List<Envelope> all = new ArrayList<>(latest().bundle().envelopes());
        all.add(Envelope.parse(collision.getBytes(StandardCharsets.UTF_8)));
        rewrite(all);

        refused(verify(), "statements", ExitCode.INTEGRITY, "no key with the role privacy or ml signed it");
    }

    @Test
    void theAlgorithmFollowsFromTheKeyNotFromTheEnvelope() throws IOException {
        Envelope honest = Envelope.sign(Statement.about(latest().manifest(), approval("Ada Wren", Role.PRIVACY)), ada);
        Envelope other = Envelope.sign(honest.statement(), SigningKey.generate(KeyAlgorithm.ECDSA_P256));
        String confused = honest.toJson()
                .canonical()
                .replace(
                        honest.signatures().get(0).sig(),
                        other.signatures().get(0).sig())
                .replace("\"keyid\"", "\"alg\":\"none\",\"keyid\"");
        List<Envelope> all = new ArrayList<>(latest().bundle().envelopes());
        all.add(Envelope.parse(confused.getBytes(StandardCharsets.UTF_8)));
        rewrite(all);

        refused(verify(), "statements", ExitCode.INTEGRITY, "no key with the role privacy or ml signed it");
    }

    @Test
    void aRemovedRevocationIsMissed() throws IOException {
        Envelope approval = example.state(approval("Ada Wren", Role.PRIVACY), ada);
        List<Envelope> before = latest().bundle().envelopes();
        example.state(new RevocationPredicate(approval.toJson().sha256(), "Stop.", ExampleLedger.NOON), ada);
        rewrite(before);

        refused(verify(), "log", ExitCode.INTEGRITY, "is in the log and no longer in the repository: it was removed");
    }

    @Test
    void aStatementSignedAnewIsNotTheOneThatWasLogged() throws IOException {
        List<Envelope> all = new ArrayList<>(latest().bundle().envelopes());
        all.set(0, Envelope.sign(all.get(0).statement(), example.key));
        rewrite(all);

        refused(verify(), "log", ExitCode.INTEGRITY, "is not in the log");
    }

    @Test
    void aRepeatedStatementIsNoticed() throws IOException {
        List<Envelope> all = new ArrayList<>(latest().bundle().envelopes());
        all.add(all.get(0));
        rewrite(all);

        refused(verify(), "log", ExitCode.INTEGRITY, "or there twice");
    }

    @Test
    void statementsInAnotherOrderSayTheSame() throws IOException {
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        List<Envelope> all = new ArrayList<>(latest().bundle().envelopes());
        Collections.reverse(all);
        rewrite(all);

        assertThat(verify().exit()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void duplicateKeysAndUnsafeNumbersAreRefused() {
        String line = new String(latest().statementBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        String twice = line.replaceFirst("\\{", "{\"payloadType\":\"application/vnd.in-toto+json\",");

        assertThatThrownBy(() -> Envelope.parse(twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("named twice");
        assertThatThrownBy(() ->
                        LogMark.parse("{\"root\":\"\",\"size\":9007199254740993}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("2^53");
    }

    // --- the log

    @Test
    void aTamperedLogIsNoticed() throws IOException {
        String entries = new String(example.read("log/entries/00000000.jsonl"), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(entries.lines().toList());
        Collections.swap(lines, 0, 1);
        example.overwrite(
                "log/entries/00000000.jsonl", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));

        refused(verify(), "log", ExitCode.INTEGRITY, "not those its checkpoint was signed over");
    }

    @Test
    void aRolledBackRepositoryIsNoticed() throws IOException {
        String before = example.ledger.head().orElseThrow();
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        example.state(new RevocationPredicate(null, "Stop.", ExampleLedger.NOON), ada);
        LogMark seen = example.ledger.log().mark();
        String pinned = example.ledger.head().orElseThrow();
        example.moveBranch(before);

        refused(
                verify(TRAINING, new TrustAnchors(Set.of(), null, seen), example.clock),
                "log",
                ExitCode.INTEGRITY,
                "the repository was rolled back");
        refused(
                verify(TRAINING, new TrustAnchors(Set.of(), pinned, null), example.clock),
                "trust",
                ExitCode.CONFIGURATION,
                "does not descend from the pinned commit");
    }

    @Test
    void aForkedLogIsNoticed() throws IOException {
        String before = example.ledger.head().orElseThrow();
        example.state(approval("Ada Wren", Role.PRIVACY), ada);
        LogMark seen = example.ledger.log().mark();
        example.moveBranch(before);
        example.state(waiver("little-contact-data", 2, LAST), ada);

        refused(
                verify(TRAINING, new TrustAnchors(Set.of(), null, seen), example.clock),
                "log",
                ExitCode.INTEGRITY,
                "it was forked or rewritten");
    }

    // --- the trust file

    @Test
    void nobodyAddsAKeyWithoutTheOwner() {
        SigningKey mallory = SigningKey.generate(KeyAlgorithm.ED25519);
        TrustHistory trust = example.ledger.trust();
        Roles next = trust.roles().with(new TrustedKey("Mallory", Set.of(Role.PRIVACY), mallory.key()));

        assertThatThrownBy(() -> trust.change(next, "Please.", List.of(mallory), example.clock))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("not signed as the version before it asks");
        assertThatThrownBy(() -> trust.change(next, "Please.", List.of(ada), example.clock))
                .hasMessageContaining("not signed as the version before it asks");
    }

    @Test
    void aTrustFileChangedByHandIsNotBelieved() throws IOException {
        String yaml = new String(example.read(Roles.PATH), StandardCharsets.UTF_8);
        example.overwrite(Roles.PATH, yaml.replace("[ml]", "[ml, privacy]").getBytes(StandardCharsets.UTF_8));

        refused(verify(), "trust", ExitCode.CONFIGURATION, "is not the version that was signed last");
    }

    @Test
    void aTrustFileRolledBackIsMissedByTheLog() throws IOException {
        List<Envelope> changes = example.ledger.trust().changes();
        TrustHistory older = new TrustHistory(changes.subList(0, changes.size() - 1));
        example.overwrite(Roles.PATH, older.rolesBytes());
        example.overwrite(TrustHistory.PATH, new Bundle(older.changes()).fileBytes());

        refused(verify(), "log", ExitCode.INTEGRITY, "is in the log and no longer in the repository");
    }

    @Test
    void aPinnedCommitVouchesForWhatItsTrustFileLeadsTo() {
        String pinned = example.ledger.head().orElseThrow();
        example.person("Ida Moss", Role.PRIVACY);
        example.state(approval("Ada Wren", Role.PRIVACY), ada);

        assertThat(verify(TRAINING, new TrustAnchors(Set.of(), pinned, null), example.clock)
                        .exit())
                .isEqualTo(ExitCode.PASS);
    }

    @Test
    void onlyTheFilesARunNamesAreReadAndOthersAreNotTrusted() {
        example.publish(example.scan(FILES, 0));
        FileState.Read ash = new FileState.Read(ExampleRecords.digest("ash"), 3);
        GateRequest request = new GateRequest(
                ExampleRecords.ID,
                null,
                Policy.builtIn(),
                TrustAnchors.NONE,
                IntendedUse.UNSAID,
                BytesMode.subset(List.of("letters/a.jsonl")));
        GateResult result =
                Gate.verify(request, example.ledger, (expected, mode) -> Map.of("letters/a.jsonl", ash), example.clock);
        assertThat(result.exit()).isEqualTo(ExitCode.PASS);
        assertThat(Objects.requireNonNull(result.basis()).files()).isEqualTo(1);

        GateRequest unknown = new GateRequest(
                ExampleRecords.ID,
                null,
                Policy.builtIn(),
                TrustAnchors.NONE,
                IntendedUse.UNSAID,
                BytesMode.subset(List.of("letters/../../etc/passwd")));
        refused(
                Gate.verify(unknown, example.ledger, (expected, mode) -> Map.of(), example.clock),
                "bytes",
                ExitCode.INTEGRITY,
                "letters/../../etc/passwd is not in the manifest");
    }
}
