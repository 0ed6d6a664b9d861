package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From data about children and a card that is silent on them to a card that says so. */
class ChildDataRoadIT {
    private static final String UNDECLARED = "the card does not name `child` among its data subjects";
    private static final String SIGNS = "; columns are named after children, first `guardian_name`; "
            + "2 values under 16 in `age`; 1 ages of children in `text`; 1 statements of children in `text`";
    private static final String BORN =
            "by the last birth date in `date_of_birth` somebody was 10 years old on 2024-06-30";

    @TempDir
    Path workspace;

    @Test
    void signsOfChildrenAskForACardThatNamesThemAndWhoConsented() throws IOException, SQLException {
        write("assay.yaml", "policy: policy.yaml\n");
        policy("parental-consent", 16);
        write("data/clubs.csv", "age,guardian_name\n41,\n9,\n15,\n16,\n70,\n23,\n");
        write("data/letters.jsonl", """
                {"text": "I am 9 years old and I like owls."}
                {"text": "My sister is in the third grade."}
                {"text": "The bridge is 12 years old."}
                """);
        birthDates("data/members.parquet");

        card("");
        assertThat(objection()).isEqualTo(UNDECLARED + SIGNS + " and 1 more");

        card("data-subjects: [member, child]");
        assertThat(objection()).isEqualTo("no source names parental consents" + SIGNS + " and 1 more");

        policy("declared", 16);
        assertThat(objection()).isEmpty();

        policy("parental-consent", 16);
        card("data-subjects: [member, child]", "    parental-consents: ['register entry 7']");
        assertThat(objection()).isEmpty();
    }

    @Test
    void thePolicySaysWhoIsAChildAndTheCardWhenTheDataWereCollected() throws IOException, SQLException {
        write("assay.yaml", "policy: policy.yaml\n");
        write("data/ages.csv", "age,town\n13,A\n17,B\n55,C\n");
        birthDates("data/members.parquet");
        card("");

        policy("declared", 13);
        assertThat(objection()).isEqualTo(UNDECLARED + "; " + BORN);
        policy("declared", 18);
        assertThat(objection()).isEqualTo(UNDECLARED + "; 2 values under 18 in `age`; " + BORN);

        write("dataset.yaml", "id: clubs\n");
        assertThat(objection())
                .endsWith("no source has a date or generation period by which to tell an age from birth dates in"
                        + " `date_of_birth`")
                .doesNotContain("2014");
        write("dataset.yaml", "id: clubs\nsources: [{id: a, date: 2040-01-01}, {id: b, date: 2032-05-06}]\n");
        assertThat(objection()).isEqualTo(UNDECLARED + "; 2 values under 18 in `age`");
    }

    /** What the rule says of a scan; empty where it is met. */
    private String objection() {
        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--json");
        assertThat(scan.lines()).describedAs(scan.err()).hasSize(1);
        List<JsonObject> results = scan.lines().get(0).array("results").objects(rule -> rule);
        JsonObject rule = results.stream()
                .filter(one -> one.string("rule").equals("children"))
                .findFirst()
                .orElseThrow();
        return rule.string("outcome").equals("pass") ? "" : rule.string("actual");
    }

    private void policy(String card, int age) throws IOException {
        write(
                "policy.yaml",
                "rules: [{id: children, otherwise: needs-approval, provenance: {children: " + card + ", child-age: "
                        + age + "}}]\n");
    }

    private void card(String subjects, String... source) throws IOException {
        write(
                "dataset.yaml",
                "id: clubs\n" + subjects + "\nsources:\n  - id: desk\n    date: 2025-01-31\n"
                        + "    generation-period: {from: 2020-01-01, to: 2024-06-30}\n" + String.join("\n", source)
                        + "\n");
    }

    /** A typed column of days, which is no text. */
    private void birthDates(String name) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("COPY (SELECT DATE "
                    + "'2014-05-06' - CAST(range * 400 AS INTEGER) AS date_of_birth FROM range(6)) TO '"
                    + workspace.resolve(name) + "' (FORMAT parquet)");
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
