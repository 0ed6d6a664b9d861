package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.EntityTypes;
import dev.assay.config.FindingClass;
import dev.assay.config.Policy;
import dev.assay.config.Severity;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.EmbeddedMetadata;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Origins;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.manifest.Succession;
import dev.assay.manifest.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return PolicyEvaluation.evaluate(policy(rule), Manifest.first(facts), Surroundings.NONE, LocalDate.EPOCH);
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
        Decision decision = PolicyEvaluation.evaluate(
                policy(rules), Manifest.first(found(2, 1)), Surroundings.NONE, LocalDate.EPOCH);

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.objections()).extracting(RuleResult::rule).contains("mild", "hard");
        assertThat(result(decision, "hard").reason())
                .isEqualTo("Found 2 EMAIL_ADDRESS, 1 GITHUB_TOKEN in body; over the limit.");
    }

    /** Twenty rows; {@code age}: 18 numbers and 2 nulls; {@code day}: dates; {@code body}: many different texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            row-count: {min: 20, max: 20} | PASS | row-count at least 20 and at most 20 | 20 rows
            row-count: {min: 21} | NEEDS_APPROVAL | row-count at least 21 | 20 rows
            duplicate-rows: {max: 0.1} | PASS | duplicate-rows at most 0.1 | 2 of 20 rows
            duplicate-rows: {max: 0.0999} | NEEDS_APPROVAL | duplicate-rows at most 0.0999 | 2 of 20 rows
            near-duplicate-share: {max: 0.1875} | PASS | near-duplicate-share at most 0.1875 | 3 of 16 long texts
            near-duplicate-share: {max: 0.1874} | NEEDS_APPROVAL | near-duplicate-share at most 0.1874 | 3 of 16 long texts
            contamination: {max: 0.3} | PASS | contamination at most 0.3 | of `quiz` 3 of 10 items
            contamination: {max: 0.299} | NEEDS_APPROVAL | contamination at most 0.299 | of `quiz` 3 of 10 items
            completeness: {columns: [age], min: 0.9} | PASS | completeness at least 0.9 | `age` 18 of 20 filled
            completeness: {columns: [age], min: 0.901} | NEEDS_APPROVAL | completeness at least 0.901 | `age` 18 of 20 filled
            completeness: {columns: [gone], min: 0.1} | NEEDS_APPROVAL | completeness at least 0.1 | no column `gone`
            distinct-count: {columns: [age], max: 3} | PASS | distinct-count at most 3 | `age` 3 different values
            distinct-count: {columns: [body], max: 3} | NEEDS_APPROVAL | distinct-count at most 3 | `body` about 19 different values
            uniqueness: {columns: [body], min: 0.95} | PASS | uniqueness at least 0.95 | `body` 19 of 20 different, estimated
            range: {columns: [age], min: 18, max: 99.5} | PASS | range at least 18 and at most 99.5 | `age` 18 to 99.5
            range: {columns: [age], min: 18.01} | NEEDS_APPROVAL | range at least 18.01 | `age` 18 to 99.5
            range: {columns: [body], min: 0} | NEEDS_APPROVAL | range at least 0 | `body` holds no numbers
            length: {columns: [body], min: 3, max: 40} | PASS | length at least 3 and at most 40 | `body` 3 to 40 characters
            class-balance: {columns: [age], max: 0.5} | PASS | class-balance at most 0.5 | `age` rarest 4 and most frequent 9 of 18 values
            class-balance: {columns: [age], min: 0.25} | NEEDS_APPROVAL | class-balance at least 0.25 | `age` rarest 4 and most frequent 9 of 18 values
            class-balance: {columns: [body], max: 0.9} | NEEDS_APPROVAL | class-balance at most 0.9 | `body` holds too many different values to count
            missing-words: {columns: [body], max: 0} | NEEDS_APPROVAL | missing-words at most 0 | `body` 1 of 20 words for no value
            invalid: {columns: ['*'], max: 0} | PASS | invalid at most 0 | `age` 0 of 18 invalid, `body` 0 of 20 invalid, `day` 0 of 20 invalid
            volume-change: {min: -0.1} | PASS | volume-change at least -0.1 | no version before to compare with
            psi: {columns: [age], max: 0.2} | PASS | psi at most 0.2 | `age` no version before to compare with
            data-type: {columns: [age], kinds: [decimal]} | PASS | at least 1 of values decimal | as expected
            data-type: {columns: [age], kinds: [integer], min: 0.5} | NEEDS_APPROVAL | at least 0.5 of values integer | `age` 8 of 18 values
            schema-match: {columns: [body, subject], others: forbidden} | PASS | the columns body, subject, no others | as expected
            schema-match: {columns: [age]} | NEEDS_APPROVAL | the columns age | no column `age`
            freshness: {columns: [day], not-before: 2024-01-01, not-after: 2025-01-01} | PASS | no date before 2024-01-01, none after 2025-01-01 | as expected
            freshness: {columns: [day], newest-from: 2025-01-01} | NEEDS_APPROVAL | the newest from 2025-01-01 | `day` 2024-01-01 to 2024-12-31
            freshness: {columns: [age], not-before: 2024-01-01} | NEEDS_APPROVAL | no date before 2024-01-01 | `age` holds no dates
            pattern: {columns: [age], patterns: ['[0-9]+'], min: 0.9444} | PASS | at least 0.9444 of values matching `[0-9]+` | as expected
            pattern: {columns: [age], patterns: ['[0-9]+'], min: 0.9445} | NEEDS_APPROVAL | at least 0.9445 of values matching `[0-9]+` | `age` 17 of 18 values
            pattern: {columns: [body], patterns: ['[0-9]+'], min: 0} | NEEDS_APPROVAL | at least 0 of values matching `[0-9]+` | `body` was scanned without this expectation; scan again
            pattern: {columns: [gone], patterns: ['[0-9]+']} | NEEDS_APPROVAL | at least 1 of values matching `[0-9]+` | no column `gone`
            in-set: {columns: [age], values: ['[0-9]+']} | NEEDS_APPROVAL | at least 1 of values `[0-9]+` | `age` was scanned without this expectation; scan again
            is-unique: {columns: [age]} | NEEDS_APPROVAL | no value twice | `age` 15 of 18 values compared repeat another
            is-unique: {columns: [day]} | NEEDS_APPROVAL | no value twice | `day` not decided: none is there twice of a sample of 11 of 20 values; raise most-values
            is-unique: {columns: [body]} | NEEDS_APPROVAL | no value twice | `body` was scanned without this demand; scan again
            is-unique: {columns: [gone]} | NEEDS_APPROVAL | no value twice | no column `gone`
            names: full | NEEDS_APPROVAL | names looked for in every row | the manifest does not speak of names
            language-share: {columns: ['*'], languages: [en, de]} | PASS | at least 1 of texts in de or en | as expected
            language-share: {columns: [body], languages: [en], min: 0.8} | NEEDS_APPROVAL | at least 0.8 of texts in en | `body` 9 of 12 texts
            language-share: {columns: [age], languages: [en], min: 0.8} | NEEDS_APPROVAL | at least 0.8 of texts in en | no texts whose language is told in `age`
            efficacy-floor: {entities: [EMAIL_ADDRESS], min-recall: 0.5} | NEEDS_APPROVAL | recall of at least 0.5 | EMAIL_ADDRESS was not measured
            """)
    void judgesTheValues(String condition, Outcome outcome, String expected, String actual) throws IOException {
        RuleResult result = result(judge(condition, ExampleRecords.withQuality(found(0, 0))), "rule");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.expected()).isEqualTo(expected);
        assertThat(result.actual()).isEqualTo(actual);
        assertThat(result.severity()).isEqualTo(Severity.NEEDS_APPROVAL);
    }

    @Test
    void whatWasNotMeasuredIsNotMet() throws IOException {
        for (String condition : List.of(
                "duplicate-rows: {max: 1}",
                "near-duplicate-share: {max: 1}",
                "contamination: {max: 1}",
                "completeness: {columns: ['**'], min: 0}")) {
            assertThat(result(judge(condition, found(0, 0)), "rule").actual()).isEqualTo("not measured");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            licenses: {} | NEEDS_APPROVAL | other is under `as agreed`, which is no SPDX expression
            licenses: {allowed: [CC-BY-4.0, MIT]} | NEEDS_APPROVAL | forum is under CC-BY-NC-4.0; other is under `as agreed`, which is no SPDX expression
            licenses: {refused-terms: [non-commercial]} | NEEDS_APPROVAL | forum is under CC-BY-NC-4.0: non-commercial; other is under `as agreed`, which is no SPDX expression
            provenance: {required: [license]} | PASS | as expected
            provenance: {required: [issuer, legal-basis]} | NEEDS_APPROVAL | forum does not declare legal-basis; other does not declare issuer, legal-basis
            provenance: {undeclared-data: forbidden} | NEEDS_APPROVAL | found and not declared: contact
            provenance: {special-categories: consent-reference} | PASS | as expected
            rights: {purposes: [ai-alignment]} | PASS | as expected
            rights: {purposes: [ai-pre-training], regions: [US]} | NEEDS_APPROVAL | ai-pre-training is not allowed by other; US is not allowed by forum
            """)
    void judgesTheCard(String condition, Outcome outcome, String actual) throws IOException {
        JsonObject card = Json.parse("""
                {"sources": [
                  {"id": "forum", "issuer": ["A"], "license": "CC-BY-NC-4.0", "processingIncluded": ["EU"],
                   "intendedPurpose": ["ai-alignment", "ai-pre-training"]},
                  {"id": "other", "license": "as agreed", "processingIncluded": ["DE", "US"],
                   "intendedPurpose": ["ai-alignment"]}]}""").asObject();
        RuleResult result = result(judge(condition, ExampleRecords.withCard(found(1, 0), card)), "rule");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.actual()).isEqualTo(actual);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provenance: {listings: nothing-missing} | NEEDS_APPROVAL | 2 files missing, first gone.csv; 1 file differing, first a.csv
            provenance: {listings: complete} | NEEDS_APPROVAL | 2 files missing, first gone.csv; 1 file differing, first a.csv; 1 file in no list, first z.csv
            """)
    void judgesTheListsOfFiles(String condition, Outcome outcome, String actual) throws IOException {
        ManifestFacts facts = ExampleRecords.withOrigins(
                found(0, 0), new Origins(ExampleRecords.listedFiles(), List.of(), new TreeMap<>(), List.of(), null));
        RuleResult result = result(judge(condition, facts), "rule");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.actual()).isEqualTo(actual);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provenance: {min-rows-with-source: 0.5} | PASS | as expected
            provenance: {min-rows-with-source: 0.9} | NEEDS_APPROVAL | 15 of 20 rows have a source
            provenance: {source-domains: [Example.org]} | NEEDS_APPROVAL | `url` names example.net in 3 cells; `url` names domains too rare for the record in 2 cells
            provenance: {found-licenses: declared} | NEEDS_APPROVAL | `license` says MIT in 4 cells; `license` names no SPDX licence in 1 cells; text is marked GPL-3.0-only in 1 cells; 1 files say in their metadata that they are under CC-BY-SA-4.0
            provenance: {opt-outs: forbidden} | PASS | as expected
            """)
    void judgesWhatRowsSayOfTheirOrigin(String condition, Outcome outcome, String actual) throws IOException {
        JsonObject card = Json.parse("{\"sources\":[{\"id\":\"a\",\"license\":\"CC-BY-4.0 OR CC0-1.0\"}]}")
                .asObject();
        ManifestFacts facts = ExampleRecords.withOrigins(
                ExampleRecords.withCard(found(0, 0), card),
                new Origins(
                        null,
                        ExampleRecords.originColumns(),
                        new TreeMap<>(Map.of("", 5L, "CC0-1.0", 2L, "GPL-3.0-only", 1L)),
                        List.of(),
                        new EmbeddedMetadata(
                                2,
                                new TreeMap<>(Map.of("parquet-mr 1.12.3", 2L)),
                                new TreeMap<>(Map.of("pandas", 1L)),
                                new TreeMap<>(Map.of("CC-BY-SA-4.0", 1L)))));
        RuleResult result = result(judge(condition, facts), "rule");

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.actual()).isEqualTo(actual);
    }

    /** Three objects in Frankfurt, one of them without encryption of a managed key and without a lock. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            storage: {region: declared} | 1970-01-01 | PASS | as expected
            storage: {encryption: required} | 1970-01-01 | PASS | as expected
            storage: {encryption: managed-keys} | 1970-01-01 | NEEDS_APPROVAL | 1 objects have the encryption AES256
            storage: {versioning: required} | 1970-01-01 | NEEDS_APPROVAL | the bucket's versioning is suspended
            storage: {object-lock: required} | 2030-06-30 | NEEDS_APPROVAL | 1 objects have no lock
            storage: {object-lock: required} | 2030-07-01 | NEEDS_APPROVAL | 1 objects have no lock; the first lock ended on 2030-06-30
            provenance: {found-licenses: declared} | 1970-01-01 | NEEDS_APPROVAL | 1 objects say in their tags or metadata that they are under MIT
            """)
    void judgesWhatTheStorageSays(String condition, LocalDate day, Outcome outcome, String actual) throws IOException {
        StorageFacts storage = new StorageFacts(
                3,
                Map.of(
                        StorageFact.REGION,
                        counts("eu-central-1", 1L),
                        StorageFact.VERSIONING,
                        counts("suspended", 1L),
                        StorageFact.VERSIONS,
                        counts("kept", 3L),
                        StorageFact.ENCRYPTION,
                        new TreeMap<>(Map.of("aws:kms", 2L, "AES256", 1L)),
                        StorageFact.LOCKS,
                        new TreeMap<>(Map.of("compliance", 2L, "none", 1L)),
                        StorageFact.LICENCES,
                        new TreeMap<>(Map.of("CC0-1.0", 1L, "MIT", 1L))),
                Map.of(),
                LocalDate.of(2030, 6, 30));

        RuleResult result = judgeStored(condition, storage, day);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.actual()).isEqualTo(actual);
    }

    @Test
    void whatTheStorageDoesNotTellIsNotMet() throws IOException {
        StorageFacts refusing =
                new StorageFacts(2, Map.of(), Map.of(StorageFact.ENCRYPTION, counts("403 AccessDenied", 2L)), null);

        assertThat(judgeStored("storage: {encryption: required}", refusing, LocalDate.EPOCH)
                        .actual())
                .isEqualTo("the storage does not tell encryption: 403 AccessDenied");
        for (String condition : List.of("region: declared", "versioning: required", "object-lock: required")) {
            RuleResult result = judgeStored("storage: {" + condition + "}", StorageFacts.NONE, LocalDate.EPOCH);
            assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
            assertThat(result.actual()).startsWith("the storage does not tell ");
        }
    }

    private RuleResult judgeStored(String condition, StorageFacts storage, LocalDate day) throws IOException {
        JsonObject card = Json.parse(
                        "{\"sources\":[{\"id\":\"a\",\"license\":\"CC0-1.0\",\"storageAllowed\":[\"DE\"]}]}")
                .asObject();
        String rule = "- id: rule\n  otherwise: needs-approval\n" + condition.indent(2);
        ManifestFacts facts = ExampleRecords.withCard(found(0, 0), card);
        return result(
                PolicyEvaluation.evaluate(
                        policy(rule), Manifest.first(facts), new Surroundings(storage, List.of()), day),
                "rule");
    }

    private static SortedMap<String, Long> counts(String name, long times) {
        return new TreeMap<>(Map.of(name, times));
    }

    @Test
    void textThatIsNotForTrainingIsRefusedWhereThePolicyAsks() throws IOException {
        EntityCount optOuts = new EntityCount(
                EntityTypes.loaded().parse("TRAINING_OPT_OUT"),
                FindingClass.REAL,
                "body",
                ExampleRecords.counts(3),
                ExampleRecords.counts(3));
        ManifestFacts facts = ExampleRecords.withEntities(found(0, 0), List.of(optOuts));

        RuleResult result = result(judge("provenance: {opt-outs: forbidden}", facts), "rule");

        assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(result.actual()).isEqualTo("3 marks say that text is not for training");
    }

    @Test
    void aCardThatNamesNoListOfFilesHasNoneThatIsComplete() throws IOException {
        assertThat(result(judge("provenance: {listings: complete}", found(0, 0)), "rule")
                        .actual())
                .isEqualTo("the card names no list of the files");
        assertThat(result(judge("provenance: {listings: nothing-missing}", found(0, 0)), "rule")
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aCardWithoutSourcesMeetsNoLicenceRule() throws IOException {
        assertThat(result(judge("licenses: {}", found(0, 0)), "rule").actual()).isEqualTo("the card names no sources");
        assertThat(result(judge("licenses: {undeclared: allowed}", found(0, 0)), "rule")
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void setsTheValuesAgainstTheVersionBefore() throws IOException {
        ManifestFacts before = ExampleRecords.withQuality(found(0, 0));
        ManifestFacts after = ExampleRecords.withQuality(found(0, 0), 40);
        Manifest second = Succession.after(
                        Manifest.first(before), ExampleRecords.files(), after, ExampleRecords.files())
                .manifest();
        Policy policy = policy("""
                - {id: volume, volume-change: {max: 0.99}}
                - {id: same-volume, volume-change: {max: 1}}
                - {id: psi, psi: {columns: [age], max: 0.2}}
                - {id: ks, ks: {columns: [age], max: 0.99}}
                - {id: js, js: {columns: [day], max: 0}}
                """);
        Decision decision = PolicyEvaluation.evaluate(policy, second, Surroundings.NONE, LocalDate.EPOCH);

        assertThat(result(decision, "volume").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result(decision, "volume").actual()).isEqualTo("40 rows after 20");
        assertThat(result(decision, "same-volume").outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(decision, "psi").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result(decision, "ks").actual()).isEqualTo("`age` 1.000000");
        assertThat(result(decision, "js").outcome()).isEqualTo(Outcome.PASS);
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
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(0, 1), Surroundings.NONE, LocalDate.EPOCH)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(2, 0), Surroundings.NONE, LocalDate.EPOCH)
                        .outcome())
                .isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(PolicyEvaluation.evaluate(Policy.builtIn(), found(0, 0), Surroundings.NONE, LocalDate.EPOCH)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void readsBackWhatAStatementHolds() throws IOException {
        Decision decision = judge("findings: {max-count: 0}", found(1, 0));

        assertThat(Decision.fromJson(
                        decision.policyJson(), "needs-approval", decision.resultsJson(), decision.suppressionsJson()))
                .isEqualTo(decision);
        assertThatThrownBy(() -> Decision.fromJson(
                        decision.policyJson(), "pass", decision.resultsJson(), decision.suppressionsJson()))
                .hasMessageContaining("does not follow");
    }
}
