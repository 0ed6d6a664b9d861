package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's contract: results on stdout, words on stderr, one exit code. */
@Tag("slow")
class CliTest {
    @TempDir
    Path directory;

    /** What a call answered. */
    private record Answer(int code, String out, String err) {
        List<JsonObject> lines() {
            return out.lines().map(line -> Json.parse(line).asObject()).toList();
        }
    }

    private Answer call(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                Map.of(),
                false);
        int code = Assay.run(console, args);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    @Test
    void cardImportWritesACardThatCanBeScannedAndOverwritesNothing() throws IOException {
        write("tides/README.md", "---\npretty_name: Tides\nlicense: mit\n---\n");
        write("tides/data/a.jsonl", "{\"text\":\"high at noon\"}\n");

        Answer printed = call("", "card", "import", "tides/README.md");
        assertThat(printed.code()).describedAs(printed.err()).isZero();
        assertThat(printed.out()).contains("license: \"MIT\"", "#owner: undeclared");
        assertThat(printed.err()).contains("3 keys filled in");

        Answer written = call("", "card", "import", "tides/README.md", "-o", "tides/dataset.yaml");
        assertThat(written.code()).describedAs(written.err()).isZero();
        Answer scanned = call("", "scan", "tides/dataset.yaml");
        assertThat(scanned.err()).contains("tides@1 (new version)");

        Answer again = call("", "card", "import", "tides/README.md", "-o", "tides/dataset.yaml");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.err()).contains("is there already");
        assertThat(call("", "card", "import", "tides/data/a.jsonl").code()).isEqualTo(5);
        assertThat(call("", "card", "import", "tides/none.md").code()).isEqualTo(5);
    }

    @Test
    void cardImportOfTheDataItselfGuessesNothing() throws IOException {
        write("tides/data/a.jsonl", "{\"text\":\"high at noon\"}\n");

        Answer printed = call("", "card", "import", "tides/data");

        assertThat(printed.code()).describedAs(printed.err()).isZero();
        assertThat(printed.out())
                .contains("of 1 of 1 file at its location", "location: \"tides/data\"", "#license: undeclared");
        assertThat(printed.err()).contains("0 keys filled in");
        assertThat(call("", "card", "import", "tides/none.parquet").code()).isNotZero();
    }

    @Test
    void detectAnswersInCodePoints() {
        Answer answer = call(
                "{\"id\":\"a\",\"text\":\"żółć 😀 ada.wren@finchpost.net\"}\n{\"id\":\"b\",\"text\":\"nothing\"}\n",
                "detect");

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lines()).hasSize(2);
        JsonObject first = answer.lines().get(0);
        assertThat(first.string("id")).isEqualTo("a");
        JsonObject finding = first.array("findings").values().get(0).asObject();
        assertThat(finding.string("entity")).isEqualTo("EMAIL_ADDRESS");
        assertThat(finding.integer("start")).isEqualTo(7);
        assertThat(finding.integer("end")).isEqualTo(7 + "ada.wren@finchpost.net".length());
        assertThat(finding.string("class")).isEqualTo("real");
        assertThat(finding.string("detector")).isEqualTo("email");
        assertThat(finding.integer("confidence")).isBetween(60L, 100L);
        assertThat(finding.array("alternatives").size()).isNotNegative();
        assertThat(answer.lines().get(1).array("findings").size()).isZero();
    }

    @Test
    void detectKeepsTheOrderWhateverTheColumns() {
        StringBuilder in = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            in.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"u")
                    .append(i)
                    .append("@finchpost.net\"");
            in.append(i % 3 == 0 ? ",\"column\":\"email\"}\n" : "}\n");
        }

        Answer answer = call(in.toString(), "detect");

        List<JsonObject> lines = answer.lines();
        assertThat(lines).hasSize(2_000);
        for (int i = 0; i < 2_000; i++) {
            JsonObject line = lines.get(i);
            assertThat(line.string("id")).isEqualTo(Integer.toString(i));
            assertThat(line.array("findings").size()).isEqualTo(1);
        }
    }

    @Test
    void detectHidesWhatIsLessSureThanAsked() {
        String in = "{\"id\":\"a\",\"text\":\"ada.wren@finchpost.net\"}\n";

        assertThat(call(in, "detect", "--min-confidence", "100")
                        .lines()
                        .get(0)
                        .array("findings")
                        .size())
                .isLessThanOrEqualTo(call(in, "detect", "--min-confidence", "0")
                        .lines()
                        .get(0)
                        .array("findings")
                        .size());
        assertThat(call(in, "detect", "--min-confidence", "101").code()).isEqualTo(5);
    }

    @Test
    void detectReadsAndWritesFiles() throws IOException {
        write("in.jsonl", "{\"id\":1,\"text\":\"ada.wren@finchpost.net\",\"column\":\"mail\"}\n");

        Answer answer = call("", "detect", "--table", "in.jsonl", "-o", "out.jsonl");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("out.jsonl")))
                .contains("EMAIL_ADDRESS")
                .contains("\"id\":1");
    }

    @Test
    void aBadInputLineIsNamedWithoutItsText() {
        Answer answer = call("{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\",\"text\":secret}\n", "detect");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).startsWith("stdin, line 3: Not valid JSON").doesNotContain("secret");
        assertThat(call("[1]\n", "validate").err()).startsWith("stdin, line 1:");
        assertThat(call("{\"id\":\"a\"}\n", "detect").err()).contains("line 1").contains("\"text\"");
    }

    @Test
    void validateSaysTrueFalseOrThatThereIsNoSuchValidator() {
        Answer answer = call("""
                {"id":"1","validator":"luhn","text":"4111111111111111"}
                {"id":"2","validator":"luhn","text":"4111111111111112"}
                {"id":"3","validator":"xx.none","text":"1"}
                """, "validate");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).isEqualTo("""
                        {"id":"1","valid":true}
                        {"id":"2","valid":false}
                        {"id":"3","valid":null}
                        """);
    }

    @Test
    void misuseIsExplainedAndExitsWithFive() {
        Answer answer = call("", "frobnicate");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).startsWith("There is no command `frobnicate`.").contains("See `assay --help`.");
        assertThat(call("", "scna", "x").err()).contains("assay scan");
        assertThat(call("", "scan", "x", "--wrokers").err()).startsWith("Unknown option: '--wrokers'");
        assertThat(call("").code()).isEqualTo(5);
        assertThat(call("", "scan").code()).isEqualTo(5);
        assertThat(call("", "scan", "nowhere").err()).startsWith("There is no nowhere");
        assertThat(call("", "scan", "nowhere").code()).isEqualTo(5);
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command : List.of(
                "scan",
                "gate",
                "verify",
                "approve",
                "revoke",
                "waive",
                "erase",
                "runs",
                "trust",
                "population",
                "reevaluate",
                "controls",
                "diff",
                "log",
                "report",
                "detect",
                "validate",
                "detectors",
                "keys",
                "init",
                "jobs")) {
            Answer answer = call("", command, "--help");
            assertThat(answer.code()).describedAs(command).isZero();
            assertThat(answer.out()).describedAs(command).contains("Example").contains("assay " + command);
        }
        assertThat(call("", "--version").out()).startsWith("assay ");
        assertThat(call("", "--help").out())
                .contains("Exit codes")
                .contains("scan")
                .contains("gate");
    }

    @Test
    void aBrokenWorkspaceIsAConfigurationError() throws IOException {
        write("assay.yaml", "scan:\n  workerz: 3\n");

        Answer answer = call("", "keys");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("workerz").contains("workers");
    }

    @Test
    void initWritesFilesThatReadAsTheyAre() {
        assertThat(call("", "init").code()).isZero();
        assertThat(directory.resolve("assay.yaml")).exists();
        assertThat(directory.resolve("dataset.yaml")).exists();
        assertThat(directory.resolve("policy.yaml")).exists();

        assertThat(call("", "init").err()).contains("as it is").doesNotContain("Wrote");
        assertThat(call("", "keys").code()).isZero();
    }

    @Test
    void aKeyIsMadeOnce() {
        Answer first = call("", "keys", "--json");
        Answer second = call("", "keys", "--json");

        assertThat(first.err()).startsWith("Made the key");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out()).contains("fingerprint");
    }

    @Test
    void aScanIsRecordedGatedAndChangedBytesAreRefused() throws IOException {
        write("crm/dataset.yaml", "id: crm\nlocation: data\n");
        write("crm/data/people.csv", "id,note\n1,hello\n2,again\n");

        Answer scan = call("", "scan", "crm/dataset.yaml", "--json", "--metrics-file", "m.prom", "--workers", "2");
        assertThat(scan.code()).describedAs(scan.err()).isZero();
        JsonObject first = scan.lines().get(0);
        assertThat(first.string("step")).isEqualTo("new-version");
        assertThat(first.integer("rows")).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("m.prom"))).contains("assay_scan_rows{dataset=\"crm\"} 2.0");

        Answer again = call("", "scan", "crm/dataset.yaml", "--json");
        assertThat(again.lines().get(0).string("manifestSha256")).isEqualTo(first.string("manifestSha256"));
        assertThat(again.lines().get(0).integer("version")).isEqualTo(1);

        Answer gate = call("", "gate", "crm/dataset.yaml", "--json");
        assertThat(gate.code()).describedAs(gate.err()).isZero();
        assertThat(call("", "verify", "crm/dataset.yaml").code()).isZero();
        assertThat(call("", "log").out()).contains("crm@1");
        assertThat(directory.resolve(".assay/reports/crm@1.html")).content().startsWith("<!");
        assertThat(call("", "report", "crm", "-o", "crm.html").code()).isZero();
        assertThat(directory.resolve("crm.html")).content().contains("crm");
        assertThat(call("", "log", "crm").out()).contains("Record crm@1");
        assertThat(call("", "jobs", "--json").out()).contains("\"state\":\"completed\"");

        write("crm/data/people.csv", "id,note\n1,hello\n2,agaim\n");
        Answer changed = call("", "gate", "crm/dataset.yaml");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("people.csv has changed");

        assertThat(call("", "scan", "crm/dataset.yaml").code()).isZero();
        assertThat(call("", "diff", "crm@1", "crm@2").out()).contains("1 modified");
        assertThat(call("", "diff", "crm@1", "crm@9").code()).isEqualTo(5);
    }

    @Test
    void oneDatasetsTroubleDoesNotKeepTheOthersFromBeingScanned() throws IOException {
        write("good/dataset.yaml", "id: good\nlocation: data\n");
        write("good/data/a.csv", "a\n1\n");
        write("bad/dataset.yaml", "id: bad\nlocation: nothing-here\n");

        Answer answer = call("", "scan", "bad/dataset.yaml", "good/dataset.yaml", "--json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.lines().get(0).string("error")).contains("nothing-here");
        assertThat(answer.lines().get(1).string("dataset")).isEqualTo("good");
    }

    @Test
    void twoDatasetsOfOneCallNeedTwoIds() throws IOException {
        write("a/data.csv", "a\n1\n");
        write("b/data.csv", "a\n1\n");

        Answer answer = call("", "scan", "a/data.csv", "b/data.csv");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("id");
    }

    @Test
    void theGravestCodeWins() {
        assertThat(ExitCodes.worst(List.of())).isEqualTo(dev.assay.gate.ExitCode.PASS);
        assertThat(ExitCodes.worst(List.of(dev.assay.gate.ExitCode.APPROVAL, dev.assay.gate.ExitCode.POLICY)))
                .isEqualTo(dev.assay.gate.ExitCode.POLICY);
        assertThat(ExitCodes.worst(List.of(
                        dev.assay.gate.ExitCode.POLICY,
                        dev.assay.gate.ExitCode.INTEGRITY,
                        dev.assay.gate.ExitCode.INCOMPLETE)))
                .isEqualTo(dev.assay.gate.ExitCode.INTEGRITY);
        assertThat(ExitCodes.of(new IllegalStateException("a bug"))).isEqualTo(dev.assay.gate.ExitCode.BUG);
    }

    /** Only the named command is made, so it must be found under the name it gives itself. */
    @Test
    void everyCommandIsFoundByItsOwnName() {
        Map<String, Supplier<AssayCommand>> all = Assay.all(Console.system());

        assertThat(all).hasSizeGreaterThan(12);
        assertThat(all)
                .allSatisfy((name, command) -> assertThat(command.get()
                                .getClass()
                                .getAnnotation(picocli.CommandLine.Command.class)
                                .name())
                        .isEqualTo(name));
    }
}
