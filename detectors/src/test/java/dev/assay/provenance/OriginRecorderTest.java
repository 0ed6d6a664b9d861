package dev.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.detect.CellBatch;
import dev.assay.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRecorderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://en.wikipedia.org/wiki/Oak      | wikipedia.org",
                "HTTP://Example.CO.UK:8080/a?b#c        | example.co.uk",
                "https://ann:pw@shop.example.com.au     | example.com.au",
                "https://ann.github.io/cv               | github.io",
                "arxiv.org/abs/1234                     | arxiv.org",
                "t.co                                   | t.co",
                "https://co.uk/                         | co.uk",
                "https://www.example.com.               | example.com",
                "ann@example.com                        | ''",
                "https://192.0.2.7/x                    | ''",
                "https://example..com                   | ''",
                "my own notes                           | ''",
                "https://localnotes/                    | ''",
                "https://ex_ample.com                   | ''",
                "file.unknowntld                        | ''",
                "https://                               | ''",
            })
    void findsTheRegisteredDomain(String text, String domain) {
        byte[] bytes = ("  " + text + " ").getBytes(StandardCharsets.UTF_8);

        assertThat(WebDomain.of(bytes, 2, bytes.length - 1)).isEqualTo(domain);
        assertThat(WebDomain.of(bytes, 0, bytes.length)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "source, SOURCE",
        "meta.URL, URL",
        "licenses[], LICENSE",
        "Created-At, TIMESTAMP",
        "authors[], AUTHOR",
        "text, ''",
        "url_count, ''",
        "source.text, ''"
    })
    void knowsColumnsByTheirNames(String path, String role) {
        assertThat(OriginColumns.BY_NAME.role(path).map(Enum::name).orElse("")).isEqualTo(role);
    }

    @Test
    void aCardSaysMoreThanAName(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("dataset.yaml");
        Files.writeString(file, "columns: [{path: from, role: url}, {path: source, role: text}, {path: date}]\n");
        OriginColumns columns = OriginColumns.of(DatasetCard.read(file));

        assertThat(columns.role("from")).contains(OriginRole.URL);
        assertThat(columns.role("source")).isEmpty();
        assertThat(columns.role("date")).contains(OriginRole.TIMESTAMP);
        assertThat(columns.sha256()).isNotEqualTo(OriginColumns.BY_NAME.sha256());
    }

    @Test
    void rareDomainsLeaveNoNameBehind() {
        ColumnOrigin origin = recorded(OriginRole.URL, repeated("https://a.example.org/", 10, "https://ann.net", 9));

        assertThat(origin.domains().named()).containsOnlyKeys("example.org").containsEntry("example.org", 10L);
        assertThat(origin.domains().cells()).isEqualTo(19);
        assertThat(origin.domains().distinct()).isEqualTo(2);
        assertThat(origin.toJson().canonical()).doesNotContain("ann");
    }

    @Test
    void whereTheFileIsCutDecidesNoName() {
        List<String> block = repeated("https://a.example.org/", 6, "https://quay.org", 12);
        ColumnOrigin whole = new ColumnOrigin(OriginRole.URL);
        OriginRecorder recorder = new OriginRecorder(whole);
        recorder.cells(CellBatch.of(block));
        recorder.endBlock();
        recorder.cells(CellBatch.of(block));
        recorder.endBlock();

        assertThat(whole.toJson())
                .isEqualTo(merged(List.of(recorded(OriginRole.URL, block), recorded(OriginRole.URL, block)))
                        .toJson());
        assertThat(whole.domains().named()).containsOnlyKeys("quay.org");
    }

    @Test
    void aDictionaryCountsAsItsValuesDo() {
        List<String> cells = repeated("CC-BY-4.0", 3, "as agreed", 2);
        ColumnOrigin plain = recorded(OriginRole.LICENSE, cells);
        ColumnOrigin coded = new ColumnOrigin(OriginRole.LICENSE);
        OriginRecorder recorder = new OriginRecorder(coded);
        CellBatch dictionary = CellBatch.of(List.of("CC-BY-4.0", "as agreed", "unused"));
        recorder.dictionary(dictionary);
        dictionary.clear();
        recorder.occurrences(new int[] {0, 1, 0, 1, 0, 2}, 5);
        recorder.endBlock();

        assertThat(coded.toJson()).isEqualTo(plain.toJson());
        assertThat(coded.licences()).containsOnlyKeys("CC-BY-4.0").containsEntry("CC-BY-4.0", 3L);
        assertThat(coded.unrecognised()).isEqualTo(2);
        assertThat(coded.filled()).isEqualTo(5);
    }

    @Test
    void mergesInAnyOrderToTheSame() {
        Random random = new Random(7);
        List<ColumnOrigin> parts = new ArrayList<>();
        for (int part = 0; part < 12; part++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                cells.add("https://site" + random.nextInt(40_000) + ".org/" + i);
                cells.add("https://big" + part % 3 + ".org/" + i);
            }
            parts.add(recorded(OriginRole.URL, cells));
        }
        Json once = merged(parts).toJson();

        for (int seed = 0; seed < 4; seed++) {
            Collections.shuffle(parts, new Random(seed));
            ColumnOrigin left = merged(parts.subList(0, 5));
            left.merge(merged(parts.subList(5, 12)));
            assertThat(left.toJson()).isEqualTo(once);
        }
        ColumnOrigin all = merged(parts);
        assertThat(all.domains().isExhaustive()).isFalse();
        assertThat(all.domains().distinct()).isEqualTo(DomainCounts.KEPT);
        assertThat(all.domains().cells()).isEqualTo(72_000);
        assertThat(ColumnOrigin.fromJson(all.toJson()).toJson()).isEqualTo(once);
    }

    private static ColumnOrigin merged(List<ColumnOrigin> parts) {
        ColumnOrigin all = new ColumnOrigin(OriginRole.URL);
        parts.forEach(all::merge);
        return all;
    }

    private static ColumnOrigin recorded(OriginRole role, List<String> cells) {
        ColumnOrigin origin = new ColumnOrigin(role);
        OriginRecorder recorder = new OriginRecorder(origin);
        recorder.cells(CellBatch.of(cells));
        recorder.endBlock();
        return origin;
    }

    private static List<String> repeated(String one, int ones, String other, int others) {
        List<String> cells = new ArrayList<>(Collections.nCopies(ones, one));
        cells.addAll(Collections.nCopies(others, other));
        return cells;
    }
}
