package dev.assay.format;

import dev.assay.card.Declaration;
import dev.assay.rights.LicenceIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;

/** Reads a Parquet footer's {@code created_by} and key-value metadata (parquet-format, {@code FileMetaData}). */
final class ParquetMetadata {
    private static final int MAX_NAME = 64;
    private static final int MAX_VALUE = 1 << 20;

    /** Key under which Hugging Face's datasets library keeps what it knows of a dataset, as JSON. */
    private static final String HUGGING_FACE = "huggingface";

    /** Programs that write {@code name version …}, in lower case. */
    private static final Set<String> WRITERS = Set.of(
            "parquet-mr",
            "parquet-cpp",
            "parquet-cpp-arrow",
            "parquet-rs",
            "parquet-go",
            "duckdb",
            "polars",
            "fastparquet-python",
            "impala",
            "trino",
            "hardwood",
            "clickhouse");

    private ParquetMetadata() {}

    static EmbeddedFacts of(FileMetaData meta) {
        Set<String> keys = new TreeSet<>();
        Optional<String> licence = Optional.empty();
        List<KeyValue> pairs = meta.getKey_value_metadata();
        for (KeyValue pair : pairs == null ? new ArrayList<KeyValue>() : pairs) {
            keys.add(isName(pair.getKey()) ? pair.getKey() : EmbeddedFacts.OTHER);
            if (HUGGING_FACE.equals(pair.getKey()) && pair.getValue() != null) {
                licence = licence(pair.getValue());
            }
        }
        String writer = meta.getCreated_by();
        return new EmbeddedFacts(writer == null ? "" : writer(writer), keys, licence);
    }

    private static Optional<String> licence(String json) {
        if (json.length() > MAX_VALUE) {
            return Optional.empty();
        }
        try {
            return Declaration.parse(json).get("info").get("license").text().flatMap(LicenceIds::named);
        } catch (IllegalArgumentException noJson) {
            // A value that is no JSON gives no licence; its key is recorded all the same.
            return Optional.empty();
        }
    }

    /** {@code parquet-mr version 1.12.3}, of a longer text. */
    private static String writer(String text) {
        String[] words = text.split(" ", 4);
        if (!WRITERS.contains(words[0].toLowerCase(Locale.ROOT))) {
            return EmbeddedFacts.OTHER;
        }
        boolean versioned = words.length > 2 && words[1].equals("version") && isName(words[2]);
        return versioned ? words[0] + " " + words[2] : words[0];
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_NAME
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "@/\\\"'<>".indexOf(c) < 0);
    }
}
