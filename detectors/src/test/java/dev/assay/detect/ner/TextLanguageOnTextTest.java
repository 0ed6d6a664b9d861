package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.detect.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single sentences of known languages: of those a language is told of, which share is told right, and how many are told of. */
@Tag("shared")
class TextLanguageOnTextTest {
    private final TextLanguage languages = new TextLanguage();

    @ParameterizedTest
    @CsvSource(textBlock = """
            de-germeval2014/dev.txt                   , de, 0, 990, 900
            en-uner-ewt/en_ewt-ud-dev.iob2            , en, 1, 985, 800
            fr-europeana/enp_FR.bnf.bio               , fr, 0, 985, 900
            pt-uner-bosque/pt_bosque-ud-dev.iob2      , pt, 1, 945, 800
            zh-uner-gsdsimp/zh_gsdsimp-ud-dev.iob2    , zh, 1, 990, 950
            """)
    void tellsTheLanguageOfASentence(String file, String language, int column, int right, int told) throws IOException {
        Path path = SharedData.path("data/ner/" + file);
        assumeTrue(Files.isRegularFile(path), () -> "Skipped: there is no " + path + " beside this repository.");
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder sentence = new StringBuilder();
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            if (line.isBlank() || sentence.length() > 200) {
                count(sentence.toString(), counts);
                sentence.setLength(0);
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                sentence.append(line.split("[ \t]", -1)[column]).append(' ');
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int silent = counts.getOrDefault(TextLanguage.UNKNOWN, 0);
        int hits = counts.getOrDefault(language, 0);
        assertThat(1000L * hits / (all - silent))
                .as("right of told, per mille: " + counts)
                .isGreaterThanOrEqualTo(right);
        assertThat(1000L * (all - silent) / all)
                .as("told of all, per mille: " + counts)
                .isGreaterThanOrEqualTo(told);
    }

    private void count(String sentence, Map<String, Integer> counts) {
        byte[] bytes = sentence.getBytes(StandardCharsets.UTF_8);
        String tag = languages.of(bytes, 0, bytes.length);
        if (!tag.isEmpty()) {
            counts.merge(tag, 1, Integer::sum);
        }
    }
}
