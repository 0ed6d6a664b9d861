package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearRepeatsTest {
    @Test
    void splitAndShuffledAnyWayItIsTheSame() {
        SplittableRandom random = new SplittableRandom(7);
        for (int different : new int[] {3, 4_095, 4_096, 4_097, 9_000}) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < different; i++) {
                texts.add(text(random, 22));
            }
            for (int i = 0; i < 500; i++) {
                texts.add(texts.get(random.nextInt(different)));
            }
            String whole = counted(texts).toJson().canonical();
            Collections.shuffle(texts, new Random(different));
            NearRepeats merged = new NearRepeats();
            for (int at = 0; at < texts.size(); at += 1_709) {
                String part = counted(texts.subList(at, Math.min(texts.size(), at + 1_709)))
                        .toJson()
                        .canonical();
                merged.merge(NearRepeats.fromJson(Json.parse(part).asObject()));
            }

            assertThat(merged.toJson().canonical())
                    .as("%d different texts", different)
                    .isEqualTo(whole);
        }
    }

    /** Pairs of texts of 120 words, the second with some words replaced; the share of pairs that is found. */
    @ParameterizedTest
    @CsvSource({"0, 1.0, 1.0", "1, 0.70, 0.90", "4, 0.28, 0.50", "20, 0.0, 0.08", "120, 0.0, 0.0"})
    void findsTextsByHowMuchTheyShare(int replaced, double least, double most) {
        SplittableRandom random = new SplittableRandom(replaced + 1);
        List<String> texts = new ArrayList<>();
        int pairs = 400;
        for (int i = 0; i < pairs; i++) {
            String[] words = text(random, 120).split(" ");
            texts.add(String.join(" ", words));
            List<Integer> places =
                    new ArrayList<>(IntStream.range(0, 120).boxed().toList());
            Collections.shuffle(places, new Random(i));
            places.subList(0, replaced).forEach(place -> words[place] = "other" + random.nextInt(1 << 30));
            texts.add(String.join(", ", words).toUpperCase(java.util.Locale.ROOT));
        }
        NearRepeats found = counted(texts);

        assertThat(found.isExhaustive()).isTrue();
        assertThat(found.texts()).isEqualTo(2L * pairs);
        assertThat((double) found.repeats() / pairs).isBetween(least, most);
    }

    @Test
    void extrapolatesWithinTheStatedBound() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 24_000; i++) {
            texts.add(text(random, 25));
        }
        assertThat(counted(texts).repeats()).isZero();

        // One text 6,000 times more: whether its key is in the sample or not, a fifth is repeated, give or take 1/32 of
        // 24,000.
        String flood = texts.get(0);
        for (int i = 0; i < 6_000; i++) {
            texts.add(flood);
        }
        NearRepeats flooded = counted(texts);
        assertThat(flooded.isExhaustive()).isFalse();
        assertThat(flooded.repeats()).isBetween(6_000L - 1_500, 6_000L + 1_500);
    }

    @Test
    void leavesShortTextsAlone() {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(counted(List.of(text(random, 19), "", "a b c")).texts()).isZero();
        assertThat(counted(List.of(text(random, 20))).texts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ash, oak -- and BEECH    | ash oak and beech       | true
            ash oak                  | ashoak                  | false
            größe 12                 | größe-12                | true
            日本語のテキスト             | 日 本 語 の テ キ ス ト        | true
            日本語abc                  | 日 本 語 abc              | true
            สวัสดี                     | ส ว ั ส ด ี                | true
            ash                      | oak                     | false
            ABCDEFGHIJKLMNOPQRSTUVWXYZ0189 | abcdefghijklmnopqrstuvwxyz0189 | true
            ABCDEFGH                 | abcdefgh                | true
            abcdefgh                 | abcdefg                 | false
            abcdefghi                | abcdefghj               | false
            @`[{                     | -                       | true
            é                        | É                       | false
            1234567890               | 123456789               | false
            """)
    void cutsWords(String one, String other, boolean same) {
        assertThat(Arrays.equals(words(one), words(other))).isEqualTo(same);
    }

    @Test
    void blocksShareTheirEnds() {
        String text = IntStream.range(0, 10_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        TextWords words = new TextWords();
        words.begin(utf8, 0, utf8.length);
        List<Long> all = new ArrayList<>();
        int shared = 0;
        for (int count = words.next(4); count > shared; count = words.next(4)) {
            for (int i = shared; i < count; i++) {
                all.add(words.hashes()[i]);
            }
            shared = 4;
        }

        assertThat(all).hasSize(10_000).doesNotHaveDuplicates();
    }

    private static long[] words(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        TextWords words = new TextWords();
        words.begin(utf8, 0, utf8.length);
        return Arrays.copyOf(words.hashes(), words.next(0));
    }

    private static String text(SplittableRandom random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "word" + random.nextInt(1 << 24))
                .collect(Collectors.joining(" "));
    }

    private static NearRepeats counted(List<String> cells) {
        SectionQuality section = new SectionQuality(QualityDemands.NONE);
        QualityRecorder recorder = section.recorder("c", new ColumnQuality());
        recorder.beginRows();
        recorder.cells(CellBatch.of(cells), IntStream.range(0, cells.size()).toArray());
        recorder.finish();
        return section.texts();
    }
}
