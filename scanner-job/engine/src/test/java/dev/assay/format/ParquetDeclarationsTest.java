package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.format.KeyValue;
import org.junit.jupiter.api.Test;

class ParquetDeclarationsTest {
    private static final Set<String> PATHS = Set.of("id", "mood", "sender.name", "body");

    private static ParquetDeclarations of(String... pairs) {
        List<KeyValue> metadata = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            KeyValue pair = new KeyValue(pairs[i]);
            pair.setValue(pairs[i + 1]);
            metadata.add(pair);
        }
        return ParquetDeclarations.of(PATHS, metadata);
    }

    @Test
    void huggingFaceNamesLicenceAndLabels() {
        ParquetDeclarations declared = of(
                "huggingface",
                "{\"info\": {\"license\": \"cc-by-4.0\", \"homepage\": \"https://harbour.example\", \"features\": {\"mood\":"
                        + " {\"names\": [\"calm\"], \"_type\": \"ClassLabel\"}, \"gone\": {\"_type\": \"ClassLabel\"},"
                        + " \"body\": {\"dtype\": \"string\", \"_type\": \"Value\"}}}}");

        assertThat(declared.texts()).isEqualTo(Map.of("license", "cc-by-4.0", "homepage", "https://harbour.example"));
        assertThat(declared.labels()).containsExactly("mood");
    }

    @Test
    void schemasOfOtherProgramsDescribeColumnsThatAreThere() {
        ParquetDeclarations declared = of(
                "org.apache.spark.sql.parquet.row.metadata",
                "{\"type\": \"struct\", \"fields\": [{\"name\": \"id\", \"type\": \"long\", \"metadata\": {\"comment\":"
                        + " \"Number of the letter\"}}, {\"name\": \"sender\", \"type\": {\"type\": \"struct\", \"fields\":"
                        + " [{\"name\": \"name\", \"type\": \"string\", \"metadata\": {\"comment\": \"As signed\"}}]}}]}",
                "parquet.avro.schema",
                "{\"type\": \"record\", \"doc\": \"Letters of 2024\", \"fields\": [{\"name\": \"body\", \"type\": [\"null\","
                        + " \"string\"], \"doc\": \"Whole text\"}, {\"name\": \"gone\", \"type\": \"int\", \"doc\": \"x\"}]}",
                "iceberg.schema",
                "{\"type\": \"struct\", \"fields\": [{\"id\": 1, \"name\": \"mood\", \"type\": \"string\", \"doc\": \"By hand\"}]}");

        assertThat(declared.columns())
                .isEqualTo(Map.of(
                        "id", "Number of the letter",
                        "sender.name", "As signed",
                        "body", "Whole text",
                        "mood", "By hand"));
        assertThat(declared.texts()).isEqualTo(Map.of("description", "Letters of 2024"));
    }

    @Test
    void plainWordsStandUnderTheirNamesAndWhatIsBrokenSaysNothing() {
        ParquetDeclarations declared = of(
                "Data_Owner",
                " Ada Wren ",
                "license",
                "MIT",
                "huggingface",
                "{not json",
                "iceberg.schema",
                "[1, 2]",
                "long",
                "x".repeat(2_000),
                "blank",
                " ");

        assertThat(declared.texts()).isEqualTo(Map.of("data-owner", "Ada Wren", "license", "MIT"));
        assertThat(declared.columns()).isEmpty();
        assertThat(of("avro.schema", "{\"fields\": ".repeat(500)).columns()).isEmpty();
    }
}
