package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanguageSampleTest {
    private static final List<String> TAGS = List.of("en", "de", "und", "zh");

    /** What is told of a text depends on the text, as it does in a scan. */
    private static void add(LanguageSample sample, long hash) {
        if (sample.wants(hash)) {
            sample.add(hash, hash % 7 == 0 ? "" : TAGS.get((int) (hash & 3)));
        }
    }

    private static LanguageSample of(List<Long> hashes) {
        LanguageSample sample = new LanguageSample();
        hashes.forEach(hash -> add(sample, hash));
        return sample;
    }

    @Test
    void anyOrderAndAnyCutGiveTheSameSample() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Long> hashes = new ArrayList<>();
            int size = random.nextInt(3 * LanguageSample.KEPT);
            for (int i = 0; i < size; i++) {
                hashes.add(random.nextInt(4) == 0 ? random.nextLong() % 50 : random.nextLong());
            }
            String whole = of(hashes).toJson().canonical();
            Collections.shuffle(hashes, random);
            int cut = size == 0 ? 0 : random.nextInt(size);
            LanguageSample left = of(hashes.subList(0, cut));
            LanguageSample right =
                    LanguageSample.fromJson(of(hashes.subList(cut, size)).toJson());

            left.merge(right);

            assertThat(left.toJson().canonical()).isEqualTo(whole);
        }
    }

    @Test
    void countsDifferentTextsAndSaysWhetherAll() {
        LanguageSample sample = of(List.of(1L, 1L, 2L, 4L, 5L, 5L, 7L));
        assertThat(sample.counts()).hasToString("{de=2, en=1, und=1}");
        assertThat(sample.isExhaustive()).isTrue();

        for (long hash = 1; hash <= 10 * LanguageSample.KEPT; hash++) {
            add(sample, hash);
        }
        assertThat(sample.isExhaustive()).isFalse();
        assertThat(sample.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(LanguageSample.KEPT);
    }
}
