package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path home;

    @Test
    void everySettingHasADefaultThatWorks() {
        Workspace workspace = Workspace.defaults(home);

        assertThat(workspace)
                .isEqualTo(new Workspace(
                        home,
                        new Workspace.Manifests(home.resolve(".assay/manifests.git"), "main", null, CommitSigning.OFF),
                        null,
                        new KeySettings(
                                home.resolve(".assay/keys"),
                                "ASSAY_KEY_PASSPHRASE",
                                null,
                                new KeySettings.Pkcs11(null, null, null)),
                        new TrustSettings(List.of(), null, CommitDemand.ANY, List.of(), TimestampDemand.IF_PRESENT),
                        new Workspace.Timestamps(null),
                        new Workspace.Storage(
                                new Workspace.S3(
                                        null, null, false, DataSize.ofMebibytes(8), null, StorageQuestions.AS_JUDGED),
                                new Workspace.Hadoop(new TreeMap<>())),
                        new ScanSettings(
                                Runtime.getRuntime().availableProcessors(),
                                DataSize.ofMebibytes(256),
                                DataSize.ofMebibytes(16),
                                5,
                                new TreeMap<>(),
                                null),
                        new Workspace.Cache(home.resolve(".assay/cache"), CacheReuse.UNCHANGED),
                        new DetectorSettings(List.of(), NameSearch.OFF, List.of(), List.of(), "assay.yaml"),
                        new Workspace.Jobs(home.resolve(".assay/jobs"), null, null, "ASSAY_JOBS_PASSWORD"),
                        new Workspace.Reports(home.resolve(".assay/reports")),
                        new Workspace.Metrics(null)));
        assertThat(workspace.policy()).isEqualTo(Policy.builtIn());
    }

    @Test
    void takesTheNearestFileUpwards() throws Exception {
        Path below = Files.createDirectories(home.resolve("a/b"));
        Files.writeString(home.resolve("assay.yaml"), "manifests: {repository: records.git}\n");

        assertThat(Workspace.find(below).manifests().repository()).isEqualTo(home.resolve("records.git"));

        Files.writeString(home.resolve("a/assay.yaml"), "scan: {workers: 3}\n");
        Workspace nearer = Workspace.find(below);
        assertThat(nearer.home()).isEqualTo(home.resolve("a"));
        assertThat(nearer.scan().workers()).isEqualTo(3);
        assertThat(nearer.manifests().repository()).isEqualTo(home.resolve("a/.assay/manifests.git"));
    }

    @Test
    void readsEveryGroup() throws Exception {
        Workspace workspace = read("""
                manifests: {repository: /srv/records.git, branch: data/main, remote: 'git@example.com:records.git'}
                policy: policies/strict.yaml
                keys: {directory: ../keys, passphrase-env: PASS}
                trust: {public-keys: [gate.pem], commit: 0123456789abcdef0123456789abcdef01234567}
                storage:
                  s3: {endpoint: 'http://localhost:9000', region: eu-west-1, path-style: true, read-ahead: 1MiB, profile: p, questions: everything}
                  hadoop: {properties: {fs.defaultFS: 'hdfs://nn:8020', dfs.replication: 3}}
                scan: {workers: 64, split-size: 1GiB, max-cell-length: 64KiB, samples-per-type: 0, evaluation-sets: {quiz: eval/quiz.jsonl, far: 's3://b/x/'}, value-key: keys/values.key}
                detectors: {disabled: [iban, email, iban]}
                jobs: {url: 'jdbc:postgresql://db:5432/assay', username: assay, password-env: DB_PASS}
                reports: {directory: out}
                metrics: {file: metrics.prom}
                """);

        assertThat(workspace.manifests().remote()).isEqualTo("git@example.com:records.git");
        assertThat(workspace.policyFile()).isEqualTo(home.resolve("policies/strict.yaml"));
        assertThat(workspace.keys().directory())
                .isEqualTo(home.resolve("../keys").normalize());
        assertThat(workspace.trust().publicKeys()).containsExactly(home.resolve("gate.pem"));
        assertThat(workspace.trust().commit()).isEqualTo("0123456789abcdef0123456789abcdef01234567");
        assertThat(workspace.storage().s3())
                .isEqualTo(new Workspace.S3(
                        "http://localhost:9000",
                        "eu-west-1",
                        true,
                        DataSize.ofMebibytes(1),
                        "p",
                        StorageQuestions.EVERYTHING));
        assertThat(workspace.storage().hadoop().properties())
                .isEqualTo(Map.of("fs.defaultFS", "hdfs://nn:8020", "dfs.replication", "3"));
        assertThat(workspace.scan())
                .isEqualTo(new ScanSettings(
                        64,
                        DataSize.ofMebibytes(1024),
                        new DataSize(65536),
                        0,
                        new TreeMap<>(
                                Map.of("quiz", home.resolve("eval/quiz.jsonl").toString(), "far", "s3://b/x/")),
                        home.resolve("keys/values.key")));
        assertThat(workspace.detectors().disabled()).containsExactly("email", "iban");
        assertThat(workspace.jobs().url()).isEqualTo("jdbc:postgresql://db:5432/assay");
        assertThat(workspace.metrics().file()).isEqualTo(home.resolve("metrics.prom"));
    }

    @Test
    void aDetectorOfItsOwnNeedsAPatternAndATable() {
        assertThatThrownBy(() -> read("""
                        detectors:
                          custom:
                            - {id: one, entity: CUSTOM_ONE, patterns: [a], words: [b], cases: []}
                            - id: two
                              entity: EMAIL_ADDRESS
                              data-class: person
                              patterns: [a]
                              cases: [{text: a, finds: [a]}, {text: b}]
                            - {id: three, entity: EMAIL_ADRESS, words: [a], cases: [{text: a, finds: [a]}, {text: b}]}
                        """))
                .hasMessageContaining("`detectors.custom[0]` (line 3): needs `patterns` or `words`, one of the two")
                .hasMessageContaining("`detectors.custom[0].cases` (line 3): needs a text in which it finds something")
                .hasMessageContaining(
                        "`detectors.custom[1].data-class` (line 6): `EMAIL_ADDRESS` is of the class `contact`")
                .hasMessageContaining("`detectors.custom[2].entity` (line 9): `EMAIL_ADRESS` is no entity type")
                .hasMessageContaining("4 problems");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThatThrownBy(() -> read("""
                        manifest: {repository: x}
                        scan: {worker: 4, workers: 0, split-size: 10}
                        manifests: {repository: 's3://bucket/x', branch: 'a..b'}
                        storage:
                          s3: {endpoint: localhost, path-style: yes}
                        jobs: {username: me, password-env: 'pass word'}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessage(home.resolve("assay.yaml") + " has 10 problems: "
                        + "`manifest` (line 1): unknown key, did you mean `manifests`? · "
                        + "`scan.workers` (line 2): 0 is out of range, give a whole number between 1 and 1024 · "
                        + "`scan.split-size` (line 2): 10 is out of range, give a size between 1KiB and 1TiB · "
                        + "`scan.worker` (line 2): unknown key, did you mean `workers`? · "
                        + "`manifests.repository` (line 3): `s3://bucket/x` is no path of the local disk · "
                        + "`manifests.branch` (line 3): `a..b` is no branch name such as main · "
                        + "`storage.s3.endpoint` (line 5): `localhost` is no URL such as http://localhost:9000 · "
                        + "`storage.s3.path-style` (line 5): `yes` is neither true nor false · "
                        + "`jobs.password-env` (line 6): This is no name of an environment variable such as"
                        + " ASSAY_KEY_PASSPHRASE; the secret itself does not belong into this file · "
                        + "`jobs.username` (line 6): belongs to a `url`; give both or neither");
    }

    @Test
    void refusesPasswordsInUrlsWithoutRepeatingThem() {
        for (String url :
                List.of("jdbc:postgresql://db/assay?user=a&password=hunter2", "jdbc:mysql://a:hunter2@db/x")) {
            assertThatThrownBy(() -> read("jobs: {url: '" + url + "'}\n"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("name its environment variable under `password-env`")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void aBrokenPolicyFileIsReportedByItsName() throws Exception {
        Workspace workspace = read("policy: gone.yaml\n");

        assertThatThrownBy(workspace::policy)
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("There is no file " + home.resolve("gone.yaml"));
    }

    private Workspace read(String text) throws Exception {
        return Workspace.read(Files.writeString(home.resolve("assay.yaml"), text));
    }

    @Test
    void readsModelsOfItsOwnAndComplainsOfAllThatIsWrong() throws Exception {
        CustomModel model = read("""
                detectors:
                  names: full
                  models:
                    - {id: dutch, file: models/nl.bin, language: nl, entities: {person: PERSON}}
                """).detectors().models().get(0);
        assertThat(model)
                .isEqualTo(new CustomModel(
                        "dutch",
                        home.resolve("models/nl.bin"),
                        "nl",
                        new TreeMap<>(Map.of("person", "PERSON")),
                        null,
                        4,
                        "detectors.models[0]"));

        assertThatThrownBy(() -> read("""
                        detectors:
                          models:
                            - {file: 's3://b/nl.bin', sha256: abc}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`detectors.models[0].language` (line 3): is missing")
                .hasMessageContaining("`detectors.models[0].id` (line 3): is missing")
                .hasMessageContaining("`s3://b/nl.bin` is no path of the local disk")
                .hasMessageContaining("`abc` is no SHA-256, write 64 hex digits in lower case");
    }
}
