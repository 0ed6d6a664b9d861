package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.DataClass;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the detectors of content (hidden text, orders to models, stock sentences, licence markers, refusals of training) find in paragraphs
 * of documentation and conversations that people wrote. Each finding was read: the licence markers are licence notes, the three orders to
 * models are quotations in cheat sheets on security, and the stock sentences those of a model that says who it is. Anything more is a false alarm until somebody has read it.
 */
@Tag("shared")
class ContentOnRealTextTest {
    private final RuleSet rules = RuleSet.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/peps              | 9530  | {LICENSE_MARKER=1}
            text/owasp             | 6600  | {LICENSE_MARKER=1, PROMPT_INJECTION=3}
            text/opentelemetry     | 6170  | {LICENSE_MARKER=1}
            datasets/banking77     | 1     | {}
            datasets/gsm8k         | 1     | {}
            datasets/taskmaster4   | 1     | {}
            datasets/sgd           | 1     | {}
            datasets/fastchat      | 1     | {REFUSAL_TEXT=283}
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

    /**
     * Invented conversations in which a model says who it is. Labelled by whoever wrote them in so far as an answer calls itself a
     * language model; the other answers greet and say who made it.
     */
    @Test
    void answersInWhichAModelCallsItselfOneAreTold() throws IOException {
        Path file = SharedData.path("data/datasets/fastchat/dummy_conversation.json");
        assumeTrue(Files.isRegularFile(file), () -> "Skipped: there is no " + file + " beside this repository.");
        int labelled = 0;
        int told = 0;
        int wrong = 0;
        for (Json conversation : Json.parse(Files.readString(file)).asArray().values()) {
            for (JsonObject turn :
                    conversation.asObject().array("conversations").objects(each -> each)) {
                String text = turn.string("value");
                boolean label = turn.string("from").equals("gpt") && text.contains("language model");
                Map<String, Integer> found = new TreeMap<>();
                count(CellBatch.of(List.of(text)), found);
                labelled += label ? 1 : 0;
                told += label && found.containsKey("REFUSAL_TEXT") ? 1 : 0;
                wrong += !label && !found.isEmpty() ? 1 : 0;
            }
        }
        assertThat(List.of(labelled, told, wrong)).containsExactly(283, 283, 0);
    }

    /** Of the lines with format characters, those that hold an override or a pile of them; one around a word is in honest text too. */
    @Test
    void naughtyStringsWithHiddenTextAreTold() throws IOException {
        Path file = SharedData.path("data/vectors/naughty-strings/blns.txt");
        assumeTrue(Files.isRegularFile(file), () -> "Skipped: there is no " + file + " beside this repository.");
        Map<String, Integer> found = new TreeMap<>();
        count(CellBatch.of(Files.readAllLines(file)), found);
        assertThat(found).hasToString("{BIDI_OVERRIDE=2, HIDDEN_TEXT=1}");
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
