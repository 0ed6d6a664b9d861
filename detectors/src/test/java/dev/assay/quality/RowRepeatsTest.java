package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RowRepeatsTest {

    @Test
    void countsRowsThatRepeatAnother() {
        RowRepeats rows = rows(List.of(List.of("a", "1"), List.of("a", "1"), List.of("a", "2"), List.of("a", "1")));

        assertThat(rows.count()).isEqualTo(4);
        assertThat(rows.repeats()).isEqualTo(2);
        assertThat(rows.isExact()).isTrue();
    }

    @Test
    void tellsColumnsAndPlacesApart() {
        assertThat(rows(List.of(List.of("a", "b"), List.of("b", "a"))).repeats())
                .isZero();

        SectionQuality section = new SectionQuality(QualityDemands.NONE);
        QualityRecorder recorder = section.recorder("c", new ColumnQuality());
        recorder.beginRows();
        recorder.cells(CellBatch.of(List.of("a", "b", "b", "a", "a", "b")), new int[] {0, 0, 1, 1, 2, 2});
        recorder.finish();
        section.endRows(3);

        assertThat(section.rows().repeats()).isEqualTo(1);
    }

    @Test
    void rowsOfNothingButNullsAreEqual() {
        RowRepeats rows = new RowRepeats();
        rows.endBlock(5);

        assertThat(rows.repeats()).isEqualTo(4);
    }

    @Test
    void extrapolatesPastTheLimit() {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            table.add(List.of("row " + i % 80_000));
        }
        RowRepeats rows = rows(table);

        assertThat(rows.isExact()).isFalse();
        assertThat(rows.sampled()).isGreaterThan(RowRepeats.KEPT);
        // 20,000 rows repeat another; of 16,384 sampled rows a quarter does, give or take 1.3 % at four deviations
        assertThat(rows.repeats()).isBetween(19_000L, 21_000L);
    }

    @Test
    void splitAndShuffledAnyWayItIsTheSame() {
        for (int different : new int[] {3, 900, 16_383, 16_384, 16_385, 60_000}) {
            List<List<String>> table = new ArrayList<>();
            for (int i = 0; i < different + 1_000; i++) {
                table.add(List.of("row " + i % different, "x"));
            }
            String whole = rows(table).toJson().canonical();
            Collections.shuffle(table, new Random(different));
            RowRepeats merged = new RowRepeats();
            for (int at = 0; at < table.size(); at += 7_001) {
                RowRepeats part = rows(table.subList(at, Math.min(table.size(), at + 7_001)));
                merged.merge(RowRepeats.fromJson(
                        Json.parse(part.toJson().canonical()).asObject()));
            }

            assertThat(merged.toJson().canonical())
                    .as("%d different rows", different)
                    .isEqualTo(whole);
        }
    }

    /** Rows of equally many columns. */
    private static RowRepeats rows(List<List<String>> table) {
        SectionQuality section = new SectionQuality(QualityDemands.NONE);
        int[] places = new int[table.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        for (int column = 0; column < table.get(0).size(); column++) {
            int at = column;
            QualityRecorder recorder = section.recorder("column " + column, new ColumnQuality());
            recorder.beginRows();
            recorder.cells(CellBatch.of(table.stream().map(row -> row.get(at)).toList()), places);
            recorder.finish();
        }
        section.endRows(table.size());
        return section.rows();
    }
}
