package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.Policy;
import dev.assay.manifest.AllowList;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestException;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.SuppressionResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    @TempDir
    Path directory;

    private Policy policy(String scope, int most) throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, """
                rules:
                  - {id: few, findings: {entities: [EMAIL_ADDRESS], max-count: %d}}
                suppressions:
                  - id: ours
                    %s
                    owner: Ada Wren
                    reason: Role addresses
                    expires: 2027-01-31
                """.formatted(most, scope));
        return Policy.read(file);
    }

    /** Two addresses of somebody and five on the list. */
    private static ManifestFacts facts(String listSha256) {
        ManifestFacts plain = ExampleRecords.facts(
                ExampleRecords.files(),
                ExampleRecords.coverage(),
                List.of(ExampleRecords.emails(2)),
                ExampleRecords.canaries());
        return ExampleRecords.withAllowLists(plain, List.of(new AllowList("ours", listSha256)));
    }

    private static ManifestFacts withListed(String listSha256) {
        ManifestFacts facts = ExampleRecords.facts(
                ExampleRecords.files(), ExampleRecords.coverage(), List.of(), ExampleRecords.canaries());
        ManifestFacts named = ExampleRecords.withAllowLists(facts, List.of(new AllowList("ours", listSha256)));
        return ExampleRecords.withEntities(
                named, List.of(ExampleRecords.emails(2), ExampleRecords.suppressedEmails(5, "ours")));
    }

    private static RuleResult few(Decision decision) {
        return decision.results().get(0);
    }

    @Test
    void whatTheScanCountedApartIsSetAsideUntilItsLastDay() throws IOException {
        Policy policy = policy("patterns: [x]", 2);
        ManifestFacts facts = withListed(policy.suppressions().get(0).matchSha256());

        Decision then = PolicyEvaluation.evaluate(policy, facts, Surroundings.NONE, LAST_DAY);
        assertThat(few(then).outcome()).isEqualTo(Outcome.PASS);
        assertThat(few(then).actual()).isEqualTo("2 findings and 5 suppressed");
        assertThat(then.suppressions())
                .containsExactly(
                        new SuppressionResult("ours", "Ada Wren", "Role addresses", LAST_DAY, State.IN_FORCE, 5));

        Decision after = PolicyEvaluation.evaluate(policy, facts, Surroundings.NONE, LAST_DAY.plusDays(1));
        assertThat(few(after).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(few(after).actual()).isEqualTo("7 findings");
        assertThat(after.suppressions()).extracting(SuppressionResult::state).containsExactly(State.EXPIRED);
        assertThat(after.suppressions().get(0).sentence())
                .isEqualTo("expired on 2027-01-31, so 5 findings count; Ada Wren may renew or drop it");
    }

    @Test
    void aListThatTheScanDidNotKnowSetsNothingAside() throws IOException {
        Policy policy = policy("patterns: [x]", 2);

        Decision decision = PolicyEvaluation.evaluate(policy, withListed("0".repeat(64)), Surroundings.NONE, LAST_DAY);

        assertThat(few(decision).actual()).isEqualTo("7 findings");
        assertThat(decision.suppressions()).extracting(SuppressionResult::state).containsExactly(State.NOT_SCANNED);
    }

    @Test
    void columnsNeedNoScan() throws IOException {
        Decision decision = PolicyEvaluation.evaluate(
                policy("columns: ['b*']", 0), facts("0".repeat(64)), Surroundings.NONE, LAST_DAY);

        assertThat(few(decision).outcome()).isEqualTo(Outcome.PASS);
        assertThat(few(decision).reason()).isEqualTo("Nothing of the kind was found but what the policy suppresses.");
        assertThat(few(PolicyEvaluation.evaluate(
                                policy("columns: [subject]", 0), facts("0".repeat(64)), Surroundings.NONE, LAST_DAY))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aWaiverCoversOnlyWhatIsNotSuppressed() throws IOException {
        Policy policy = policy("patterns: [x]", 0);
        ManifestFacts facts = withListed(policy.suppressions().get(0).matchSha256());
        Decision decision = PolicyEvaluation.evaluate(policy, facts, Surroundings.NONE, LAST_DAY);
        WaiverScope two = new WaiverScope("few", List.of(), List.of(), 2L);

        assertThat(WaivedDecision.of(policy, facts, decision, List.of(two), LAST_DAY)
                        .waived())
                .containsExactly("few");
        assertThat(WaivedDecision.of(policy, facts, decision, List.of(two), LAST_DAY.plusDays(1))
                        .waived())
                .isEmpty();
    }

    @Test
    void statementsAndManifestsReadBack() throws IOException {
        Policy policy = policy("patterns: [x]", 2);
        Manifest manifest =
                Manifest.first(withListed(policy.suppressions().get(0).matchSha256()));
        Decision decision = PolicyEvaluation.evaluate(policy, manifest, Surroundings.NONE, LAST_DAY);

        assertThat(Decision.fromJson(
                        decision.policyJson(), "pass", decision.resultsJson(), decision.suppressionsJson()))
                .isEqualTo(decision);
        assertThat(Manifest.parse(manifest.fileBytes())).isEqualTo(manifest);
        assertThat(new String(manifest.fileBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"suppression\":\"ours\"")
                .doesNotContain("2027");
        assertThatThrownBy(() -> ExampleRecords.withAllowLists(manifest.facts(), List.of()))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("does not name `ours`");
    }
}
