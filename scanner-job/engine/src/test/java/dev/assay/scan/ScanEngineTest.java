package dev.assay.scan;

import static dev.assay.scan.Split.Kind.DIGEST;
import static dev.assay.scan.Split.Kind.SCAN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.config.Suppression;
import dev.assay.detect.RuleSet;
import dev.assay.format.DuckDb;
import dev.assay.json.Json;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.NameSampling;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.Share;
import dev.assay.manifest.Status;
import dev.assay.quality.EvaluationSets;
import dev.assay.quality.Expectations;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.UniqueDemands;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanEngineTest {
    private static final ScanLimits LIMITS = new ScanLimits(3, 1 << 20, 1 << 20);

    @TempDir
    Path directory;

    private ScanEngine engine;

    @BeforeEach
    void open() {
        engine = new ScanEngine(new Storages(StorageSettings.DEFAULTS), RuleSet.shipped(), LIMITS);
    }

    @Test
    void findsWhatIsInTheFiles() throws IOException {
        write("crm/people.csv", "id,email\n1,ada.wren@finchpost.net\n2,\n3,bruno@quaymail.org\n");
        write("notes.jsonl", "{\"text\":\"from 93.184.77.21\"}\n{\"text\":\"nothing\"}\n");

        Conclusion conclusion = scan(1, 0);

        var facts = conclusion.facts();
        assertThat(facts.content().files()).isEqualTo(2);
        assertThat(facts.content().rows()).isEqualTo(5);
        assertThat(facts.coverage().complete()).isTrue();
        assertThat(facts.efficacy().canaries().missed()).isEmpty();
        assertThat(facts.privacy().entities())
                .extracting(count -> count.type().name() + " " + count.column() + " "
                        + count.raw().cells().count())
                .contains("EMAIL_ADDRESS email 2", "IP_ADDRESS text 1");
        assertThat(conclusion.samples().samples())
                .allSatisfy(sample -> assertThat(sample.masked()).doesNotContain("ada", "93."));
    }

    /** Most of each line lies between the values, so that a file is large enough to be cut and still scanned quickly. */
    @Test
    @Tag("slow")
    void rowsOfAFileThatIsCutAreNumberedAndCountedAsOfOnePiece() throws IOException {
        int lines = 9_000;
        String blanks = " ".repeat(4096);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append(line == 77 ? "\n" : "")
                    .append("{\"row\":\"")
                    .append(line)
                    .append('"');
            if (line % 1_000 == 999) {
                text.append(",\"late\":\"p").append(line).append("@quaymail.org\"");
            }
            text.append(blanks).append("}\n");
        }
        write("long.jsonl", text.toString());

        assertAddressInEveryThousandthRow(lines, "late", List.of("late " + (lines - 9), "row 0"));
    }

    /** Of a file in two sections: an address in each row whose number ends in 999. */
    private void assertAddressInEveryThousandthRow(int rows, String column, List<String> nulls) {
        assertThat(plan(1).splits()).extracting(Split::kind).containsExactly(SCAN, SCAN, DIGEST);

        Conclusion conclusion = scan(2, 5);

        assertThat(conclusion.facts().content().rows()).isEqualTo(rows);
        assertThat(conclusion.facts().privacy().entities())
                .extracting(count -> count.type().name() + " " + count.column() + " "
                        + count.raw().hits())
                .containsExactly("EMAIL_ADDRESS " + column + " 9");
        assertThat(conclusion.samples().samples())
                .hasSize(3)
                .allSatisfy(sample -> assertThat(sample.row() % 1_000).isEqualTo(999));
        assertThat(requireNonNull(conclusion.facts().measuredQuality()).columns())
                .extracting(measured -> measured.path() + " " + measured.nulls())
                .isEqualTo(nulls);
    }

    /** A section of a table reads the first row as well, which names its columns; a value's lines are no rows. */
    @Test
    @Tag("slow")
    void rowsOfATableThatIsCutAreNumberedAndCountedAsOfOnePiece() throws IOException {
        int rows = 9_000;
        String lines = "of several\n".repeat(400);
        StringBuilder text = new StringBuilder("row,note\n");
        for (int row = 0; row < rows; row++) {
            text.append(row).append(",\"").append(lines);
            if (row % 1_000 == 999) {
                text.append("write to p").append(row).append("@quaymail.org");
            }
            text.append(row % 1_000 == 500 ? "\",further\n" : "\"\n");
        }
        write("long.csv", text.toString());

        assertAddressInEveryThousandthRow(rows, "note", List.of("(extra) " + (rows - 9), "note 0", "row 0"));
    }

    /** What a section does not hold at all is missing in each of its rows. */
    @Test
    @Tag("slow")
    void aColumnThatBeginsBehindACutIsNullBeforeIt() throws IOException {
        String blanks = " ".repeat(40_960);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 900; line++) {
            text.append(line < 890 ? "{\"early\":\"x\"" : "{\"late\":\"y\"")
                    .append(blanks)
                    .append("}\n");
        }
        write("long.jsonl", text.toString());
        assertThat(plan(1).splits()).hasSize(3);

        assertThat(requireNonNull(scan(1, 0).facts().measuredQuality()).columns())
                .extracting(column -> column.path() + " " + column.nulls())
                .containsExactly("early 10", "late 890");
    }

    /** More cells than are delivered at once: what was delivered before stands in the same page. */
    @Test
    void cellsOfOneLargePageAreCountedOnce() throws IOException {
        byte[] page = DuckDb.parquet(
                "SELECT 'write to user' || range || '@quaymail.org' AS text FROM range(40000)", "ROW_GROUP_SIZE 50000");
        Files.write(directory.resolve("page.parquet"), page);

        Conclusion conclusion = scan(1, 0);

        assertThat(conclusion.facts().privacy().entities())
                .extracting(count -> count.type().name() + " "
                        + count.raw().cells().count() + " " + count.raw().hits())
                .containsExactly("EMAIL_ADDRESS 40000 40000");
    }

    /** Pages of some 30 MB, whose pieces are cut by their bytes and copied. */
    @Test
    @Tag("slow")
    void cellsOfVeryLargePagesAreCountedOnce() throws IOException {
        String text =
                "SELECT repeat('nothing of note here ', 60) || 'user' || range || '@quaymail.org' AS text FROM range(50000)";
        Files.write(directory.resolve("page.parquet"), DuckDb.parquet(text, "CODEC 'ZSTD', ROW_GROUP_SIZE 25000"));

        Conclusion conclusion = scan(1, 0);

        assertThat(conclusion.facts().privacy().entities())
                .extracting(count -> count.type().name() + " "
                        + count.raw().cells().count() + " " + count.raw().hits())
                .containsExactly("EMAIL_ADDRESS 50000 50000");
    }

    @Test
    void orderAndGroupingOfSplitsDoNotShow() throws IOException {
        for (int file = 0; file < 40; file++) {
            StringBuilder lines = new StringBuilder();
            for (int line = 0; line < 200; line++) {
                lines.append("{\"who\":\"p")
                        .append(file * line % 17)
                        .append("@quaymail.org\",\"n\":")
                        .append(line)
                        .append("}\n");
            }
            write("part-" + file + ".jsonl", lines.toString());
        }

        String once = bytes(scan(1, 0));

        for (int seed = 1; seed <= 5; seed++) {
            assertThat(bytes(scan(4, seed))).isEqualTo(once);
        }
    }

    @Test
    void namesAreCountedWhereTheyAreSoughtInAnyOrderOfSplits() throws IOException {
        write("a.jsonl", "{\"text\":\"My name is Tom Baker.\"}\n".repeat(50));
        write("b.jsonl", "{\"text\":\"Dear Maria, see you in Lisbon.\"}\n".repeat(50));
        assertThat(names()).isEqualTo(List.of());
        assertThat(status("privacy.names")).isEqualTo(Status.State.NOT_MEASURED);

        engine = new ScanEngine(new Storages(StorageSettings.DEFAULTS), RuleSet.shippedWithNames(), LIMITS);

        assertThat(names()).containsExactly("LOCATION text 50", "PERSON text 100");
        assertThat(status("privacy.names")).isEqualTo(Status.State.MEASURED);
        assertThat(bytes(scan(4, 3))).isEqualTo(bytes(scan(1, 0)));
    }

    @Test
    void namesSoughtInASampleSayInHowManyRows() throws IOException {
        write("a.jsonl", "{\"text\":\"My name is Tom Baker.\",\"n\":1}\n".repeat(300));
        write("b.jsonl", "{\"text\":\"nothing here\",\"n\":1}\n".repeat(100));
        RuleSet rules = RuleSet.shippedWithNames();
        Storages storages = new Storages(StorageSettings.DEFAULTS);
        String all = new ScanEngine(storages, rules, LIMITS).settingsSha256();
        engine = new ScanEngine(storages, rules, new ScanLimits(3, 1 << 20, 1 << 20, 250_000));

        Conclusion conclusion = scan(1, 0);

        NameSampling sampling = requireNonNull(conclusion.facts().coverage().nameSampling());
        assertThat(sampling.read()).isBetween(60L, 140L);
        assertThat(sampling.withName()).isBetween(45L, sampling.read() - 1);
        assertThat(sampling.highPpm()).isBetween(sampling.withName() * 1_000_000 / sampling.read(), 999_999L);
        assertThat(names()).containsExactly("PERSON text " + sampling.withName());
        assertThat(status("privacy.names")).isEqualTo(Status.State.NOT_MEASURED);
        assertThat(conclusion.facts().coverage().complete()).isTrue();
        assertThat(conclusion.facts().coverage().remarks())
                .anyMatch(remark -> remark.contains("looked for in " + sampling.read() + " of 400 rows"));
        assertThat(bytes(scan(4, 3))).isEqualTo(bytes(conclusion));
        assertThat(engine.settingsSha256()).isNotEqualTo(all);
        assertThat(conclusion.facts().limits()).anyMatch(limit -> limit.contains("not extrapolated"));
    }

    @Test
    void whatAnAllowListMatchesIsCountedApartAndNoDayShows() throws IOException {
        write("a.csv", "id,email\n1,help@quaymail.org\n2,ada.wren@finchpost.net\n3,help@quaymail.org\n");
        String plain = bytes(scan(1, 0));

        engine = apart(LocalDate.of(2020, 1, 1));
        Conclusion conclusion = scan(1, 0);

        assertThat(conclusion.facts().privacy().entities())
                .filteredOn(count -> count.type().name().equals("EMAIL_ADDRESS"))
                .extracting(count -> count.suppression() + " " + count.settled().hits())
                .containsExactly(" 1", "ours 2");
        assertThat(conclusion.samples().samples())
                .filteredOn(sample -> sample.entity().equals("EMAIL_ADDRESS"))
                .extracting(FindingSample::suppression)
                .containsExactly("ours", "", "ours");
        String expired = bytes(conclusion);
        String settings = engine.settingsSha256();
        engine = apart(LocalDate.of(2040, 1, 1));
        assertThat(bytes(scan(4, 5))).isEqualTo(expired).isNotEqualTo(plain);
        assertThat(engine.settingsSha256()).isEqualTo(settings);
    }

    @Test
    void saysHowMuchOfAnEvaluationSetIsThereAndHoldsNoTextOfIt() throws IOException {
        String question = "which of the four seasons does the old gardener of the hill like best and why";
        String other = "how many sparrows sat on the fence behind the mill before the bell rang twice";
        write("eval/quiz.jsonl", "{\"q\":\"" + question + "\"}\n{\"q\":\"" + other + "\"}\n{\"q\":\"short\"}\n");
        write("data/a.jsonl", "{\"text\":\"Q: " + question + "?\"}\n".repeat(3));
        write("data/b.csv", "id,text\n1,nothing of it\n");
        Location data = new Location(directory.resolve("data").toString());
        assertThat(status("quality.contamination")).isEqualTo(Status.State.NOT_MEASURED);
        String without = engine.settingsSha256();

        Storages storages = new Storages(StorageSettings.DEFAULTS);
        TreeMap<String, String> named =
                new TreeMap<>(Map.of("quiz", directory.resolve("eval").toString()));
        EvaluationSets sets = EvaluationSetReader.read(storages, named);
        engine = engine.demanding(new QualityDemands(Expectations.NONE, sets, UniqueDemands.NONE));
        ScanPlan plan = engine.plan(data, FileFilter.ALL, Optional.empty(), 1);
        Conclusion conclusion = scan(plan, 0);

        assertThat(conclusion.facts().quality().orElseThrow().contamination())
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.items()).isEqualTo(3);
                    assertThat(set.seen()).isEqualTo(new Share(1, 2));
                    assertThat(set.mostlySeen()).isEqualTo(new Share(1, 2));
                });
        assertThat(bytes(conclusion)).doesNotContain("gardener", "sparrows").isEqualTo(bytes(scan(plan, 3)));
        assertThat(engine.settingsSha256()).isNotEqualTo(without);
    }

    private static ScanEngine apart(LocalDate expires) {
        Suppression ours = new Suppression(
                "ours", List.of(), "", List.of("help@quaymail[.]org"), List.of(), List.of(), "Ada", "ours", expires);
        return new ScanEngine(
                new Storages(StorageSettings.DEFAULTS),
                RuleSet.shipped(),
                LIMITS,
                Suppressions.of(List.of(ours), Optional.empty()));
    }

    private List<String> names() {
        return scan(1, 0).facts().privacy().entities().stream()
                .filter(count ->
                        List.of("PERSON", "LOCATION").contains(count.type().name()))
                .map(count -> count.type().name() + " " + count.column() + " "
                        + count.raw().cells().count())
                .toList();
    }

    private Status.State status(String capability) {
        return scan(1, 0).facts().statuses().stream()
                .filter(status -> status.capability().equals(capability))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aFileOfNoKnownFormatIsHashedAndReported() throws IOException {
        write("good.csv", "a,b\n1,2\n");
        Files.write(directory.resolve("bad.bin"), new byte[] {0, 1, 2, 3, 0, 0, 9, 8, 7});

        Conclusion conclusion = scan(1, 0);

        assertThat(conclusion.facts().coverage().complete()).isFalse();
        assertThat(conclusion.facts().coverage().skipped().listed())
                .singleElement()
                .satisfies(part -> assertThat(part.reason()).contains("bad.bin", "no Parquet, JSON, CSV or text"));
        assertThat(conclusion.files().files()).hasSize(2).allMatch(file -> file.sha256() != null);
    }

    @Test
    void columnsOfSourcesSayWhereRowsCameFrom() throws IOException {
        write(
                "a.csv",
                "id,url,license,created\n" + "1,https://en.wikipedia.org/a,cc-by-sa-4.0,2024-05-01\n".repeat(12));
        write(
                "b.jsonl",
                "{\"id\": 2, \"url\": \"https://ann.org\", \"created\": \"2025-02-03\"}\n{\"id\": 3, \"url\": \"\"}\n");

        String text = bytes(scan(1, 0));

        assertThat(scan(1, 0).facts().provenance().origins().columns())
                .extracting(column -> column.path() + " " + column.filled() + " " + column.licences() + " "
                        + column.domains() + " " + column.days())
                .containsExactly(
                        "created 13 {} null Days[first=2024-05-01, last=2025-02-03]",
                        "license 12 {CC-BY-SA-4.0=12} null null",
                        "url 13 {} Domains[cells=13, distinct=2, exact=true, named={wikipedia.org=12}] null");
        assertThat(text).contains("\"rows\":14").doesNotContain("ann.org");
        assertThat(bytes(scan(4, 3))).isEqualTo(text);
        assertThat(Manifest.parse(Manifest.first(scan(1, 0).facts()).fileBytes()))
                .isNotNull();
    }

    @Test
    void markersInTextsStandForLicences() throws IOException {
        write(
                "a.jsonl",
                "{\"text\":\"// SPDX-License-Identifier: MIT and SPDX-License-Identifier: MIT\"}\n".repeat(3)
                        + "{\"text\":\"# Licensed under the Apache License, Version 2.0\"}\n"
                        + "{\"text\":\"under the terms of the GNU General Public License as\"}\n");

        var markers = scan(2, 1).facts().provenance().origins().markers();

        assertThat(markers.toString()).isEqualTo("{=1, Apache-2.0=1, MIT=3}");
    }

    @Test
    void aPlanReadsBackAsItWasWritten() throws IOException {
        write("a.csv", "a,b\n1,2\n");
        ScanPlan plan = plan(1);

        assertThat(ScanPlan.fromJson(Json.parse(plan.toJson().canonical()))).isEqualTo(plan);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private ScanPlan plan(int threads) {
        return engine.plan(new Location(directory.toString()), FileFilter.ALL, Optional.empty(), threads);
    }

    /** Scans, with the splits in an order of the seed and each summary written down and read back. */
    private Conclusion scan(int threads, long seed) {
        return scan(plan(threads), seed);
    }

    private Conclusion scan(ScanPlan plan, long seed) {
        List<Split> splits = new ArrayList<>(plan.splits());
        Collections.shuffle(splits, new Random(seed));
        ScanSummary all = new ScanSummary();
        for (Split split : splits) {
            all.merge(
                    ScanSummary.fromJson(Json.parse(engine.scan(split).toJson().canonical())));
        }
        return engine.conclude(
                SampleIdentity.of("sample"), Provenance.of(DatasetCard.forLocation("sample")), plan, all);
    }

    private static String bytes(Conclusion conclusion) {
        return new String(Manifest.first(conclusion.facts()).fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.files().fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.samples().fileBytes(), StandardCharsets.UTF_8);
    }
}
