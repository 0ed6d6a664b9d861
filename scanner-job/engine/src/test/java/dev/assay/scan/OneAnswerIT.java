package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.format.SharedData;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same rows are given in every form a writer of another house knows, pages of few and of many values, dictionaries,
 * codecs, CSV and JSON Lines, and what is found is the same. Skipped where the shared data is absent.
 */
@Tag("shared")
class OneAnswerIT {
    private static final int ROWS = 60_000;

    /** Name of a file, and how DuckDB writes it. */
    private static final List<List<String>> FORMS = List.of(
            List.of("page-of-all.parquet", "FORMAT parquet, CODEC 'uncompressed', DICTIONARY_SIZE_LIMIT 1"),
            List.of("snappy.parquet", "FORMAT parquet, CODEC 'snappy', DICTIONARY_SIZE_LIMIT 1"),
            List.of("zstd.parquet", "FORMAT parquet, CODEC 'zstd', DICTIONARY_SIZE_LIMIT 1, ROW_GROUP_SIZE 20000"),
            List.of("small-groups.parquet", "FORMAT parquet, ROW_GROUP_SIZE 2048"),
            List.of("dictionary.parquet", "FORMAT parquet, DICTIONARY_SIZE_LIMIT 100000"),
            List.of("second.parquet", "FORMAT parquet, PARQUET_VERSION 'V2'"),
            List.of("rows.csv", "FORMAT csv, HEADER"),
            List.of("rows.jsonl", "FORMAT json"));

    private final Storages storages = new Storages(StorageSettings.DEFAULTS);
    private final ScanEngine engine =
            new ScanEngine(storages, RuleSet.shipped(), new ScanLimits(3, 16 << 20, Long.MAX_VALUE));

    @TempDir
    Path directory;

    @Test
    void everyFormOfTheSameRowsIsFoundToHoldTheSame() throws IOException, SQLException {
        Path text = SharedData.folder("text");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(
                    "CREATE TABLE lines AS SELECT unnest(string_split(content, chr(10))) AS text FROM read_text([" + "'"
                            + text.resolve("logs") + "/**/*', '" + text.resolve("peps") + "/**/*'])");
            statement.execute("CREATE TABLE rows AS SELECT trim(replace(text, chr(13), '')) AS text FROM lines"
                    + " WHERE length(trim(text)) > 0 LIMIT " + ROWS);
            for (List<String> form : FORMS) {
                Path folder = Files.createDirectory(directory.resolve(form.get(0) + ".d"));
                statement.execute("COPY rows TO '" + folder.resolve(form.get(0)) + "' (" + form.get(1) + ")");
            }
        }
        List<String> first = found(FORMS.get(0).get(0));
        assertThat(first).hasSizeGreaterThan(10);
        for (List<String> form : FORMS.subList(1, FORMS.size())) {
            assertThat(found(form.get(0))).as(form.get(0)).isEqualTo(first);
        }
    }

    private List<String> found(String name) {
        Location location = new Location(directory.resolve(name + ".d").toString());
        ScanPlan plan = engine.plan(location, FileFilter.ALL, Optional.empty(), 1);
        ScanSummary all = new ScanSummary();
        plan.splits().forEach(split -> all.merge(engine.scan(split)));
        Conclusion conclusion =
                engine.conclude(SampleIdentity.of("lines"), Provenance.of(DatasetCard.forLocation("lines")), plan, all);
        List<String> lines = new ArrayList<>();
        lines.add("rows " + conclusion.facts().content().rows());
        for (EntityCount count : conclusion.facts().privacy().entities()) {
            lines.add(count.type().name() + " " + count.column() + " " + count.raw());
        }
        return lines;
    }
}
