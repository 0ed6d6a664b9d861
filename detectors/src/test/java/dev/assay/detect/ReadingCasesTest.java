package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.DataClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are written otherwise than they read, and what is found in them: a table of hits and near-misses. */
class ReadingCasesTest {
    private static final Path TABLE = Path.of("src/test/resources/readings/cases.tsv");
    private static final RuleSet RULES = RuleSet.shipped();

    @Test
    void everyCaseHolds() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(TABLE);
        CellScanner scanner = RULES.scanner();
        for (String line : lines.subList(2, lines.size())) {
            int tab = line.indexOf('\t');
            StringBuilder text = new StringBuilder();
            List<String> expected = expected(line.substring(0, tab), text);
            List<String> found = Hit.in(RULES, scanner, text.toString(), "").stream()
                    .filter(hit -> hit.winner() && hit.confidence() >= ConfidenceBand.POSSIBLE.floor())
                    .map(hit -> hit.detector() + ":" + hit.findingClass().label() + " " + hit.start() + "-" + hit.end())
                    .toList();
            if (!found.equals(expected)) {
                wrong.add(line.substring(tab + 1) + ": expected " + expected + ", found " + found);
            }
        }
        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /** Takes the marks out of a case's text; returns what they mark. */
    private static List<String> expected(String marked, StringBuilder text) {
        List<String> expected = new ArrayList<>();
        int at = 0;
        for (int open = marked.indexOf('⟨'); open >= 0; open = marked.indexOf('⟨', at)) {
            text.append(marked, at, open);
            int bar = marked.indexOf('|', open);
            int close = marked.indexOf('⟩', open);
            String detector = marked.substring(open + 1, bar);
            int start = text.codePointCount(0, text.length());
            text.append(marked, bar + 1, close);
            int end = text.codePointCount(0, text.length());
            expected.add((detector.contains(":") ? detector : detector + ":real") + " " + start + "-" + end);
            at = close + 1;
        }
        text.append(marked, at, marked.length());
        return expected;
    }

    /** Secrets that hide in base64, as configuration files and clusters keep them; invented. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "db_password = \"Zq7!vTeN4wRm2\"",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\n-----END RSA PRIVATE KEY-----\n",
                "postgres://ada:Zq7vTeN4wRm2@db.finchpost.net:5432/orders"
            })
    void secretsInsideBase64AreFound(String secret) {
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        String text = "data:\n  value: " + encoded + "\n";
        int from = text.indexOf(encoded);
        assertThat(Hit.in(RULES, text))
                .anyMatch(hit -> hit.confidence() >= ConfidenceBand.LIKELY.floor()
                        && hit.start() >= from
                        && hit.end() <= from + encoded.length()
                        && isCredential(hit));
    }

    private static boolean isCredential(Hit hit) {
        Detector detector = RULES.detector(RULES.index(hit.detector()).orElseThrow());
        return detector.dataClass() == DataClass.CREDENTIAL;
    }
}
