package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetMetadataTest {
    @ParameterizedTest
    @CsvSource({
        "parquet-mr version 1.12.3 (build f8dced182c4c1fbdec6ccb3185537b5a01e6ed6b), parquet-mr 1.12.3",
        "parquet-cpp-arrow version 14.0.1, parquet-cpp-arrow 14.0.1",
        "DuckDB, DuckDB",
        "DuckDB of Ann, DuckDB",
        "written by ann@example.com, other",
        "'', other",
    })
    void namesWritersItKnows(String createdBy, String writer) {
        FileMetaData meta = new FileMetaData(1, List.of(), 0, List.of());
        meta.setCreated_by(createdBy);

        assertThat(ParquetMetadata.of(meta).writer()).isEqualTo(writer);
    }

    @Test
    void keepsPlainKeysAndNoValues() {
        FileMetaData meta = new FileMetaData(1, List.of(), 0, List.of());
        List<KeyValue> pairs = new ArrayList<>();
        pairs.add(pair("pandas", "{\"author\": \"ann\"}"));
        pairs.add(pair("ARROW:schema", "abc"));
        pairs.add(pair("mail of ann@example.com", "x"));
        pairs.add(pair("huggingface", "{\"info\": {\"license\": \"cc-by-4.0\", \"features\": {}}}"));
        meta.setKey_value_metadata(pairs);

        EmbeddedFacts facts = ParquetMetadata.of(meta);

        assertThat(facts.keys()).containsExactly("ARROW:schema", "huggingface", "other", "pandas");
        assertThat(facts.licence()).contains("CC-BY-4.0");
        assertThat(facts.toString()).doesNotContain("ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{not json: [", "{\"info\": {\"license\": \"as agreed\"}}", "[]", "''"})
    void aLicenceThatIsNoneIsLeftOut(String value) {
        FileMetaData meta = new FileMetaData(1, List.of(), 0, List.of());
        List<KeyValue> pairs = new ArrayList<>();
        pairs.add(pair("huggingface", value));
        meta.setKey_value_metadata(pairs);

        assertThat(ParquetMetadata.of(meta).licence()).isEmpty();
    }

    private static KeyValue pair(String key, String value) {
        KeyValue pair = new KeyValue(key);
        pair.setValue(value);
        return pair;
    }
}
