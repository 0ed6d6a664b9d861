package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.Policy;
import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import dev.assay.summary.SuppressionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestedValuesTest {
    private static final SuppressionKey KEY = SuppressionKey.parse("ab".repeat(32));
    private static final SuppressionKey OTHER = SuppressionKey.parse("cd".repeat(32));

    @TempDir
    Path directory;

    private UniqueDemands demands(SuppressionKey key, int most) throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, "rules: [{id: ids, is-unique: {columns: ['id*'], most-values: " + most + "}}]\n");
        return UniqueDemands.of(Policy.read(file), () -> key);
    }

    private static ColumnQuality read(String column, UniqueDemands demands, List<String> cells) {
        return read(
                column, new QualityDemands(Expectations.NONE, EvaluationSets.NONE, demands, CommonDemand.NONE), cells);
    }

    private static DigestedValues common(SuppressionKey key, List<String> cells) {
        QualityDemands demands =
                new QualityDemands(Expectations.NONE, EvaluationSets.NONE, UniqueDemands.NONE, CommonDemand.under(key));
        return read("any", demands, cells).common().orElseThrow();
    }

    private static ColumnQuality read(String column, QualityDemands demands, List<String> cells) {
        ColumnQuality quality = new ColumnQuality();
        QualityRecorder recorder = new SectionQuality(demands).recorder(column, quality);
        recorder.beginRows();
        recorder.cells(CellBatch.of(cells), IntStream.range(0, cells.size()).toArray());
        recorder.finish();
        return quality;
    }

    private static DigestedValues unique(UniqueDemands demands, List<String> cells) {
        return read("id", demands, cells).unique().orElseThrow();
    }

    private static List<String> distinct(int count) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add("value " + i);
        }
        return cells;
    }

    @Test
    void countsEveryRepetitionWhileAllAreHeld() throws IOException {
        List<String> cells = distinct(1_000);
        cells.addAll(List.of("value 3", "value 3", "", "", "value 999"));

        DigestedValues found = unique(demands(KEY, 1_000), cells);

        assertThat(found.values()).isEqualTo(1_003);
        assertThat(found.compared()).isEqualTo(1_003);
        assertThat(found.repeats()).isEqualTo(3);
    }

    @Test
    void aSampleIsComparedWholeAndIsTheSameUnderEveryKey() throws IOException {
        List<String> cells = distinct(20_000);
        cells.addAll(distinct(10_000));

        DigestedValues found = unique(demands(KEY, 1_000), cells);
        DigestedValues other = unique(demands(OTHER, 1_000), cells);

        assertThat(found.values()).isEqualTo(30_000);
        assertThat(found.compared()).isBetween(500L, 2_000L);
        assertThat(found.repeats()).isBetween(found.compared() / 4, found.compared() / 2);
        assertThat(other.compared()).isEqualTo(found.compared());
        assertThat(other.repeats()).isEqualTo(found.repeats());
        assertThat(other.toJson()).isNotEqualTo(found.toJson());
    }

    /** Values cut into parts at random, merged in any order and grouping, some parts written and read. */
    @Test
    void mergingDependsOnNeitherOrderNorGrouping() throws IOException {
        Random random = new Random(7);
        UniqueDemands demands = demands(KEY, 1_000);
        for (int round = 0; round < 20; round++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 300 * (round + 1); i++) {
                cells.add("v" + random.nextInt(200 * (round + 1)));
            }
            QualityDemands both =
                    new QualityDemands(Expectations.NONE, EvaluationSets.NONE, demands, CommonDemand.under(KEY));
            ColumnQuality all = read("id", both, cells);
            Json whole = all.unique().orElseThrow().toJson();
            Collections.shuffle(cells, random);
            List<ColumnQuality> parts = new ArrayList<>();
            for (int from = 0; from < cells.size(); ) {
                int to = Math.min(cells.size(), from + 1 + random.nextInt(1_500));
                parts.add(ColumnQuality.fromJson(Json.parse(read("id", both, cells.subList(from, to))
                                .toJson()
                                .canonical())
                        .asObject()));
                from = to;
            }
            while (parts.size() > 1) {
                Collections.shuffle(parts, random);
                parts.get(0).merge(parts.remove(1));
            }
            ColumnQuality merged = new ColumnQuality();
            merged.merge(parts.get(0));
            DigestedValues found = merged.unique().orElseThrow();
            assertThat(found.toJson()).describedAs("round %d", round).isEqualTo(whole);
            assertThat(merged.common().orElseThrow().toJson())
                    .describedAs("round %d", round)
                    .isEqualTo(all.common().orElseThrow().toJson());
            if (found.compared() == found.values()) {
                assertThat(found.repeats()).isEqualTo(cells.size() - new HashSet<>(cells).size());
            }
        }
    }

    @Test
    void columnsThatNobodyAskedAboutHoldNothing() throws IOException {
        assertThat(read("name", demands(KEY, 1_000), distinct(10)).unique()).isEmpty();
        assertThat(read("name", demands(KEY, 1_000), distinct(10)).toJson().find("unique"))
                .isEmpty();
        assertThat(UniqueDemands.of(Policy.builtIn(), () -> {
                    throw new AssertionError("no key is needed");
                }))
                .isSameAs(UniqueDemands.NONE);
    }

    @Test
    void whatIsHeldHangsOnTheKeyAndTheDemand() throws IOException {
        assertThat(demands(KEY, 1_000).sha256()).isEqualTo(demands(KEY, 1_000).sha256());
        assertThat(demands(OTHER, 1_000).sha256())
                .isNotEqualTo(demands(KEY, 1_000).sha256());
        assertThat(demands(KEY, 2_000).sha256())
                .isNotEqualTo(demands(KEY, 1_000).sha256());
    }

    @Test
    void tellsTheMostCommonValuesByTheirDigests() throws IOException {
        List<String> cells = new ArrayList<>(distinct(500));
        for (int i = 0; i < 30; i++) {
            cells.add("often");
            cells.add(i < 12 ? "sometimes" : "");
        }
        Collections.shuffle(cells, new Random(3));

        DigestedValues found = common(KEY, cells);

        assertThat(found.values()).isEqualTo(542);
        assertThat(found.compared()).isEqualTo(542);
        assertThat(found.different()).isEqualTo(502);
        List<DigestedValues.Count> most = found.mostCommon(20, 10);
        assertThat(most).extracting(DigestedValues.Count::times).containsExactly(30L, 12L);
        assertThat(most.get(0).digest())
                .isEqualTo(common(KEY, List.of("often")).mostCommon(1, 1).get(0).digest());
        assertThat(common(OTHER, cells).mostCommon(20, 10))
                .extracting(DigestedValues.Count::digest)
                .doesNotContainAnyElementsOf(
                        most.stream().map(DigestedValues.Count::digest).toList());
    }

    /** Of more values than are held a sample stays, of which each is counted whole. */
    @Test
    void countsOfASampleAreComplete() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            cells.addAll(distinct(5_000));
        }
        Collections.shuffle(cells, new Random(4));

        DigestedValues found = common(KEY, cells);

        assertThat(found.values()).isEqualTo(100_000);
        assertThat(found.different()).isBetween(CommonDemand.HELD / 4L, (long) CommonDemand.HELD);
        assertThat(found.compared()).isEqualTo(20 * found.different());
        assertThat(found.mostCommon(20, 10))
                .hasSize(20)
                .extracting(DigestedValues.Count::times)
                .containsOnly(20L);
    }

    @Test
    void withoutAKeyNothingIsCounted() throws IOException {
        ColumnQuality quality = read("any", QualityDemands.NONE, distinct(10));
        assertThat(quality.common()).isEmpty();
        assertThat(quality.toJson().find("common")).isEmpty();
        assertThat(new QualityDemands(
                                Expectations.NONE, EvaluationSets.NONE, UniqueDemands.NONE, CommonDemand.under(KEY))
                        .sha256())
                .isNotEqualTo(QualityDemands.NONE.sha256());
    }
}
