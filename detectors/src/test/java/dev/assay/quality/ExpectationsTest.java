package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ExpectationCondition;
import dev.assay.config.Policy;
import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pattern: {columns: [c], patterns: ['[0-9]{5}']}              | 12345 123456 1234 x2345 12345-  | 1
            pattern: {columns: [c], patterns: ['[0-9]{5}', '[A-Z]{2}']}  | 12345 AB ab ABC                 | 2
            pattern: {columns: ['*'], patterns: ['.*']}                  | a bb                            | 2
            pattern: {columns: [c], patterns: ['(a{1,3})*b']}          | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac aab | 1
            in-set: {columns: [c], values: [ham, spam]}                  | ham spam SPAM spa spams         | 2
            in-set: {columns: [c], values: [größe, '.*']}                | größe grösse .* xx              | 2
            in-set: {columns: [d], values: [ham]}                        | ham                             | -1
            """)
    void countsCellsThatAreAsExpected(String condition, String cells, long met) throws IOException {
        List<String> values = new ArrayList<>(Arrays.asList(cells.split(" ")));
        values.add("");
        Policy policy = policy(condition);
        ColumnQuality quality = counted(values, Expectations.of(policy));
        String sha256 = ((ExpectationCondition) policy.rules().get(0).condition()).expectationSha256();

        assertThat(quality.met()).hasSize(met < 0 ? 0 : 1);
        if (met >= 0) {
            assertThat(quality.met()).containsEntry(sha256, met);
        }
    }

    @Test
    void splitAndShuffledAnyWayItIsTheSame() throws IOException {
        Expectations expectations = Expectations.of(policy("in-set: {columns: [c], values: [v1, v4, v9]}"));
        List<String> cells = new ArrayList<>(
                IntStream.range(0, 2_000).mapToObj(i -> "v" + i % 13).toList());
        String whole = counted(cells, expectations).toJson().canonical();
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(cells, new Random(round));
            ColumnQuality merged = new ColumnQuality();
            for (int at = 0; at < cells.size(); at += 317 + round) {
                List<String> part = cells.subList(at, Math.min(cells.size(), at + 317 + round));
                String written = counted(part, expectations).toJson().canonical();
                merged.merge(ColumnQuality.fromJson(Json.parse(written).asObject()));
            }

            assertThat(merged.toJson().canonical()).as("round %d", round).isEqualTo(whole);
        }
    }

    @Test
    void aDictionaryCountsAsItsRows() throws IOException {
        Expectations expectations = Expectations.of(policy("in-set: {columns: [c], values: [a]}"));
        ColumnQuality dictionary = new ColumnQuality();
        SectionQuality section = section(expectations);
        QualityRecorder recorder = section.recorder("c", dictionary);
        recorder.beginRows();
        recorder.dictionary(CellBatch.of(List.of("a", "b")));
        recorder.occurrences(new int[] {0, 1, 0, 0}, new int[] {0, 1, 2, 3}, 4);
        recorder.finish();
        section.endRows(4);

        assertThat(dictionary.met())
                .isEqualTo(counted(List.of("a", "b", "a", "a"), expectations).met());
    }

    @Test
    void itsDigestIsOfWhatIsAcceptedAndWhere() throws IOException {
        String one = Expectations.of(policy("in-set: {columns: [c], values: [a, b]}"))
                .sha256();

        assertThat(Expectations.of(policy("in-set: {columns: [c], values: [b, a], min: 0.5}"))
                        .sha256())
                .isEqualTo(one);
        for (String other : List.of(
                "in-set: {columns: [c, d], values: [a, b]}",
                "in-set: {columns: [c], values: [a]}",
                "pattern: {columns: [c], patterns: [a, b]}")) {
            assertThat(Expectations.of(policy(other)).sha256()).as(other).isNotEqualTo(one);
        }
    }

    @Test
    void saysWhichPatternCannotBeRead() throws IOException {
        Policy policy = policy("pattern: {columns: [c], patterns: ['[0-9']}");

        assertThatThrownBy(() -> Expectations.of(policy)).hasMessageContaining("`rule`: ");
    }

    private Policy policy(String condition) throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, "rules:\n  - id: rule\n    " + condition + "\n");
        return Policy.read(file);
    }

    private static SectionQuality section(Expectations expectations) {
        return new SectionQuality(
                new QualityDemands(expectations, EvaluationSets.NONE, UniqueDemands.NONE, CommonDemand.NONE));
    }

    private static ColumnQuality counted(List<String> cells, Expectations expectations) {
        ColumnQuality quality = new ColumnQuality();
        QualityRecorder recorder = section(expectations).recorder("c", quality);
        recorder.beginRows();
        recorder.cells(CellBatch.of(cells), IntStream.range(0, cells.size()).toArray());
        recorder.finish();
        return quality;
    }
}
