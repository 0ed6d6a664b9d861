package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnQualityTest {
    private static final int[] DIFFERENT = {1, 5, 63, 64, 65, 200, 5_000};

    @Test
    void splitAndShuffledAnyWayItIsTheSame() {
        SplittableRandom random = new SplittableRandom(5);
        for (int different : DIFFERENT) {
            List<String> cells = cells(different, 3_000, random);
            String whole = state(List.of(cells));
            for (int round = 0; round < 5; round++) {
                List<String> shuffled = new ArrayList<>(cells);
                Collections.shuffle(shuffled, new Random(round));
                List<List<String>> parts = cut(shuffled, random);

                assertThat(state(parts))
                        .as("%d values, round %d", different, round)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void nothingChangesNothing() {
        ColumnQuality quality = quality(List.of("a", "12", ""));
        String before = quality.toJson().canonical();

        quality.merge(new ColumnQuality());

        assertThat(quality.toJson().canonical()).isEqualTo(before);
    }

    @Test
    void readsBackWhatItWrote() {
        String written =
                quality(cells(500, 2_000, new SplittableRandom(1))).toJson().canonical();

        assertThat(ColumnQuality.fromJson(Json.parse(written).asObject())
                        .toJson()
                        .canonical())
                .isEqualTo(written);
    }

    @Test
    void aDictionaryCountsAsItsRows() {
        List<String> cells = cells(40, 1_000, new SplittableRandom(3));
        List<String> entries = cells.stream().distinct().toList();
        int[] ids = cells.stream().mapToInt(entries::indexOf).toArray();
        ColumnQuality plain = new ColumnQuality();
        SectionQuality plainSection = new SectionQuality(QualityDemands.NONE);
        QualityRecorder plainRecorder = plainSection.recorder("c", plain);
        plainRecorder.beginRows();
        plainRecorder.cells(CellBatch.of(cells), rows(cells.size()));
        plainRecorder.finish();
        plainSection.endRows(cells.size());
        ColumnQuality dictionary = new ColumnQuality();
        SectionQuality section = new SectionQuality(QualityDemands.NONE);
        QualityRecorder recorder = section.recorder("c", dictionary);
        recorder.beginRows();
        recorder.dictionary(CellBatch.of(entries));
        recorder.occurrences(ids, rows(ids.length), ids.length);
        recorder.finish();
        section.endRows(ids.length);

        assertThat(dictionary.toJson()).isEqualTo(plain.toJson());
        assertThat(section.rows().toJson()).isEqualTo(plainSection.rows().toJson());
    }

    @Test
    void countsFewValuesOneByOne() {
        ColumnQuality quality = quality(List.of("b", "a", "a", "c", "a", "b"));

        assertThat(quality.distinct()).isEqualTo(3);
        assertThat(quality.isDistinctExact()).isTrue();
        assertThat(quality.frequencies()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void estimatesMany() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            cells.add("v" + i % 20_000);
        }
        ColumnQuality quality = quality(cells);

        assertThat(quality.isDistinctExact()).isFalse();
        assertThat(quality.frequencies()).isEmpty();
        assertThat(quality.distinct()).isBetween(18_160L, 21_840L);
    }

    @Test
    void keepsRanges() {
        ColumnQuality quality = quality(List.of("5", "-3.25", "1234567", "2024-05-06", "1999-12-31T23:59:59Z", "word"));

        assertThat(quality.minNumber()).contains("-3.25");
        assertThat(quality.maxNumber()).contains("1234600");
        assertThat(quality.minDay()).contains("1999-12-31");
        assertThat(quality.maxDay()).contains("2024-05-06");
        assertThat(quality.minLength()).contains(1L);
        assertThat(quality.maxLength()).contains(20L);
    }

    /** The state of all parts, each written, read and merged. */
    private static String state(List<List<String>> parts) {
        ColumnQuality all = new ColumnQuality();
        for (List<String> part : parts) {
            all.merge(ColumnQuality.fromJson(quality(part).toJson()));
        }
        return all.toJson().canonical();
    }

    private static ColumnQuality quality(List<String> cells) {
        ColumnQuality quality = new ColumnQuality();
        QualityRecorder recorder = new SectionQuality(QualityDemands.NONE).recorder("c", quality);
        recorder.beginRows();
        recorder.cells(CellBatch.of(cells), rows(cells.size()));
        recorder.finish();
        return quality;
    }

    private static int[] rows(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }

    private static List<List<String>> cut(List<String> cells, SplittableRandom random) {
        List<List<String>> parts = new ArrayList<>();
        int at = 0;
        while (at < cells.size()) {
            int end = Math.min(cells.size(), at + 1 + random.nextInt(900));
            parts.add(cells.subList(at, end));
            at = end;
        }
        return parts;
    }

    private static List<String> cells(int different, int count, SplittableRandom random) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int value = random.nextInt(different);
            cells.add(
                    switch (value % 5) {
                        case 0 -> Integer.toString(value * 37);
                        case 1 -> "word \u00e9" + value;
                        case 2 -> value + ".25";
                        case 3 -> "20" + (10 + value % 80) + "-0" + (1 + value % 9) + "-11";
                        default -> value == 4 ? "" : "x".repeat(value % 900) + value;
                    });
        }
        return cells;
    }
}
