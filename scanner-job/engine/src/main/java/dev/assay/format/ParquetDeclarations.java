package dev.assay.format;

import dev.assay.card.Declaration;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.format.KeyValue;

/**
 * What a Parquet file's key-value metadata declares of the dataset, values included: for a card that a person reads before it
 * counts, never for a record. Read are single words under names of their own ({@code title}, {@code license}), Hugging Face's
 * {@code info} (licence, description, homepage, label columns), and what schemas of Spark ({@code comment}), Avro and Iceberg
 * ({@code doc}) say of columns that the file has.
 *
 * @param texts values by name, in lower case with hyphens
 * @param columns what columns hold, by path
 * @param labels paths of columns that are labels
 */
public record ParquetDeclarations(
        SortedMap<String, String> texts, SortedMap<String, String> columns, SortedSet<String> labels) {
    private static final int MAX_VALUE = 1 << 20;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_DEPTH = 20;

    public ParquetDeclarations {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    /**
     * Reads the footer of a file.
     *
     * @throws DataException if it is no Parquet file that can be read
     */
    public static ParquetDeclarations of(StoredFile file, RangeReader reader) {
        ParquetFooter footer =
                ParquetFooter.read(file, (position, target) -> reader.read(position, target, 0, target.length));
        Set<String> paths = new HashSet<>();
        footer.columns().forEach(column -> paths.add(column.schema().path()));
        return of(paths, footer.metadata());
    }

    /** @param paths of the columns the file has */
    static ParquetDeclarations of(Set<String> paths, List<KeyValue> metadata) {
        Reading reading = new Reading(paths);
        metadata.forEach(reading::take);
        return new ParquetDeclarations(reading.texts, reading.columns, reading.labels);
    }

    /** What was gathered of one file. */
    private static final class Reading {
        private final Set<String> paths;
        private final TreeMap<String, String> texts = new TreeMap<>();
        private final TreeMap<String, String> columns = new TreeMap<>();
        private final TreeSet<String> labels = new TreeSet<>();

        Reading(Set<String> paths) {
            this.paths = paths;
        }

        void take(KeyValue pair) {
            String value = pair.getValue();
            if (value == null || value.length() > MAX_VALUE) {
                return;
            }
            switch (pair.getKey()) {
                case "huggingface" -> huggingFace(parsed(value).get("info"));
                case "org.apache.spark.sql.parquet.row.metadata" -> fields(parsed(value), "", 0);
                case "parquet.avro.schema", "avro.schema" -> {
                    text("description", parsed(value).get("doc"));
                    fields(parsed(value), "", 0);
                }
                case "iceberg.schema" -> fields(parsed(value), "", 0);
                default -> {
                    if (value.length() <= MAX_TEXT && !value.isBlank()) {
                        String name = pair.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
                        texts.putIfAbsent(name, value.strip());
                    }
                }
            }
        }

        /** Holds nothing if the value is no JSON. */
        private static Declaration parsed(String value) {
            try {
                return Declaration.parse(value);
            } catch (IllegalArgumentException noJson) {
                // What is no JSON declares nothing that could be read.
                return new Declaration(null);
            }
        }

        private void huggingFace(Declaration info) {
            text("license", info.get("license"));
            text("description", info.get("description"));
            text("homepage", info.get("homepage"));
            if (info.get("features").value() instanceof Map<?, ?> features) {
                features.forEach((name, feature) -> {
                    boolean label = new Declaration(feature)
                            .get("_type")
                            .text()
                            .filter("ClassLabel"::equals)
                            .isPresent();
                    if (label && paths.contains(String.valueOf(name))) {
                        labels.add(String.valueOf(name));
                    }
                });
            }
        }

        private void text(String name, Declaration said) {
            said.text().filter(text -> text.length() <= MAX_TEXT).ifPresent(text -> texts.putIfAbsent(name, text));
        }

        /** Fields of a record, and of records in it; the three schemas have these names in common. */
        private void fields(Declaration type, String prefix, int depth) {
            if (depth == MAX_DEPTH) {
                return;
            }
            for (Declaration field : type.get("fields").each()) {
                String path = prefix + field.get("name").text().orElse("");
                field.first("doc", "comment")
                        .text()
                        .or(() -> field.get("metadata").get("comment").text())
                        .filter(text -> text.length() <= MAX_TEXT && paths.contains(path))
                        .ifPresent(text -> columns.putIfAbsent(path, text));
                for (Declaration inner : field.get("type").each()) {
                    fields(inner, path + ".", depth + 1);
                }
            }
        }
    }
}
