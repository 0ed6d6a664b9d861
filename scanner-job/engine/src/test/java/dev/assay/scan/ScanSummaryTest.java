package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.format.ColumnSchema;
import dev.assay.json.Json;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.SectionDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScanSummaryTest {

    @Test
    void anyOrderAndAnyGroupingMergeToTheSame() {
        List<ScanSummary> splits = splits(40, 5);
        String expected = merged(splits);
        for (int seed = 0; seed < 30; seed++) {
            List<ScanSummary> shuffled = new ArrayList<>(copies(splits));
            Collections.shuffle(shuffled, new Random(seed));
            SplittableRandom random = new SplittableRandom(seed);
            while (shuffled.size() > 1) {
                ScanSummary one = shuffled.remove(random.nextInt(shuffled.size()));
                shuffled.get(random.nextInt(shuffled.size())).merge(one);
            }

            assertThat(shuffled.get(0).toJson().canonical()).isEqualTo(expected);
        }
    }

    @Test
    void theEmptySummaryChangesNothing() {
        ScanSummary one = splits(1, 7).get(0);
        String before = one.toJson().canonical();
        one.merge(new ScanSummary());

        assertThat(one.toJson().canonical()).isEqualTo(before);
    }

    @Test
    void readsBackWhatItWrote() {
        ScanSummary summary = splits(1, 9).get(0);

        ScanSummary read = ScanSummary.fromJson(Json.parse(summary.toJson().canonical()));

        assertThat(read.toJson().canonical()).isEqualTo(summary.toJson().canonical());
    }

    @Test
    void aSplitCountsOnce() {
        List<ScanSummary> splits = splits(1, 3);
        ScanSummary again = copies(splits).get(0);

        assertThatThrownBy(() -> again.merge(splits.get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("merged twice");
    }

    @Test
    void onlyTheFirstSkipsAreSpelledOutAndAllAreCounted() {
        ScanSummary summary = ScanSummary.ofSplit(0);
        for (int i = 0; i < 3 * ScanSummary.MAX_SKIPS; i++) {
            summary.skip(new Skip("file-" + i, "", "bad page", 10, 1));
        }

        assertThat(summary.skips()).hasSize(ScanSummary.MAX_SKIPS);
        assertThat(summary.skipTotals()).isEqualTo(new SkipTotals(3_000, 30_000, 3_000));
    }

    @Test
    void aCanaryMissedOnceIsMissed() {
        ScanSummary found = ScanSummary.ofSplit(0);
        found.canary("IBAN_CODE", true);
        ScanSummary missed = ScanSummary.ofSplit(1);
        missed.canary("IBAN_CODE", false);
        found.merge(missed);

        assertThat(found.canariesFound()).isEmpty();
        assertThat(found.canariesMissed()).containsExactly("IBAN_CODE");
    }

    private static List<ScanSummary> splits(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScanSummary> splits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScanSummary summary = ScanSummary.ofSplit(i);
            ColumnState column = summary.column("column " + random.nextInt(4));
            column.schema(new ColumnSchema("column", random.nextBoolean() ? "INT64" : "BYTE_ARRAY", "", true));
            column.summary().cells(random.nextInt(100), 0, random.nextInt(1_000));
            column.notApplicable("too short", random.nextInt(5));
            summary.note("ragged", 1);
            for (int skip = 0; skip < random.nextInt(60); skip++) {
                summary.skip(new Skip("file " + random.nextInt(50), "", "bad page", 1, random.nextInt(3)));
            }
            summary.canary("EMAIL_ADDRESS", random.nextInt(9) > 0);
            RangeDigest digest = new RangeDigest(new ByteRange(0, 10), "ab".repeat(32));
            summary.section(new SectionResult(
                    "file " + i,
                    0,
                    "csv",
                    new SectionDigest(digest, List.of(), List.of()),
                    new TreeSet<>(Set.of("a", "b")),
                    3,
                    -1,
                    true,
                    i % 2 == 0));
            splits.add(summary);
        }
        return splits;
    }

    private static List<ScanSummary> copies(List<ScanSummary> splits) {
        return splits.stream()
                .map(split -> ScanSummary.fromJson(split.toJson()))
                .toList();
    }

    private static String merged(List<ScanSummary> splits) {
        ScanSummary all = new ScanSummary();
        splits.forEach(all::merge);
        return all.toJson().canonical();
    }
}
