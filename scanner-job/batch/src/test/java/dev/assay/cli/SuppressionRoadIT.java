package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a list of known values to a scan that passes, and back once the list has expired or the key is another. */
class SuppressionRoadIT {
    private static final String KNOWN = "help@quaymail.org";

    @TempDir
    Path workspace;

    @Test
    void aKnownValuePassesUntilItsEntryExpires() throws IOException {
        write("assay.yaml", "policy: policy.yaml\n");
        write("data/a.csv", "id,email\n1," + KNOWN + "\n2," + KNOWN + "\n");
        write("dataset.yaml", "id: letters\n");
        String values = digest();

        policy("2999-12-31", values);
        CommandRun passing = scan();
        assertThat(passing.code()).describedAs(passing.err()).isZero();
        assertThat(passing.err()).contains("suppression ours: 2 findings set aside until 2999-12-31, for Ada Wren");
        JsonObject entry =
                passing.lines().get(0).array("suppressions").objects(one -> one).get(0);
        assertThat(entry.string("state")).isEqualTo("in-force");
        assertThat(entry.integer("hits")).isEqualTo(2);
        assertThat(Files.readString(report()))
                .contains("Counted apart", "<bdi>Ada Wren</bdi>, 2999-12-31")
                .doesNotContain(KNOWN);

        policy("2020-01-01", values);
        CommandRun expired = scan();
        assertThat(expired.code()).isEqualTo(1);
        assertThat(expired.err()).contains("(unchanged)", "expired on 2020-01-01, so 2 findings count");

        Files.delete(workspace.resolve(".assay/keys/suppression.key"));
        CommandRun keyless = scan();
        assertThat(keyless.code()).isEqualTo(5);
        assertThat(keyless.err()).contains("`ours`: its values were digested with the key", "this workspace has none");
    }

    private Path report() throws IOException {
        try (var reports = Files.walk(workspace.resolve(".assay/reports"))) {
            return reports.filter(file -> file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CommandRun scan() {
        return CommandRun.in(workspace, "scan", "dataset.yaml", "--json");
    }

    private String digest() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream((KNOWN + "\n\n").getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                workspace,
                Map.of(),
                false);
        assertThat(Assay.run(console, new String[] {"digest"})).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(KNOWN);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void policy(String expires, String values) throws IOException {
        List<String> lines = List.of(
                "rules: [{id: no-addresses, findings: {entities: [EMAIL_ADDRESS], max-count: 0}}]",
                "suppressions:",
                "  - id: ours",
                values.indent(4).stripTrailing(),
                "    owner: Ada Wren",
                "    reason: Role addresses",
                "    expires: " + expires);
        write("policy.yaml", String.join("\n", lines) + "\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
