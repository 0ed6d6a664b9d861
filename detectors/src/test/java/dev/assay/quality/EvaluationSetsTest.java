package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.json.Sha256;
import dev.assay.quality.EvaluationSets.Overlap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationSetsTest {
    private static final String LETTERS = "a b c d e f g h i j k l m n o p q r s t u v w x y z";

    /** One item; what the data hold: nothing of it, some of it, half of its runs or more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b c d e f g h i j k l m n o   | x a b c d e f g h i j k l m x     | 1 1 0
            a b c d e f g h i j k l m n o   | x A, B. c d e-f g h i j k l m n y | 1 1 1
            a b c d e f g h i j k l m n o   | a b c d e f g h i j k l x m n o   | 1 0 0
            a b c d e f g h                 | x a b c d e f g h x               | 1 1 1
            a b c d e f g h i               | x a b c d e f g h x               | 1 1 1
            a b c d e f g h i j k l         | x c d e f g h i j x               | 1 1 0
            a b c d e f g h                 | a b c d e f g x h                 | 1 0 0
            a b c d e f g                   | a b c d e f g                     | 0 0 0
            """)
    void comparesRunsOfWords(String item, String cell, String expected) {
        EvaluationSets sets = sets(List.of(item));

        Overlap overlap = sets.overlaps(seen(sets, List.of(cell)).places()).get(0);

        assertThat(overlap.items()).isEqualTo(1);
        assertThat(overlap.comparable() + " " + overlap.seen() + " " + overlap.mostlySeen())
                .isEqualTo(expected);
    }

    @Test
    void leavesOutWhatManyItemsShare() {
        String template = "read the text below and choose the one answer that fits it best of all: ";
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            items.add(template + word(i, 0));
        }
        items.add(template + LETTERS);
        EvaluationSets sets = sets(items);

        Overlap overlap = sets.overlaps(
                        seen(sets, List.of(template + "nothing")).places())
                .get(0);

        assertThat(overlap.seen()).isZero();
        assertThat(sets.overlaps(seen(sets, List.of("x " + LETTERS)).places())
                        .get(0)
                        .seen())
                .isEqualTo(1);
    }

    @Test
    void findsEachItemInALongText() {
        List<String> items = IntStream.range(0, 400)
                .mapToObj(i ->
                        IntStream.range(0, 14 + i % 9).mapToObj(w -> word(i, w)).collect(Collectors.joining(" ")))
                .toList();
        EvaluationSets sets = sets(items);

        assertThat(sets.overlaps(seen(sets, List.of(String.join(" \n", items))).places()))
                .singleElement()
                .satisfies(overlap -> assertThat(overlap.mostlySeen()).isEqualTo(400));
        assertThat(sets.overlaps(seen(sets, List.of()).places()).get(0).seen()).isZero();
    }

    @Test
    void splitAndShuffledAnyWayItIsTheSame() {
        SplittableRandom random = new SplittableRandom(2);
        List<String> items = IntStream.range(0, 300)
                .mapToObj(i -> IntStream.range(0, 20).mapToObj(w -> word(i, w)).collect(Collectors.joining(" ")))
                .toList();
        EvaluationSets sets = sets(items);
        for (int share : new int[] {0, 3, 150, 300}) {
            List<String> cells = new ArrayList<>(items.subList(0, share));
            cells.addAll(Collections.nCopies(50, "none of these words is in any of the items there"));
            String whole = seen(sets, cells).encode();
            Collections.shuffle(cells, new Random(share));
            SeenRuns merged = new SeenRuns();
            int at = 0;
            while (at < cells.size()) {
                int end = Math.min(cells.size(), at + 1 + random.nextInt(90));
                merged.merge(SeenRuns.decode(seen(sets, cells.subList(at, end)).encode()));
                at = end;
            }

            assertThat(merged.encode()).as("%d items", share).isEqualTo(whole);
        }
    }

    @Test
    void aDictionaryValueThatNeverOccursIsNotSeen() {
        EvaluationSets sets = sets(List.of(LETTERS));
        SectionQuality section = section(sets);
        QualityRecorder recorder = section.recorder("c", new ColumnQuality());
        recorder.beginRows();
        recorder.dictionary(CellBatch.of(List.of(LETTERS, "x")));
        recorder.occurrences(new int[] {1}, new int[] {0}, 1);
        recorder.finish();

        assertThat(section.seen().places().isEmpty()).isTrue();
    }

    @Test
    void itsDigestIsOfTheSets() {
        assertThat(EvaluationSets.NONE.sha256())
                .isNotEqualTo(sets(List.of(LETTERS)).sha256());
        assertThat(sets(List.of(LETTERS)).sha256())
                .isEqualTo(sets(List.of(LETTERS)).sha256())
                .isNotEqualTo(sets(List.of("a " + LETTERS)).sha256());
    }

    private static String word(int item, int place) {
        return "w" + item + "x" + place;
    }

    private static EvaluationSets sets(List<String> items) {
        EvaluationSets.Builder builder = new EvaluationSets.Builder();
        for (int i = 0; i < items.size(); i++) {
            byte[] utf8 = items.get(i).getBytes(StandardCharsets.UTF_8);
            builder.cell(i, utf8, 0, utf8.length);
        }
        builder.endSet("quiz", Sha256.hex(items.toString()), items.size());
        return builder.build();
    }

    private static SeenRuns seen(EvaluationSets sets, List<String> cells) {
        SectionQuality section = section(sets);
        QualityRecorder recorder = section.recorder("c", new ColumnQuality());
        recorder.beginRows();
        recorder.cells(CellBatch.of(cells), IntStream.range(0, cells.size()).toArray());
        recorder.finish();
        return section.seen();
    }

    private static SectionQuality section(EvaluationSets sets) {
        return new SectionQuality(new QualityDemands(Expectations.NONE, sets, UniqueDemands.NONE, CommonDemand.NONE));
    }
}
