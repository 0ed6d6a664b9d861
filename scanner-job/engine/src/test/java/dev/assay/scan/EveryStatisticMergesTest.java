package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DeclaredListing;
import dev.assay.config.Policy;
import dev.assay.detect.RuleSet;
import dev.assay.format.DuckDb;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.quality.CommonDemand;
import dev.assay.quality.Expectations;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.UniqueDemands;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.SuppressionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The merge laws for all that a scan counts at once, of real splits and with everything asked for: any order, any grouping and any
 * way through JSON end in the same bytes. Each kind of count is looked for first, so that the law is not of nothing.
 */
class EveryStatisticMergesTest {
    private static final List<String> WORDS = List.of(
            "the", "order", "of", "a", "ship", "left", "harbour", "before", "noon", "and", "nobody", "knew", "why",
            "it", "carried", "only", "letters", "from", "seven", "towns");

    @TempDir
    Path directory;

    @Test
    void anyOrderGroupingAndWayThroughJsonGivesTheSame() throws IOException {
        List<ScanSummary> splits = scanned();
        String expected = merged(splits, new Random(0)).toJson().canonical();
        everythingIsCounted(Json.parse(expected).asObject());

        for (int seed = 1; seed <= 25; seed++) {
            assertThat(merged(splits, new Random(seed)).toJson().canonical())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static void everythingIsCounted(JsonObject all) {
        assertThat(all.array("md5s").values()).isNotEmpty();
        assertThat(all.object("licenceMarkers").members()).containsKey("MIT");
        assertThat(all.object("embedded").integer("files")).isPositive();
        assertThat(all.object("nearRepeats").integer("texts")).isPositive();
        assertThat(all.string("seenRuns")).isNotEmpty();
        assertThat(all.strings("canariesFound")).isNotEmpty();
        JsonObject columns = all.object("columns");
        String quality = columns.canonical();
        assertThat(quality)
                .contains("\"origin\"", "\"unique\"", "\"common\"", "\"met\"", "\"languages\"", "EMAIL_ADDRESS");
    }

    /** Pairs at random until one is left; every other summary goes by way of its JSON. */
    private static ScanSummary merged(List<ScanSummary> splits, Random random) {
        List<ScanSummary> left = new ArrayList<>();
        splits.forEach(split -> left.add(ScanSummary.fromJson(split.toJson())));
        Collections.shuffle(left, random);
        while (left.size() > 1) {
            ScanSummary one = left.remove(random.nextInt(left.size()));
            ScanSummary into = left.get(random.nextInt(left.size()));
            into.merge(
                    random.nextBoolean()
                            ? one
                            : ScanSummary.fromJson(Json.parse(one.toJson().canonical())));
        }
        return left.get(0);
    }

    private List<ScanSummary> scanned() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        StringBuilder list = new StringBuilder();
        for (int file = 0; file < 12; file++) {
            byte[] rows = rows(new Random(file)).getBytes(StandardCharsets.UTF_8);
            Files.write(data.resolve("part-" + file + ".csv"), rows);
            list.append(FileMd5.md5(rows)).append("  part-").append(file).append(".csv\n");
        }
        for (int file = 0; file < 3; file++) {
            String query =
                    "SELECT range % 7 AS n, 'https://a' || range % 3 || '.example.org/' || range AS url FROM range("
                            + (40 + file) + ")";
            Files.write(data.resolve("more-" + file + ".parquet"), DuckDb.parquet(query, "ROW_GROUP_SIZE 2048"));
        }
        Path sums = Files.writeString(directory.resolve("MD5SUMS"), list);
        Path questions = Files.createDirectories(directory.resolve("questions"));
        Files.writeString(questions.resolve("a.csv"), rows(new Random(3)));
        Policy policy = Policy.read(Files.writeString(directory.resolve("policy.yaml"), """
                rules:
                - {id: digits, pattern: {columns: ['**'], patterns: ['[0-9]+']}}
                - {id: twice, is-unique: {columns: [id], most-values: 1000}}
                """));
        SuppressionKey key = SuppressionKey.generate();
        try (Storages storage = new Storages(StorageSettings.DEFAULTS)) {
            ScanEngine engine = new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 1 << 20, 1 << 10))
                    .demanding(new QualityDemands(
                            Expectations.of(policy),
                            EvaluationSetReader.read(storage, new TreeMap<>(Map.of("questions", questions.toString()))),
                            UniqueDemands.of(policy, () -> key),
                            CommonDemand.under(key)));
            DeclaredListing listing = new DeclaredListing(sums.toString(), null, data + "/");
            ScanPlan plan =
                    engine.plan(new Location(data.toString()), FileFilter.ALL, Optional.empty(), List.of(listing), 1);
            List<ScanSummary> summaries = new ArrayList<>();
            for (Split split : plan.splits()) {
                for (Split.Part part : split.sections()) {
                    // A plan puts small files together; each alone makes as many summaries as there are files.
                    summaries.add(engine.scan(new Split(summaries.size(), split.kind(), List.of(part), List.of())));
                }
            }
            assertThat(summaries).hasSizeGreaterThan(20);
            return summaries;
        }
    }

    private static String rows(Random random) {
        StringBuilder rows = new StringBuilder("id,born,price,license,source,text\n");
        for (int row = 0; row < 20 + random.nextInt(40); row++) {
            rows.append(random.nextInt(2_000))
                    .append(",19")
                    .append(50 + random.nextInt(50))
                    .append("-03-01,");
            rows.append(random.nextInt(9) == 0 ? "" : String.valueOf(random.nextInt(10_000) / 100.0));
            rows.append(random.nextBoolean() ? ",MIT," : ",unknown,")
                    .append("https://b.example.org/")
                    .append(row % 4);
            rows.append(',').append(text(random)).append('\n');
        }
        return rows.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 24; word++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return switch (random.nextInt(5)) {
            case 0 -> text + "to ada.wren" + random.nextInt(9) + "@finchpost.net";
            case 1 -> text + "SPDX-License-Identifier: MIT";
            case 2 ->
                "the order of a ship left harbour before noon and nobody knew why it carried only letters from seven towns";
            default -> text.toString();
        };
    }
}
