package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.json.Json;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoisoningSignalTest {
    /**
     * A thousand rows before: 10 repeat another, 20 long texts are much like another, labels half and half, one row in
     * twenty with hidden text.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            10  | 20 | 500 | 1 | label | -
            5   | 10 | 500 | 0 | label | -
            250 | 20 | 500 | 1 | label | duplicate-flood  240000
            10  | 90 | 500 | 1 | label | near-duplicate-flood  70000
            10  | 20 | 500 | 3 | label | hostile-text HIDDEN_TEXT 100000
            10  | 20 | 900 | 1 | label | label-shift answer 146793
            10  | 20 | 900 | 1 | text  | -
            """)
    void listsWhatRose(long repeats, long alike, long ofOneLabel, long hidden, String role, String expected) {
        Drift drift = Drift.between(facts(10, 20, 500, 1, role), facts(repeats, alike, ofOneLabel, hidden, role));

        assertThat(drift.poisoning().stream()
                        .map(signal -> signal.toJson().string("signal") + " " + signal.subject() + " " + signal.ppm())
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(Drift.fromJson(drift.toJson())).isEqualTo(drift);
    }

    private static ManifestFacts facts(long repeats, long alike, long ofOneLabel, long hidden, String role) {
        EntityCount text = new EntityCount(
                new EntityType("HIDDEN_TEXT", DataClass.CONTENT),
                FindingClass.REAL,
                "body",
                ExampleRecords.counts(hidden),
                ExampleRecords.counts(hidden));
        ManifestFacts plain = ExampleRecords.facts(
                ExampleRecords.files(),
                ExampleRecords.coverage(),
                hidden == 0 ? List.of() : List.of(text),
                ExampleRecords.canaries());
        TreeMap<String, Long> kinds = new TreeMap<>();
        kinds.put("text", 1_000L);
        TreeMap<Integer, Long> spread = new TreeMap<>();
        spread.put(3, ofOneLabel);
        spread.put(9, 1_000 - ofOneLabel);
        QualityColumn answer = new QualityColumn(
                "answer",
                1_000,
                0,
                0,
                0,
                kinds,
                new TreeMap<>(),
                2,
                true,
                List.of(ofOneLabel, 1_000 - ofOneLabel),
                new Histogram(spread),
                null,
                null,
                null,
                Languages.NONE);
        Quality quality = new Quality(
                new RepeatedRows(new Share(repeats, 1_000), 1_000),
                new NearDuplicates("m", new Share(alike, 1_000), 1, 2, true),
                "hyperloglog-2048",
                List.of(answer),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new ManifestFacts(
                plain.dataset(),
                plain.content(),
                new Provenance(Json.parse("{\"columns\": [{\"path\": \"answer\", \"role\": \"" + role + "\"}]}")
                        .asObject()),
                plain.scanner(),
                plain.coverage(),
                plain.privacy(),
                quality,
                plain.efficacy(),
                plain.statuses(),
                plain.limits());
    }
}
