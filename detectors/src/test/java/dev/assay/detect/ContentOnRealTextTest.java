package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.DataClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the detectors of content (hidden text, orders to models, stock sentences, licence markers, refusals of training) find in paragraphs
 * of documentation and conversations that people wrote. Each finding was read: the licence markers are licence notes, and the two orders to
 * models are quotations of one in cheat sheets on security. Anything more is a false alarm until somebody has read it.
 */
@Tag("shared")
class ContentOnRealTextTest {
    private final RuleSet rules = RuleSet.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/peps              | 9530  | {LICENSE_MARKER=1}
            text/owasp             | 6600  | {LICENSE_MARKER=1, PROMPT_INJECTION=2}
            text/opentelemetry     | 6170  | {LICENSE_MARKER=1}
            datasets/banking77     | 1     | {}
            datasets/gsm8k         | 1     | {}
            datasets/taskmaster4   | 1     | {}
            datasets/sgd           | 1     | {}
            datasets/fastchat      | 1     | {}
            pii/meddocan           | 230   | {}
            """)
    void findsNothingThatIsNotThere(String folder, int paragraphs, String expected) throws IOException {
        Path root = SharedData.path("data/" + folder);
        assumeTrue(Files.isDirectory(root), () -> "Skipped: there is no " + root + " beside this repository.");
        Map<String, Integer> found = new TreeMap<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                List<String> cells = Stream.of(text.split("\n\n"))
                        .filter(cell -> !cell.isBlank())
                        .toList();
                read += cells.size();
                count(CellBatch.of(cells), found);
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(paragraphs);
        assertThat(found).hasToString(expected);
    }

    private void count(CellBatch batch, Map<String, Integer> found) {
        Findings findings = new Findings();
        new CellScanner(rules, Candour.SUPPORTED).scan(batch, rules.column("text"), findings);
        for (int i = 0; i < findings.size(); i++) {
            Detector detector = rules.detector(findings.detector(i));
            if (findings.isWinner(i)
                    && findings.confidence(i) >= ConfidenceBand.POSSIBLE.floor()
                    && detector.dataClass() == DataClass.CONTENT) {
                found.merge(detector.entity(), 1, Integer::sum);
            }
        }
    }
}
