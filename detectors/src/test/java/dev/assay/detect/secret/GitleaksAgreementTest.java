package dev.assay.detect.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.DataClass;
import dev.assay.detect.AgreementTable;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.SharedData;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Cases of gitleaks, judged as it judges them: in a positive one some credential must be found, in a negative one none.
 * Where we differ on purpose, {@code docs/deviations.tsv} names the case and says why.
 */
class GitleaksAgreementTest {
    private static final Path DEVIATIONS = Path.of("docs/deviations.tsv");
    private static final String FILE = "gitleaks";

    @Test
    void agreesOnNinetySevenOfAHundredCases() throws IOException {
        Path cases = SharedData.path("data/peercases/gitleaks.jsonl.gz");
        assumeTrue(Files.exists(cases), "gitleaks.jsonl.gz is not beside the repository");
        RuleSet rules = RuleSet.shipped();
        List<String> differing = new ArrayList<>();
        int count = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(cases)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject entry = (JsonObject) Json.parse(line);
                boolean positive = entry.truth("valid");
                Set<String> found = credentialsIn(rules, entry.string("text"));
                if (positive == found.isEmpty()) {
                    differing.add(entry.string("id") + " " + entry.string("entity")
                            + (positive ? " missed" : " found " + found));
                }
                count++;
            }
        }
        AgreementTable.show("gitleaks", "secret", count, count - differing.size(), 0);
        List<String> known = known();
        assertThat(count).as("cases").isGreaterThan(400);
        assertThat(differing.size() * 100)
                .as("share of cases that differ: %s", differing)
                .isLessThanOrEqualTo(3 * count);
        assertThat(differing)
                .allSatisfy(difference -> assertThat(known)
                        .as("a difference that docs/deviations.tsv does not explain: %s", difference)
                        .contains(difference.substring(0, difference.indexOf(' '))));
    }

    @Test
    void everyDeviationHasItsReason() throws IOException {
        for (String line : Files.readAllLines(DEVIATIONS)) {
            assertThat(line.split("\t", -1)).as(line).hasSize(3).doesNotContain("");
        }
    }

    private static List<String> known() throws IOException {
        return Files.readAllLines(DEVIATIONS).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(FILE))
                .map(cells -> cells[1])
                .collect(Collectors.toList());
    }

    private static Set<String> credentialsIn(RuleSet rules, String text) {
        Findings findings = new Findings();
        rules.scanner().scan(CellBatch.of(List.of(text)), rules.column(""), findings);
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < findings.size(); i++) {
            if (rules.detector(findings.detector(i)).dataClass() == DataClass.CREDENTIAL
                    && findings.confidence(i) >= ConfidenceBand.POSSIBLE.floor()) {
                ids.add(rules.detector(findings.detector(i)).id());
            }
        }
        return ids;
    }
}
