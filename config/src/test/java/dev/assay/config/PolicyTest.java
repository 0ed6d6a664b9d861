package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
    private static final String EVERY_KIND =
            Stream.of(ConditionKind.values()).map(ConditionKind::label).collect(Collectors.joining(", "));

    private static final EntityType EMAIL = new EntityType("EMAIL_ADDRESS", DataClass.CONTACT);
    private static final EntityType KEY = new EntityType("PRIVATE_KEY", DataClass.CREDENTIAL);

    @Test
    void theBuiltInPolicyForbidsCredentialsAndAsksAboutPeople() {
        Policy policy = Policy.builtIn();

        assertThat(policy.rules())
                .extracting(rule -> rule.id() + " " + rule.otherwise().label())
                .containsExactly(
                        "no-credentials fail",
                        "no-government-ids needs-approval",
                        "no-financial-data needs-approval",
                        "no-health-data needs-approval",
                        "little-contact-data needs-approval",
                        "no-hidden-instructions needs-approval",
                        "everything-read needs-approval",
                        "detectors-awake fail");
        assertThat(policy.rules().get(0).condition())
                .isEqualTo(new FindingsCondition(
                        List.of(),
                        List.of(DataClass.CREDENTIAL),
                        List.of(FindingClass.REAL),
                        List.of(),
                        60,
                        0L,
                        null,
                        null));
        assertThat(policy.rules().get(6).condition()).isEqualTo(new CoverageCondition(true, Share.ALL, Share.ALL));
    }

    @Test
    void saysWhichWaysOfVerifyingBytesItTakes() {
        String rules = "rules:\n- {id: read, coverage: {}}\n";
        Policy any = read(rules);
        assertThat(any.bytes()).containsExactly(BytesVerification.values());
        assertThat(read("bytes: [full, trust-storage, subset, chunks]\n" + rules)
                        .sha256())
                .isEqualTo(any.sha256());
        Policy some = read("bytes: [chunks, full]\n" + rules);
        assertThat(some.bytes()).containsExactly(BytesVerification.FULL, BytesVerification.CHUNKS);
        assertThat(some.toJson().array("bytes").canonical()).isEqualTo("[\"full\",\"chunks\"]");
        assertThatThrownBy(() -> read("bytes: []\n" + rules)).hasMessageContaining("names no way");
        assertThatThrownBy(() -> read("bytes: [trust]\n" + rules)).hasMessageContaining("`trust` is unknown");
    }

    @Test
    void readsEveryFilterAndLimit() {
        Policy policy = read("""
                id: strict
                version: 2026.1
                max-age: 2w
                rules:
                  - id: few-emails
                    otherwise: warn
                    findings:
                      entities: [PHONE_NUMBER, EMAIL_ADDRESS]
                      classes: [real, published-test]
                      columns: ['messages[].*']
                      min-confidence: 75
                      max-count: 1000
                      max-rate: 0.00100
                      max-columns: 2
                  - id: mostly-read
                    coverage: {min-bytes: 0.99}
                """);

        assertThat(policy.version()).isEqualTo("2026.1");
        assertThat(policy.maxAge()).isEqualTo(Duration.ofDays(14));
        assertThat(policy.rules().get(1).condition())
                .isEqualTo(new CoverageCondition(false, Share.parse("0.99"), Share.NONE));
        assertThat(policy.toJson().canonical())
                .isEqualTo("{\"id\":\"strict\",\"maxAgeSeconds\":1209600,\"rules\":["
                        + "{\"description\":\"\",\"findings\":{\"classes\":[\"published-test\",\"real\"],"
                        + "\"columns\":[\"messages[].*\"],\"dataClasses\":[],"
                        + "\"entities\":[\"EMAIL_ADDRESS\",\"PHONE_NUMBER\"],\"maxColumns\":2,\"maxCount\":1000,"
                        + "\"maxRate\":\"0.001\",\"minConfidence\":75},\"id\":\"few-emails\",\"otherwise\":\"warn\"},"
                        + "{\"coverage\":{\"complete\":false,\"minBytes\":\"0.99\",\"minRows\":\"0\"},"
                        + "\"description\":\"\",\"id\":\"mostly-read\",\"otherwise\":\"fail\"}],"
                        + "\"schema\":\"dev.assay/policy/v1\",\"title\":\"\",\"version\":\"2026.1\"}");
    }

    @Test
    void layoutAndSpelledOutDefaultsDoNotChangeTheDigest() {
        Policy terse = read("rules: [{id: a, findings: {data-classes: [contact, person]}}]\n");
        Policy wordy = read("""
                # the same
                id: policy
                version: '1'
                rules:
                  - otherwise: fail
                    id: a
                    findings:
                      min-confidence: likely
                      classes: [real]
                      max-count: 0
                      data-classes: [person, contact, person]
                """);
        Policy other = read("rules: [{id: a, findings: {data-classes: [contact], max-rate: 0.1}}]\n");

        assertThat(wordy.sha256()).isEqualTo(terse.sha256()).matches("[0-9a-f]{64}");
        assertThat(other.sha256()).isNotEqualTo(terse.sha256());
    }

    @Test
    void refusesLimitsThatMeanNothing() {
        assertThatThrownBy(() -> read("""
                        rules:
                          - {id: a, row-count: {min: 5, max: 4}}
                          - {id: b, completeness: {columns: [x]}}
                          - {id: c, completeness: {min: 2}}
                          - {id: d, freshness: {columns: [x]}}
                          - {id: e, schema-match: {}}
                          - {id: f, licenses: {allowed: [MIT AND Zlib, Nonsense]}}
                          - {id: g, provenance: {}}
                          - {id: h, storage: {encryption: any}}
                        """))
                .hasMessageContaining("`rules[0].row-count.min` (line 2): is above max, so nothing could meet it")
                .hasMessageContaining("`rules[1].completeness` (line 3): limits nothing; give min or max")
                .hasMessageContaining("`rules[2].completeness.columns` (line 4): is missing; it has no default")
                .hasMessageContaining("`rules[2].completeness.min` (line 4): 2 is above 1, give a share such as 0.02")
                .hasMessageContaining("`rules[3].freshness` (line 5): limits nothing")
                .hasMessageContaining("`rules[4].schema-match` (line 6): demands nothing")
                .hasMessageContaining("`MIT AND Zlib` is more than one licence")
                .hasMessageContaining("`Nonsense` is no identifier of the SPDX License List")
                .hasMessageContaining("`rules[6].provenance` (line 8): demands nothing")
                .hasMessageContaining("`rules[7].storage` (line 9): demands nothing");
    }

    @Test
    void theSameLimitsHaveTheSameDigest() {
        Policy one = read("rules: [{id: a, range: {columns: [x, y], min: 0.50, max: 10}}]\n");
        Policy same = read("rules: [{id: a, range: {max: 10.0, columns: [y, x], min: 0.5}}]\n");

        assertThat(one.sha256()).isEqualTo(same.sha256());
    }

    @Test
    void shortFormsAreTheSameAsFindings() {
        Policy brief = read("""
                rules:
                - {id: a, secret-count: {max: 2}}
                - {id: b, entity-rate: {entities: [EMAIL_ADDRESS], columns: [body], max: 0.1}}
                """);
        Policy whole = read("""
                rules:
                - {id: a, findings: {data-classes: [credential], max-count: 2}}
                - {id: b, findings: {entities: [EMAIL_ADDRESS], columns: [body], max-rate: 0.1}}
                """);

        assertThat(brief).isEqualTo(whole);
        assertThat(brief.sha256()).isEqualTo(whole.sha256());
        assertThatThrownBy(() -> read("rules: [{id: a, entity-rate: {max: 0.1}}]\n"))
                .hasMessageContaining("entities");
    }

    @Test
    void filtersFindings() {
        FindingsCondition both = findings("{entities: [EMAIL_ADDRESS], data-classes: [credential]}");

        assertThat(both.takes(EMAIL, FindingClass.REAL, 60)).isTrue();
        assertThat(both.takes(KEY, FindingClass.REAL, 100)).isTrue();
        assertThat(both.takes(EMAIL, FindingClass.REAL, 59)).isFalse();
        assertThat(both.takes(EMAIL, FindingClass.PLACEHOLDER, 100)).isFalse();
        assertThat(both.takes(new EntityType("US_SSN", DataClass.GOVERNMENT_ID), FindingClass.REAL, 100))
                .isFalse();
        assertThat(findings("{classes: []}").takes(KEY, FindingClass.PLACEHOLDER, 60))
                .isTrue();
        assertThat(findings("{columns: [a.*, b]}").takesColumn("a.x")).isTrue();
        assertThat(findings("{columns: [a.*, b]}").takesColumn("c")).isFalse();
        assertThat(findings("{}").takesColumn("c")).isTrue();
    }

    @Test
    void eachKindOfConditionFindsItsVisitor() {
        Condition.Visitor<String> visitor = new Condition.Visitor<>() {
            @Override
            public String findings(FindingsCondition condition) {
                return "findings";
            }

            @Override
            public String coverage(CoverageCondition condition) {
                return "coverage";
            }

            @Override
            public String canaries(CanariesCondition condition) {
                return "canaries";
            }

            @Override
            public String measure(MeasureCondition condition) {
                return condition.measure().label();
            }

            @Override
            public String dataType(DataTypeCondition condition) {
                return "data-type";
            }

            @Override
            public String schema(SchemaCondition condition) {
                return "schema-match";
            }

            @Override
            public String freshness(FreshnessCondition condition) {
                return "freshness";
            }

            @Override
            public String efficacy(EfficacyCondition condition) {
                return "efficacy-floor";
            }

            @Override
            public String expectation(ExpectationCondition condition) {
                return condition.form().label();
            }

            @Override
            public String language(LanguageCondition condition) {
                return "language-share";
            }

            @Override
            public String names(NamesCondition condition) {
                return "names";
            }

            @Override
            public String rights(RightsCondition condition) {
                return "rights";
            }

            @Override
            public String licenses(LicensesCondition condition) {
                return "licenses";
            }

            @Override
            public String provenance(ProvenanceCondition condition) {
                return "provenance";
            }

            @Override
            public String storage(StorageCondition condition) {
                return "storage";
            }

            @Override
            public String unique(UniqueCondition condition) {
                return "is-unique";
            }
        };

        List<Rule> rules = ConfigFileTest.everyRule();
        assertThat(rules).hasSizeGreaterThan(ConditionKind.values().length - 1);
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.condition().accept(visitor))
                        .isEqualTo(rule.condition().kind()));
    }

    @Test
    void reportsEveryProblemAtOnce(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("policy.yaml"), """
                id: My Policy
                rules:
                  - id: a
                    otherwise: block
                    findings:
                      entities: [EMAIL_ADRESS]
                      data-classes: [contacts]
                      max-rate: 1.4
                      max-count: -1
                      min-confidence: 101
                  - id: a
                    coverage: {complete: true, min-rows: 0.5}
                    canaries: all-found
                  - description: nothing to see
                  - id: c
                    coverage: {complete: false}
                  - id: d
                    canaries: some
                """);

        assertThatThrownBy(() -> Policy.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + " has 14 problems: "
                        + "`id` (line 1): `My Policy` is no safe name, use up to 100 of a-z, 0-9, `-`, `_` and single"
                        + " dots, starting and ending with a letter or digit, such as my-policy · "
                        + "`rules` (line 2): two rules have the id `a`; ids must differ · "
                        + "`rules[0].otherwise` (line 4): `block` is unknown, choose from warn, needs-approval, fail · "
                        + "`rules[0].findings.entities[0]` (line 6): `EMAIL_ADRESS` is no entity type, did you mean"
                        + " `EMAIL_ADDRESS`? · "
                        + "`rules[0].findings.data-classes[0]` (line 7): `contacts` is unknown, did you mean `contact`? · "
                        + "`rules[0].findings.max-rate` (line 8): 1.4 is above 1, give a share such as 0.014 · "
                        + "`rules[0].findings.max-count` (line 9): -1 is out of range, give a whole number between 0 and"
                        + " 9007199254740991 · "
                        + "`rules[0].findings.min-confidence` (line 10): 101 is out of range, give a whole number between"
                        + " 0 and 100 · "
                        + "`rules[1]` (line 11): has the conditions canaries, coverage; a rule takes exactly one of "
                        + EVERY_KIND
                        + " · "
                        + "`rules[1].coverage.complete` (line 12): asks for everything, so min-bytes and min-rows say"
                        + " nothing; keep one of them · "
                        + "`rules[2].id` (line 14): is missing; it has no default · "
                        + "`rules[2]` (line 14): has no condition; a rule takes exactly one of "
                        + EVERY_KIND
                        + " · "
                        + "`rules[3].coverage.complete` (line 16): demands nothing; set it to true, or give min-bytes or"
                        + " min-rows · "
                        + "`rules[4].canaries` (line 18): `some` is unknown, choose from all-found");
    }

    @Test
    void suppressionsAreReadAndEnterTheDigest() {
        String rules = "rules: [{id: a, canaries: all-found}]\n";
        String entry = """
                suppressions:
                  - id: ours
                    patterns: ['b', 'a']
                    columns: [body]
                    entities: [EMAIL_ADDRESS]
                    owner: Ada Wren
                    reason: Role addresses
                    expires: 2027-01-31
                """;
        Policy policy = read(entry + rules);

        assertThat(policy.suppressions()).singleElement().satisfies(ours -> {
            assertThat(ours.patterns()).containsExactly("a", "b");
            assertThat(ours.inForce(LocalDate.of(2027, 1, 31))).isTrue();
            assertThat(ours.inForce(LocalDate.of(2027, 2, 1))).isFalse();
            assertThat(ours.takes("EMAIL_ADDRESS", "body")).isTrue();
            assertThat(ours.takes("EMAIL_ADDRESS", "subject")).isFalse();
            assertThat(ours.takes("IBAN_CODE", "body")).isFalse();
        });
        Policy renewed = read(entry.replace("2027-01", "2028-01") + rules);
        assertThat(renewed.sha256()).isNotEqualTo(policy.sha256());
        assertThat(renewed.suppressions().get(0).matchSha256())
                .as("what a scan looks for")
                .isEqualTo(policy.suppressions().get(0).matchSha256());
        assertThat(read(rules).toJson().canonical()).doesNotContain("suppressions");
    }

    @Test
    void aSuppressionThatSaysTooLittleOrTooMuchIsRefused() {
        assertThatThrownBy(() -> read("""
                rules: [{id: a, canaries: all-found}]
                suppressions:
                  - id: all
                    owner: Ada Wren
                    reason: none
                    expires: 2027-13-01
                  - id: all
                    values: [abc]
                    value-keys: 0123456789abcdef
                    owner: Ada Wren
                    expires: 2027-01-01
                """))
                .hasMessageContaining("`suppressions[0]` (line 3): suppresses everything; give `values`, `patterns`")
                .hasMessageContaining("`suppressions[0].expires` (line 6): `2027-13-01` is no date")
                .hasMessageContaining("two suppressions have the id `all`")
                .hasMessageContaining("`suppressions[1].values[0]` (line 8): `abc` is no SHA-256")
                .hasMessageContaining("`suppressions[1].value-keys` (line 9): unknown key, did you mean `value-key`?")
                .hasMessageContaining("`suppressions[1].reason` (line 7): is missing");
        assertThatThrownBy(() -> read("rules: [{id: a, canaries: all-found}]\nsuppressions:\n- {id: a, owner: A,"
                        + " reason: r, expires: 2027-01-01, values: [" + "ab".repeat(32) + "]}\n"))
                .hasMessageContaining("needs `values` and `value-key` together");
    }

    @Test
    void aPolicyWithoutRulesIsNone() {
        assertThatThrownBy(() -> read("id: empty\nrules: []\n"))
                .hasMessage(
                        "policy.yaml has 1 problem: `rules` (line 2): has no rules, so everything would pass; copy some"
                                + " with `assay init`");
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("has no rules");
    }

    private static FindingsCondition findings(String text) {
        return (FindingsCondition) read("rules: [{id: a, findings: " + text + "}]\n")
                .rules()
                .get(0)
                .condition();
    }

    private static Policy read(String text) {
        return YamlFile.of("policy.yaml", text.getBytes(StandardCharsets.UTF_8)).as(Policy::read);
    }
}
