package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a.jsonl ~ {\"a\":1}\\n{\"a\":2}\\n ~ json-lines",
                "a.json ~ {\"a\":1}\\n{\"a\":2}\\n ~ json-lines",
                "a.txt ~ {\"a\":1}\\n{\"a\":2}\\n ~ json-lines",
                "a.ndjson ~ not json ~ json-lines",
                "a.json ~ {\\n\"a\":1\\n} ~ json",
                "a ~ [1, {\"a\": 2}] ~ json",
                "a.log ~ [2026-01-01] INFO started\\n[2026-01-02] INFO ended\\n ~ text",
                "a.md ~ # Title\\n\\nA, b and c. ~ text",
                "a.csv ~ one column\\nx\\n ~ csv",
                "a.tsv ~ a\\tb\\n1\\t2\\n ~ csv",
                "a ~ name;city\\nx;y\\nz;w\\n ~ csv",
                "a.txt ~ name;city\\nx;y\\nz;w\\n ~ csv",
                "a.txt ~ One, two\\nthree, four, five\\nsix\\n ~ text",
                "a.py ~ a,b\\nc,d\\ne,f\\n ~ text",
                "a.CSV ~ '' ~ csv",
                "a ~ '' ~ text",
                "a.PARQUET ~ '' ~ parquet",
                "a.parquet ~ {\"a\":1} ~ parquet",
            })
    void findsTheFormat(String path, String escaped, String expected) {
        String text = escaped.replace("\\n", "\n").replace("\\t", "\t");
        InMemoryFile file = InMemoryFile.of(path, text);

        assertThat(Formats.detect(file.stored(), file).name()).isEqualTo(expected);
    }

    @Test
    void looksIntoCompressedFiles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("{\"a\":\"b\"}\n{\"a\":\"c\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        InMemoryFile file = new InMemoryFile("part-0001.gz", out.toByteArray());

        assertThat(Formats.detect(file.stored(), file).name()).isEqualTo("json-lines");
        assertThat(Reading.read(file, 1).at("a").cells).containsExactly("0:b", "1:c");
    }

    @Test
    void refusesAFormatThatDoesNotExist() {
        assertThatThrownBy(() -> Formats.named("xls"))
                .isInstanceOf(DataException.class)
                .hasMessage("There is no format `xls`; there are parquet, json-lines, json, csv, text.");
    }
}
