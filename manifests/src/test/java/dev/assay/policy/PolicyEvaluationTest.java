package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.Policy;
import dev.assay.config.Severity;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEvaluationTest {
    @TempDir
    Path directory;

    private Policy policy(String rules) throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, "id: strict\nversion: 7\nrules:\n" + rules.indent(2));
        return Policy.read(file);
    }

    private Decision judge(String condition, ManifestFacts facts) throws IOException {
        String rule = "- id: rule\n  otherwise: needs-approval\n" + condition.indent(2);
        return PolicyEvaluation.evaluate(policy(rule), Manifest.first(facts));
    }

    private static RuleResult result(Decision decision, String rule) {
        return decision.results().stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static ManifestFacts found(long emails, long tokens) {
        return ExampleRecords.facts(
                ExampleRecords.files(),
                ExampleRecords.coverage(),
                List.of(ExampleRecords.emails(emails), ExampleRecords.tokens(tokens)),
                ExampleRecords.canaries());
    }

    /** Twenty cells in each of two columns; two e-mail addresses and a token in {@code body}, all certain. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            findings: {entities: [EMAIL_ADDRESS], max-count: 2} | PASS | at most 2 findings | 2 findings
            findings: {entities: [EMAIL_ADDRESS], max-count: 1} | NEEDS_APPROVAL | at most 1 findings | 2 findings
            findings: {entities: [IBAN_CODE]} | PASS | at most 0 findings | 0 findings
            findings: {data-classes: [credential]} | NEEDS_APPROVAL | at most 0 findings | 1 findings
            findings: {data-classes: [contact, credential], max-count: 3} | PASS | at most 3 findings | 3 findings
            findings: {classes: [placeholder]} | PASS | at most 0 findings | 0 findings
            findings: {columns: [subject]} | PASS | at most 0 findings | 0 findings
            findings: {columns: [body], entities: [EMAIL_ADDRESS], max-rate: 0.1} | PASS | in at most 0.1 of cells | in 2 of 20 cells
            findings: {columns: [body], entities: [EMAIL_ADDRESS], max-rate: 0.099} | NEEDS_APPROVAL | in at most 0.099 of cells | in 2 of 20 cells
            findings: {entities: [EMAIL_ADDRESS], max-rate: 0.05} | PASS | in at most 0.05 of cells | in 2 of 40 cells
            findings: {max-rate: 0.07} | NEEDS_APPROVAL | in at most 0.07 of cells | in 3 of 40 cells
            findings: {max-columns: 1} | PASS | in at most 1 columns | in 1 columns
            findings: {max-columns: 0} | NEEDS_APPROVAL | in at most 0 columns | in 1 columns
            findings: {min-confidence: 100, max-count: 0} | NEEDS_APPROVAL | at most 0 findings | 3 findings
            coverage: {complete: true} | PASS | everything read | everything read
            canaries: all-found | PASS | all found | 2 of 2 found
            """)
    void judgesEachKindOfRule(String condition, Outcome outcome, String expected, String actual) throws IOException {
        RuleResult result = result(judge(condition, found(2, 1)), "rule");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.expected()).isEqualTo(expected);
        assertThat(result.actual()).isEqualTo(actual);
        assertThat(result.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"WARN, PASS", "NEEDS_APPROVAL, NEEDS_APPROVAL", "FAIL, FAIL"})
    void theHardestRuleDecides(Severity otherwise, Outcome outcome) throws IOException {
        String rules = "- {id: mild, otherwise: warn, findings: {max-count: 0}}\n- {id: hard, otherwise: "
                + otherwise.label() + ", findings: {max-count: 1}}\n";
        Decision decision = PolicyEvaluation.evaluate(policy(rules), Manifest.first(found(2, 1)));

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.objections()).extracting(RuleResult::rule).contains("mild", "hard");
        assertThat(result(decision, "hard").reason())
                .isEqualTo("Found 2 EMAIL_ADDRESS, 1 GITHUB_TOKEN in body; over the limit.");
    }

    @Test
    void aDatasetWithUnreadPartsNeverPasses() throws IOException {
        ManifestFacts gap = ExampleRecords.facts(
                ExampleRecords.files(), ExampleRecords.coverageWithGap(), List.of(), ExampleRecords.canaries());
        Decision decision = judge("coverage: {complete: false, min-rows: 0.1}", gap);

        assertThat(result(decision, "rule").outcome()).isEqualTo(Outcome.PASS);
        assertThat(decision.outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(result(decision, PolicyEvaluation.UNREAD_LAW).actual()).contains("5 rows were not read");
    }

    @Test
    void aMissedCanaryFailsWhateverThePolicySays() throws IOException {
        ManifestFacts missed = ExampleRecords.facts(
                ExampleRecords.files(),
                ExampleRecords.coverage(),
                List.of(),
                new Canaries(2, 1, List.of("github-token")));
        Decision decision = judge("coverage: {complete: true}", missed);

        assertThat(decision.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result(decision, PolicyEvaluation.CANARY_LAW).reason()).contains("github-token");
    }

    @Test
    void noCanariesAtAllFail() throws IOException {
        ManifestFacts none = ExampleRecords.facts(
                ExampleRecords.files(), ExampleRecords.coverage(), List.of(), new Canaries(0, 0, List.of()));

        assertThat(judge("coverage: {complete: true}", none).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void theBuiltInPolicyFailsCredentialsAndPassesACleanDataset() {
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(0, 1)).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(2, 0)).outcome())
                .isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(0, 0)).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void readsBackWhatAStatementHolds() throws IOException {
        Decision decision = judge("findings: {max-count: 0}", found(1, 0));

        assertThat(Decision.fromJson(decision.policyJson(), "needs-approval", decision.resultsJson()))
                .isEqualTo(decision);
        assertThatThrownBy(() -> Decision.fromJson(decision.policyJson(), "pass", decision.resultsJson()))
                .hasMessageContaining("does not follow");
    }
}
