package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private final Manifest manifest = Manifest.first(ExampleRecords.facts());
    private final String text = new String(manifest.fileBytes(), StandardCharsets.UTF_8);

    @Test
    void readsWhatItWrites() {
        Manifest again = Manifest.parse(manifest.fileBytes());

        assertThat(again).isEqualTo(manifest);
        assertThat(again.fileBytes()).isEqualTo(manifest.fileBytes());
        assertThat(again.sha256()).isEqualTo(manifest.sha256());
    }

    @Test
    void readsWhatItWritesWithParentAndGaps() {
        FileListing more = new FileListing(List.of(ExampleRecords.file("letters/a.jsonl", "ash")));
        ManifestFacts facts = ExampleRecords.facts(
                more,
                ExampleRecords.coverageWithGap(),
                List.of(ExampleRecords.tokens(1), ExampleRecords.emails(3)),
                new Canaries(2, 1, List.of("email")));
        Manifest next =
                Succession.after(manifest, ExampleRecords.files(), facts, more).manifest();

        assertThat(Manifest.parse(next.fileBytes())).isEqualTo(next);
        assertThat(next.changes()).contains(new Changes(0, 1, 0, 1, 0));
        assertThat(next.facts().coverage().gaps())
                .containsExactly(
                        "5 rows were not read",
                        "1 part was skipped",
                        "1 column was not wholly read",
                        "1 value could not be decoded");
    }

    @Test
    void digestIsOfTheBytesBeforeTheLineFeed() {
        assertThat(text).endsWith("}\n");
        assertThat(manifest.sha256()).isEqualTo(Sha256.hex(text.substring(0, text.length() - 1)));
    }

    @Test
    void factsInAnyOrderGiveTheSameBytes() {
        List<EntityCount> oneWay = List.of(ExampleRecords.emails(2), ExampleRecords.tokens(1));
        List<EntityCount> theOther = List.of(ExampleRecords.tokens(1), ExampleRecords.emails(2));

        assertThat(bytes(oneWay)).isEqualTo(bytes(theOther));
    }

    private static byte[] bytes(List<EntityCount> entities) {
        return Manifest.first(ExampleRecords.facts(
                        ExampleRecords.files(), ExampleRecords.coverage(), entities, ExampleRecords.canaries()))
                .fileBytes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '"version":1}' | '"version":1,"extra":1}' | unknown key "dataset.extra"
            '"ppm":100000}' | '"ppm":100001}' | "privacy.entities[0].final.cells.ppm" is out of order or does not follow
            '{"artifactSha256"' | '{ "artifactSha256"' | not in canonical form
            '"version":1}' | '"version":3}' | "dataset.version" is 3 where its parent makes it 1
            'dataset-manifest/v1' | 'dataset-manifest/v2' | its schema is not
            '"hits":2,"rows"' | '"hits":2,"hits":2,"rows"' | twice
            '"treeAlgorithm":"rfc6962-sha256"' | '"treeAlgorithm":"sha1"' | "content.treeAlgorithm" is out of order
            '"files":2' | '"files":9007199254740993' | outside ±(2^53−1)
            '"reason":"","status":"measured"' | '"status":"measured"' | "reason" is missing
            """)
    void refusesWhatItWouldNotWrite(String original, String forged, String complaint) {
        assertThat(text).contains(original);
        byte[] changed = text.replace(original, forged).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Manifest.parse(changed))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesArraysOutOfOrder() {
        JsonArray detectors =
                Json.parse(text.trim()).asObject().object("scanner").array("detectors");
        List<Json> backwards =
                List.of(detectors.values().get(1), detectors.values().get(0));
        byte[] changed = text.replace(detectors.canonical(), Json.of(backwards).canonical())
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Manifest.parse(changed)).hasMessageContaining("scanner.detectors[0]");
    }

    @Test
    void refusesAFileWithoutItsLineFeed() {
        byte[] cut = text.trim().getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Manifest.parse(cut)).hasMessageContaining("does not end with a line feed");
    }

    @Test
    void refusesTheSameThingTwice() {
        List<EntityCount> twice = List.of(ExampleRecords.emails(1), ExampleRecords.emails(2));

        assertThatThrownBy(() -> ExampleRecords.facts(
                        ExampleRecords.files(), ExampleRecords.coverage(), twice, ExampleRecords.canaries()))
                .hasMessageContaining("\"privacy.entities\" holds two entries for the same thing");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 3, 333333",
        "2, 3, 666666",
        "3, 3, 1000000",
        "9007199254740991, 9007199254740991, 1000000"
    })
    void sharesRoundDown(long count, long of, int ppm) {
        assertThat(new Share(count, of).ppm()).isEqualTo(ppm);
    }

    @Test
    void listsABoundedNumberOfSkippedParts() {
        List<SkippedPart> many = IntStream.range(0, 1500)
                .mapToObj(i -> new SkippedPart("f" + i, null, "unreadable", 2, -1))
                .toList();

        Skipped skipped = Skipped.of(many);

        assertThat(skipped.parts()).isEqualTo(1500);
        assertThat(skipped.bytes()).isEqualTo(3000);
        assertThat(skipped.listed()).hasSize(Skipped.MAX_LISTED);
    }
}
