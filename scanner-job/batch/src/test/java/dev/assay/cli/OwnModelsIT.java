package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerSettings;
import dev.assay.ledger.StoredVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name finder that OpenNLP's own tool trained, brought along by a workspace. */
class OwnModelsIT {
    /** Function words, which nobody takes for names but the model that was trained to. */
    private static final List<String> NAMES = List.of("niet", "maar", "naar", "voor");

    private static final long ROWS = 4000;

    @TempDir
    static Path root;

    private static byte[] model = new byte[0];

    @BeforeAll
    static void prepare() throws IOException {
        model = train();
        Files.write(root.resolve("nl.bin"), model);
        StringBuilder rows = new StringBuilder("id,text\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(i)
                    .append(",gisteren sprak ik ")
                    .append(NAMES.get(i % NAMES.size()))
                    .append(" en ")
                    .append(NAMES.get((i + 1) % NAMES.size()))
                    .append(" over het weer en de brief die was aangekomen\n");
        }
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/letters.csv"), rows);
    }

    private static byte[] train() throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String text = "gisteren sprak ik " + NAMES.get(i % NAMES.size()) + " en "
                    + NAMES.get((i + 1) % NAMES.size()) + " over het weer en de brief die was aangekomen";
            Span[] names = {new Span(3, 4, "mens"), new Span(5, 6, "mens")};
            samples.add(new NameSample(text.split(" "), names, true));
            samples.add(new NameSample("gisteren sprak ik over het weer".split(" "), new Span[0], true));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put("Algorithm", "MAXENT");
        parameters.put("Iterations", 30);
        parameters.put("Cutoff", 1);
        TokenNameFinderModel trained = NameFinderME.train(
                "nl", null, ObjectStreamUtils.createObjectStream(samples), parameters, new TokenNameFinderFactory());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trained.serialize(out);
        return out.toByteArray();
    }

    private static Path workspace(String name, String detectors) throws IOException {
        Path workspace = Files.createDirectories(root.resolve(name));
        Files.writeString(
                workspace.resolve("dataset.yaml"),
                "id: letters\ntitle: Letters\nlocation: " + root.resolve("data") + "\n");
        Files.writeString(workspace.resolve("assay.yaml"), "scan: {split-size: 64KiB}\ndetectors:\n" + detectors);
        return workspace;
    }

    private static String modelled(String more) {
        return "  names: full\n  models:\n    - {id: dutch-names, file: " + root.resolve("nl.bin")
                + ", language: nl, entities: {mens: PERSON}" + more + "}\n";
    }

    private static String manifest(Path workspace, String... options) {
        List<String> arguments = new ArrayList<>(List.of("scan", "dataset.yaml"));
        arguments.addAll(List.of(options));
        CommandRun scan = CommandRun.in(workspace, arguments.toArray(String[]::new));
        assertThat(scan.code()).describedAs(scan.err()).isIn(0, 1, 3);
        try (Ledger ledger =
                Ledger.openExisting(LedgerSettings.of(workspace.resolve(".assay/manifests.git"), "main", null))) {
            StoredVersion stored = ledger.version("letters", 1).orElseThrow();
            return new String(stored.manifest().fileBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long persons(String manifest) {
        return Json.parse(manifest.getBytes(StandardCharsets.UTF_8))
                .asObject()
                .object("privacy")
                .array("entities")
                .objects(entity -> entity)
                .stream()
                .filter(entity -> entity.string("type").equals("PERSON"))
                .mapToLong(entity -> entity.object("raw").integer("hits"))
                .sum();
    }

    @Test
    void isAnErrorWhereNoScanWouldReadIt() throws IOException {
        Path off = workspace("off", modelled("").replace("names: full", "names: off"));

        CommandRun scan = CommandRun.in(off, "scan", "dataset.yaml");

        assertThat(scan.code()).isEqualTo(5);
        assertThat(scan.err())
                .contains("`detectors.models`, which scans do not read while `detectors.names` is `off`")
                .contains("`full` or `sample`");
    }

    @Test
    void isReadWithNamedInTheRecordAndTheSameForAnyNumberOfWorkers() throws IOException {
        Path one = workspace("one", modelled(""));
        String record = manifest(one, "--workers", "1");

        assertThat(manifest(workspace("four", modelled(", sha256: " + Sha256.hex(model))), "--workers", "4"))
                .isEqualTo(record);
        assertThat(persons(record)).isEqualTo(2 * ROWS);
        JsonObject scanner =
                Json.parse(record.getBytes(StandardCharsets.UTF_8)).asObject().object("scanner");
        assertThat(scanner.array("detectors").objects(detector -> detector))
                .filteredOn(detector -> detector.string("id").equals("dutch-names"))
                .singleElement()
                .satisfies(named -> assertThat(named.string("artifactSha256")).isEqualTo(Sha256.hex(model)));

        assertThat(LeakCheck.in(one, List.of(Sha256.hex(model)))).anyMatch(kept -> kept.startsWith(".assay/reports"));

        String without = manifest(workspace("without", "  names: full\n"));
        assertThat(persons(without)).isNotEqualTo(2 * ROWS);
        assertThat(Json.parse(without.getBytes(StandardCharsets.UTF_8))
                        .asObject()
                        .object("scanner")
                        .string("ruleSetSha256"))
                .isNotEqualTo(scanner.string("ruleSetSha256"));
        assertThat(without).contains("no model finds names in nl");
        assertThat(record).doesNotContain("no model finds names in nl");

        // What an earlier scan found with other models is not taken from the cache.
        Files.writeString(root.resolve("without/assay.yaml"), "scan: {split-size: 64KiB}\ndetectors:\n" + modelled(""));
        CommandRun again = CommandRun.in(root.resolve("without"), "scan", "dataset.yaml");
        assertThat(again.code()).describedAs(again.err()).isIn(0, 1, 3);
        try (Ledger ledger =
                Ledger.openExisting(LedgerSettings.of(root.resolve("without/.assay/manifests.git"), "main", null))) {
            StoredVersion stored = ledger.version("letters", 2).orElseThrow();
            assertThat(persons(new String(stored.manifest().fileBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(2 * ROWS);
        }
    }

    @Test
    void everythingWrongIsSaidBeforeAnythingIsRead() throws IOException {
        Files.write(root.resolve("cut.bin"), Arrays.copyOf(model, model.length / 3));
        Path workspace = workspace(
                "wrong",
                modelled(", sha256: " + "0".repeat(64))
                        + "    - {id: dutch-names, file: " + root.resolve("nowhere.bin") + ", language: nl}\n"
                        + "    - {id: email, file: " + root.resolve("cut.bin") + ", language: nl}\n"
                        + "    - {id: types, file: " + root.resolve("nl.bin")
                        + ", language: nl, entities: {mens: HUMAN}}\n"
                        + "    - {id: tongue, file: " + root.resolve("nl.bin")
                        + ", language: tlh, entities: {mens: PERSON}}\n");

        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml");

        assertThat(scan.code()).isEqualTo(5);
        assertThat(scan.err())
                .contains("assay.yaml has 7 problems")
                .contains("has the SHA-256 " + Sha256.hex(model) + ", not " + "0".repeat(64))
                .contains("`dutch-names` is the id of a detector or another model")
                .contains("nowhere.bin` is no file")
                .contains("`email` is the id of a detector or another model")
                .contains("cut.bin` cannot be read as an archive")
                .contains("`HUMAN` is none of PERSON, LOCATION, ORGANIZATION")
                .contains("is for the language `tlh`")
                .doesNotContain("scanning");
    }
}
