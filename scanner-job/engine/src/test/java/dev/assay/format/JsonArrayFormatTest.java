package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonArrayFormatTest extends FileFormatContract {
    @Override
    FileFormat format() {
        return new JsonArrayFormat();
    }

    @Override
    InMemoryFile sample() {
        return InMemoryFile.of("sample.json", """
                [
                  {"name": "Mara Lindqvist", "turns": [{"text": "hello"}, {"text": "bye"}]},
                  {"name": null, "phone": 4955512345},
                  "just text"
                ]
                """);
    }

    @Override
    long sampleRows() {
        return 3;
    }

    @Test
    void aRowIsAnElementOfTheArray() {
        CollectingSink sink = Reading.read(sample(), 1);

        assertThat(sink.at("name").cells).containsExactly("0:Mara Lindqvist");
        assertThat(sink.at("turns[].text").cells).containsExactly("0:hello", "0:bye");
        assertThat(sink.at("phone").cells).containsExactly("1:4955512345");
        assertThat(sink.at("value").cells).containsExactly("2:just text");
    }

    @Test
    void aSingleObjectIsOneRow() {
        CollectingSink sink = Reading.read(InMemoryFile.of("x", "{\n \"a\": {\"b\": \"c\"}\n}"), 1);

        assertThat(sink.rows).isEqualTo(1);
        assertThat(sink.at("a.b").cells).containsExactly("0:c");
    }

    @Test
    void whatComesBeforeTheBreakIsReadAndTheRestReported() {
        CollectingSink sink = Reading.read(InMemoryFile.of("x.json", "[{\"a\": \"b\"}, {\"a\": hidden}]"), 1);

        assertThat(sink.at("a").cells).containsExactly("0:b");
        assertThat(sink.skipped).singleElement().asString().contains("no JSON").doesNotContain("hidden");
    }

    @Test
    void takesWhatTheConformanceSuiteTakesAndReportsWhatItRefuses() throws IOException {
        Path folder = SharedData.folder("vectors/json-parsing");
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                CollectingSink sink = Reading.read(
                        new JsonArrayFormat(), new InMemoryFile(name, Files.readAllBytes(file)), Long.MAX_VALUE);
                boolean clean = sink.skipped.isEmpty() && sink.irregular.isEmpty();
                if ((name.startsWith("y_") && !clean) || (name.startsWith("n_") && clean)) {
                    wrong.add(name);
                }
            }
        }
        // We read one document after another, and a file of nothing as no rows.
        assertThat(wrong)
                .containsExactly("n_single_space.json", "n_structure_double_array.json", "n_structure_no_data.json");
    }
}
