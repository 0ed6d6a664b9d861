package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Data as others published them, with cards that keep silent on some of it: what is found is held against what is declared.
 * OWASP's cheat sheets are under CC BY-SA 4.0, by their repository, and one of them quotes a header that says 3.0.
 */
@Tag("shared")
class CardAgainstDataRoadIT {
    @TempDir
    Path workspace;

    /** A thousand invented customers with addresses, cards and genders; 230 clinical cases of invented patients. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parquet/duckdb | userdata1.parquet | [contact, person] | undeclared-data: forbidden | found and not declared: financial, device, special-category
            parquet/duckdb | userdata1.parquet | [contact, person, financial, device, special-category] | undeclared-data: forbidden | ''
            pii/meddocan   | '**/*.txt' | [person, health] | undeclared-data: forbidden | found and not declared: contact, government-id, special-category
            pii/meddocan   | '**/*.txt' | [person, health] | special-categories: consent-reference | health, special-category found, and no source declares a legal basis under Article 9 or consents
            pii/meddocan   | '**/*.txt' | [person, health] | children: declared | the card does not name `child` among its data subjects; 57 ages of children in `text`
            """)
    void kindsOfDataThatNobodyDeclaredAreNamed(
            String folder, String file, String declared, String demand, String objection) throws IOException {
        card(folder, "include: ['" + file + "']\npersonal-data: " + declared);

        assertThat(objection(demand)).isEqualTo(objection);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/owasp         | CC-BY-SA-4.0 | text is marked CC-BY-SA-3.0 in 1 cells
            text/owasp         | CC-BY-SA-4.0 AND CC-BY-SA-3.0 | ''
            text/peps          | CC0-1.0      | ''
            text/peps          | MIT          | text is marked CC0-1.0 in 1 cells
            text/opentelemetry | Apache-2.0   | ''
            text/opentelemetry | MIT          | text is marked Apache-2.0 in 1 cells
            """)
    void licencesInTheTextAreHeldAgainstTheDeclaredOne(String folder, String licence, String objection)
            throws IOException {
        card(folder, "sources: [{id: origin, license: " + licence + "}]");

        assertThat(objection("found-licenses: declared")).isEqualTo(objection);
    }

    private void card(String folder, String declared) throws IOException {
        Path data = RoadDataset.repository()
                .resolveSibling("shared")
                .resolve("data")
                .resolve(folder);
        assumeTrue(Files.isDirectory(data), () -> "no shared data at " + data + ": skipped");
        Files.writeString(
                workspace.resolve("dataset.yaml"), "id: published\nlocation: " + data + "\n" + declared + "\n");
    }

    /** What a demand on provenance has against the dataset; empty where it is met. */
    private String objection(String demand) throws IOException {
        Files.writeString(workspace.resolve("assay.yaml"), "policy: policy.yaml\n");
        Files.writeString(
                workspace.resolve("policy.yaml"),
                "rules: [{id: card, otherwise: needs-approval, provenance: {" + demand + "}}]\n");
        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--json");
        assertThat(scan.lines()).describedAs(scan.err()).hasSize(1);
        JsonObject rule = scan.lines().get(0).array("results").objects(result -> result).stream()
                .filter(result -> result.string("rule").equals("card"))
                .findFirst()
                .orElseThrow();
        return rule.string("outcome").equals("pass") ? "" : rule.string("actual");
    }
}
