package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallestHashesTest {
    private static final int LIMIT = 50;

    /** Parts that were read, counted or both, small and large, in any order and grouping. */
    @Test
    void partsTogetherAreTheWholeHoweverTheyAreHeld() {
        Random random = new Random(21);
        for (int round = 0; round < 2_000; round++) {
            int different = 1 + random.nextInt(200);
            SmallestHashes whole = new SmallestHashes(LIMIT);
            List<SmallestHashes> parts = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int part = 0; part < count; part++) {
                parts.add(part(random, different, whole));
            }
            Collections.shuffle(parts, random);
            SmallestHashes merged = new SmallestHashes(LIMIT);
            for (SmallestHashes part : parts) {
                merged.merge(random.nextBoolean() ? part : SmallestHashes.decode(part.encode(), LIMIT));
                if (random.nextInt(4) == 0) {
                    long hash = hash(random, different);
                    merged.add(hash, 1);
                    whole.add(hash, 1);
                }
            }

            assertThat(merged.encode()).as("round %d", round).isEqualTo(whole.encode());
            assertThat(merged.isExhaustive()).as("round %d", round).isEqualTo(whole.isExhaustive());
            assertThat(merged.counts()).as("round %d", round).isEqualTo(whole.counts());
            assertThat(merged.smallest()).as("round %d", round).isEqualTo(whole.smallest());
        }
    }

    private static SmallestHashes part(Random random, int different, SmallestHashes whole) {
        SmallestHashes part = new SmallestHashes(LIMIT);
        int cells = random.nextInt(random.nextBoolean() ? 5 : 400);
        long[] each = new long[random.nextInt(300)];
        Arrays.setAll(each, unused -> hash(random, different));
        for (long hash : each) {
            whole.add(hash, 1);
        }
        part.addEach(each, each.length);
        for (int cell = 0; cell < cells; cell++) {
            long hash = hash(random, different);
            long times = 1L + random.nextInt(300);
            part.add(hash, times);
            whole.add(hash, times);
        }
        return part;
    }

    /** The largest there is now and then. */
    private static long hash(Random random, int different) {
        int value = random.nextInt(different);
        return value == 7 ? Long.MAX_VALUE : (value * 0x9E3779B97F4A7C15L) >>> 1;
    }
}
