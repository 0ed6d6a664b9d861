package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the record after a scan: permit, stop, erase, and answer an auditor. */
class PermissionRoadIT {
    @TempDir
    Path directory;

    private CommandRun call(int code, String... args) {
        CommandRun run = CommandRun.in(directory, args);
        assertThat(run.code()).as(String.join(" ", args) + "\n" + run.said()).isEqualTo(code);
        return run;
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void peoplePermitStopEraseAndAnswer() throws IOException {
        write("crm/dataset.yaml", "id: crm\nowner: Sales\npurposes: [ai-evaluation]\nlocation: data\n");
        write("crm/data/people.csv", "id,mail\n1,ada.wren@finchpost.net\n2,tom.reed@finchpost.net\n");
        write("crm/data/plain.csv", "id,note\n1,hello\n");
        call(3, "scan", "crm/dataset.yaml");
        call(0, "keys", "--new", "ada.pem");
        call(0, "keys", "--new", "eve.pem");

        String[] approval = {
            "approve",
            "crm@1",
            "--purpose",
            "ai-evaluation",
            "--expires",
            "30d",
            "--review",
            "All rows",
            "-k",
            "ada.pem"
        };
        assertThat(call(5, approval).err()).contains("is not in the ledger's trust/roles.yaml");
        call(0, "trust", "--add", "ada.pub.pem", "--holder", "Ada Wren", "--role", "privacy");
        assertThat(call(5, "trust", "--add", "eve.pub.pem", "--holder", "Eve", "--role", "ml", "-k", "ada.pem")
                        .err())
                .contains("is not signed as the version before it asks");
        call(3, "gate", "crm/dataset.yaml", "--purpose", "ai-evaluation");
        JsonObject approved = call(0, concat(approval, "--json")).lines().get(0);
        assertThat(approved.string("signedBy")).isEqualTo("Ada Wren");
        call(0, "gate", "crm/dataset.yaml", "--purpose", "ai-evaluation", "--run-id", "eval-1");
        assertThat(call(5, "gate", "crm/dataset.yaml", "--run-id", "../x").err())
                .contains("is no run id");
        assertThat(call(0, "runs", "crm@1").out()).contains("eval-1").contains("ai-evaluation");

        call(0, "revoke", "crm@1", "--reason", "A complaint", "-k", "ada.pem");
        assertThat(call(3, "gate", "crm/dataset.yaml", "--purpose", "ai-evaluation")
                        .err())
                .contains("was revoked by Ada Wren: A complaint");

        write("strict.yaml", "id: strict\nrules:\n- {id: no-mail, findings: {max-count: 0}}\n");
        assertThat(call(1, "reevaluate", "--policy", "strict.yaml").out())
                .contains("crm@1")
                .contains("no-mail");

        write("crm/data/people.csv", "id,mail\n2,nobody\n");
        call(0, "scan", "crm/dataset.yaml");
        assertThat(call(0, "diff", "crm@1", "crm@2").out()).contains("findings, resolved: EMAIL_ADDRESS");
        JsonObject erased = call(
                        0,
                        "erase",
                        "crm@2",
                        "--before",
                        "1",
                        "--request",
                        "DSR-1",
                        "--method",
                        "row deleted",
                        "-k",
                        "ada.pem",
                        "--json")
                .lines()
                .get(0);
        assertThat(erased.string("statement")).hasSize(64);

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        CommandRun population = call(0, "population", "--from", today, "--to", today);
        assertThat(population.out())
                .contains(",Approval,crm@1,")
                .contains(",Erasure,crm@2,")
                .contains("eval-1");
        List<String> sample = call(0, "population", "--from", today, "--to", today, "--sample", "3", "--seed", "a")
                .out()
                .lines()
                .toList();
        assertThat(sample).hasSize(4);
        call(0, "verify", "crm/dataset.yaml");
    }

    @Test
    void diffTellsWhatIsWaivedAndHowValuesRightsAndVerdictChanged() throws IOException {
        write("assay.yaml", "policy: policy.yaml\n");
        write(
                "policy.yaml",
                "id: mine\nrules:\n- {id: no-mail, findings: {entities: [EMAIL_ADDRESS], max-count: 0}}\n");
        String source = "sources:\n- {id: shop, intended-purpose: [%s]}\n";
        write("crm/dataset.yaml", "id: crm\nlocation: data\n" + source.formatted("ai-evaluation"));
        StringBuilder rows = new StringBuilder("id,mail,age\n");
        for (int row = 0; row < 60; row++) {
            rows.append(row)
                    .append(",ada.wren")
                    .append(row)
                    .append("@finchpost.net,")
                    .append(20 + row % 9)
                    .append('\n');
        }
        write("crm/data/people.csv", rows.toString());
        call(1, "scan", "crm/dataset.yaml");
        write("crm/dataset.yaml", "id: crm\nlocation: data\n" + source.formatted("ai-pre-training"));
        write("crm/data/people.csv", rows.toString().replace(",2", ",").replace("ada.wren59@finchpost.net", ""));
        call(1, "scan", "crm/dataset.yaml");
        call(0, "keys", "--new", "ada.pem");
        call(0, "trust", "--add", "ada.pub.pem", "--holder", "Ada Wren", "--role", "privacy");
        assertThat(call(0, "diff", "crm@1", "crm@2").out())
                .contains("findings, persisting: EMAIL_ADDRESS real mail: 60 → 59")
                .contains("quality, mail filled: 100.00 % → 98.33 %")
                .contains("quality, age numbers: 20 to 28 → 0 to 8")
                .contains("drift, age numbers: population stability index ")
                .contains("rights, Purposes: ai-evaluation → ai-pre-training")
                .doesNotContain("policy, ");

        call(
                0,
                "waive",
                "crm@2",
                "--rule",
                "no-mail",
                "--max-count",
                "59",
                "--expires",
                "9d",
                "--reason",
                "Ours",
                "-k",
                "ada.pem");
        CommandRun waived = call(0, "diff", "crm@1", "crm@2");
        assertThat(waived.out())
                .contains("findings, waived: EMAIL_ADDRESS real mail: 60 → 59")
                .contains("policy, verdict: fail → pass")
                .contains("policy, no-mail: fail → waived");
        JsonObject json = call(0, "diff", "crm@1", "crm@2", "--json").lines().get(0);
        assertThat(json.array("rights").size()).isEqualTo(1);
        assertThat(json.array("drift").size()).isPositive();
    }

    private static String[] concat(String[] first, String last) {
        String[] all = Arrays.copyOf(first, first.length + 1);
        all[first.length] = last;
        return all;
    }
}
