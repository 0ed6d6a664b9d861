package dev.assay.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import dev.assay.config.DeclaredColumn;
import dev.assay.config.DeclaredSource;
import dev.assay.rights.LicenceExpression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardImportTest {
    private static final String HUGGING_FACE = """
            ---
            pretty_name: Harbour Letters
            license:
            - cc-by-4.0
            - odc-by
            source_datasets:
            - original
            - extended|other-quay-logs
            language: [en, no]
            ---
            # Dataset Card

            - **Homepage:** [Harbour](https://harbour.example/letters)
            """;

    private static final String CROISSANT = """
            {"@context": {"@vocab": "https://schema.org/", "sc": "https://schema.org/"},
             "@type": "sc:Dataset", "conformsTo": ["http://mlcommons.org/croissant/1.1"],
             "name": "Tide Tables", "description": "Heights \\u202e of \\"tides\\",\\nby hour.", "version": "2.1.0",
             "license": "https://creativecommons.org/licenses/by-sa/4.0/", "url": "https://tides.example/t",
             "datePublished": "2024-03-09T10:00:00Z", "creator": [{"@type": "Person", "name": "A. Wren"}, {"name": "Tern Ltd"}],
             "prov:wasDerivedFrom": {"@id": "https://buoys.example/raw", "prov:label": "Buoy Readings"},
             "distribution": [{"@type": "cr:FileObject", "encodingFormat": "text/csv", "contentSize": 1.5}],
             "recordSet": [{"field": [
               {"name": "h", "description": "Height.", "dataType": ["sc:Float", "cr:Label"], "source": {"extract": {"column": "height"}}},
               {"name": "computed"}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void huggingFaceCardFillsInWhatItDeclaresAndNothingElse() throws IOException {
        ImportedCard imported = read(HUGGING_FACE, Optional.of("s3://letters/2024/"));

        DatasetCard card = card(imported);
        assertThat(card.id()).isEqualTo("fallback");
        assertThat(card.title()).isEqualTo("Harbour Letters");
        assertThat(card.location()).isEqualTo("s3://letters/2024/");
        assertThat(card.owner()).isNull();
        assertThat(card.purposes()).isNull();
        DeclaredSource source = card.source("harbour-letters").orElseThrow();
        assertThat(source.license()).isEqualTo("(CC-BY-4.0) AND (ODC-By-1.0)");
        assertThat(source.location()).isEqualTo("https://harbour.example/letters");
        DeclaredSource upstream = card.source("quay-logs").orElseThrow();
        assertThat(upstream.license()).isNull();
        assertThat(imported.text()).contains("#owner: undeclared\n", "    #license: undeclared\n");
        assertThat(imported.declared())
                .containsExactly(
                        "title",
                        "sources.harbour-letters.title",
                        "sources.harbour-letters.location",
                        "sources.harbour-letters.license",
                        "sources.quay-logs.title");
        assertThat(imported.undeclared()).contains("owner", "sources.harbour-letters.legal-basis");
    }

    @Test
    void croissantFileFillsInSourceColumnsAndWhatItWasMadeFrom() throws IOException {
        ImportedCard imported = read(CROISSANT, Optional.empty());

        assertThat(imported.kind()).isEqualTo("a Croissant 1.1 file");
        DatasetCard card = card(imported);
        assertThat(card.id()).isEqualTo("tide-tables");
        assertThat(card.description()).isEqualTo("Heights \u202e of \"tides\",\nby hour.");
        // What turns the reading direction is written so that a reader of the file sees it.
        assertThat(imported.text()).contains("\\u202E").doesNotContain("\u202e");
        DeclaredSource source = card.source("tide-tables").orElseThrow();
        assertThat(source.license()).isEqualTo("CC-BY-SA-4.0");
        assertThat(source.version()).isEqualTo("2.1.0");
        assertThat(source.issuer()).containsExactly("A. Wren", "Tern Ltd");
        assertThat(source.date()).isEqualTo(LocalDate.of(2024, 3, 9));
        assertThat(source.format()).containsExactly("text/csv");
        DeclaredSource upstream = card.source("buoy-readings").orElseThrow();
        assertThat(upstream.location()).isEqualTo("https://buoys.example/raw");
        assertThat(card.columns())
                .containsExactly(new DeclaredColumn("height", "Height.", DeclaredColumn.Role.LABEL, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mit                                                        | MIT
            Apache 2.0                                                 | Apache-2.0
            https://choosealicense.com/licenses/apache-2.0/            | Apache-2.0
            https://spdx.org/licenses/BSD-3-Clause.html                | BSD-3-Clause
            https://creativecommons.org/licenses/by/4.0/               | CC-BY-4.0
            http://creativecommons.org/licenses/by/3.0/us/             | CC-BY-3.0-US
            http://creativecommons.org/licenses/by-nc-sa/3.0/xx/       |
            https://creativecommons.org/publicdomain/zero/1.0/         | CC0-1.0
            https://creativecommons.org/licenses/by-nc/4.0/legalcode.de | CC-BY-NC-4.0
            https://opendatacommons.org/licenses/odbl/                 | ODbL-1.0
            MIT OR Apache-2.0                                          | MIT OR Apache-2.0
            gfdl                                                       |
            bsd                                                        |
            This is a license.                                         |
            Public                                                     |
            other                                                      |
            https://example.org/licenses/mit                           |
            """)
    void licencesAreNamedOnlyWhereOneIsMeantForCertain(String name, String expected) {
        assertThat(LicenceName.toSpdx(name)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void licenceThatIsNotCertainIsUndeclaredWithTheReason() throws IOException {
        ImportedCard some = read("---\nlicense: [mit, other]\n---\n", Optional.empty());
        assertThat(card(some).source("fallback").orElseThrow().license()).isNull();
        assertThat(some.text()).contains("#license: undeclared (said to be \"mit\", \"other\")");

        ImportedCard own = read("---\nlicense: other\nlicense_name: tern-1\n---\n", Optional.empty());
        assertThat(own.text()).contains("undeclared (said to be \"tern-1\", which is no certain SPDX expression)");
    }

    @Test
    void whatIsNoCardIsRefused() {
        assertThatThrownBy(() -> read("{\"images\": []}", Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("card.txt is about no dataset");
        assertThatThrownBy(() -> read("a,b\n1,2\n", Optional.empty()))
                .hasMessageContaining("no card that can be imported");
        assertThatThrownBy(() -> read("---\ntitle: x\n", Optional.empty())).hasMessageContaining("never ends");
        assertThatThrownBy(() -> read("---\n- a\n---\n", Optional.empty())).hasMessageContaining("holds no keys");
        assertThatThrownBy(() -> read("{\"a\": ", Optional.empty())).hasMessageContaining("is no JSON");
    }

    @Test
    void everySharedHuggingFaceCardIsImported() throws IOException {
        List<Path> files = SharedCards.in("dataset-cards");
        int licensed = 0;
        for (Path file : files) {
            ImportedCard imported = CardImport.read(
                    file.toString(),
                    Files.readAllBytes(file),
                    String.valueOf(file.getName(file.getNameCount() - 2)),
                    Optional.empty());
            licensed += licensed(card(imported));
            assertThat(imported.undeclared()).as(file.toString()).contains("owner");
        }
        assertThat(files).hasSize(60);
        // Of the others 20 say `unknown`, 3 `other`, 2 `gfdl`, which is several licences, and 6 nothing.
        assertThat(licensed).isEqualTo(29);
    }

    @Test
    void everySharedCroissantFileIsImportedUnlessItDescribesNothing() throws IOException {
        TreeMap<String, Integer> kinds = new TreeMap<>();
        int licensed = 0;
        for (String folder : List.of("croissant", "croissant-invalid")) {
            for (Path file : SharedCards.in(folder)) {
                try {
                    ImportedCard imported =
                            CardImport.read(file.toString(), Files.readAllBytes(file), "unnamed", Optional.empty());
                    licensed += licensed(card(imported));
                    kinds.merge(imported.kind(), 1, Integer::sum);
                } catch (ConfigException refused) {
                    // Two datasets come with their data, and in one file the type was broken on purpose.
                    assertThat(refused.getMessage()).as(file.toString()).containsAnyOf("no dataset", "no card");
                    assertThat(file.toString()).matches(".*(coco2014-mini/data|json-join/data|_bad_type)/.*");
                    kinds.merge("refused", 1, Integer::sum);
                }
            }
        }
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(81);
        assertThat(kinds.toString())
                .isEqualTo("{a Croissant 0.8 file=28, a Croissant 1.0 file=39, a Croissant 1.1 file=9, refused=5}");
        // Of the others 21 say `This is a license.`, 2 `other`, 1 `Public`, and 24 nothing.
        assertThat(licensed).isEqualTo(28);
    }

    /** 1 if the first source has a licence, which must be an SPDX expression then. */
    private static int licensed(DatasetCard card) {
        List<DeclaredSource> sources = card.sources();
        String license = sources == null ? null : sources.get(0).license();
        if (license == null) {
            return 0;
        }
        assertThat(LicenceExpression.parse(license).identifiers()).isNotEmpty();
        return 1;
    }

    private static ImportedCard read(String text, Optional<String> location) {
        return CardImport.read("card.txt", text.getBytes(StandardCharsets.UTF_8), "fallback", location);
    }

    /** The card as the scanner reads it. */
    private DatasetCard card(ImportedCard imported) throws IOException {
        Path file = folder.resolve("dataset.yaml");
        Files.writeString(file, imported.text());
        return DatasetCard.read(file);
    }
}
