package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCardTest {
    private static final Path FILE = Path.of("/cards/support-chats/dataset.yaml");

    @Test
    void everyKeyHasADefaultThatWorks() {
        DatasetCard card = read("# nothing declared\n", FILE);

        assertThat(card.id()).isEqualTo("support-chats");
        assertThat(card.location()).isEqualTo("/cards/support-chats/data");
        assertThat(card.include()).isEmpty();
        assertThat(card.sources()).isNull();
        assertThat(card.toJson().canonical())
                .isEqualTo("{\"exclude\":[],\"id\":\"support-chats\",\"include\":[],"
                        + "\"schema\":\"dev.assay/dataset-card/v1\"}");
    }

    @Test
    void aFileOfAnotherNameGivesTheIdItself() {
        assertThat(read("title: x\n", Path.of("/cards/CRM rows.yaml")).id()).isEqualTo("crm-rows");
    }

    @Test
    void locationsAreRelativeToTheCard() {
        assertThat(read("location: ../raw/a.csv\n", FILE).location()).isEqualTo("/cards/raw/a.csv");
        assertThat(read("location: /data/x\n", FILE).location()).isEqualTo("/data/x");
        assertThat(read("location: s3://corpus/chats/\n", FILE).location()).isEqualTo("s3://corpus/chats/");
    }

    @Test
    void refusesLocationsThatAreNone() {
        assertThatThrownBy(() -> read("location: ' '\n", FILE))
                .hasMessageContaining("`location` (line 1): A location cannot be blank; give a path or a URI");
        assertThatThrownBy(() -> read("location: \"a\\0b\"\n", FILE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`location` (line 1): Nul character not allowed");
    }

    @Test
    void theDigestLeavesOutWhereTheDataLies() {
        String facts = "id: chats\nowner: care\ninclude: ['*.csv']\n";
        String here = read(facts, FILE).cardSha256();

        assertThat(read(facts + "location: s3://corpus/chats/\n", Path.of("/x/y.yaml"))
                        .cardSha256())
                .isEqualTo(here);
        assertThat(read(facts + "purposes: []\n", FILE).cardSha256())
                .as("a declared nothing is a fact")
                .isNotEqualTo(here);
        assertThat(read(facts.replace("care", "sales"), FILE).cardSha256()).isNotEqualTo(here);
    }

    @Test
    void aBareLocationNeedsNoCard() {
        DatasetCard card = DatasetCard.forLocation("s3://corpus/Support Chats/");

        assertThat(card.id()).isEqualTo("support-chats");
        assertThat(card.location()).isEqualTo("s3://corpus/Support Chats/");
        assertThat(card.owner()).isNull();
        assertThat(DatasetCard.forLocation("some/where").location())
                .isEqualTo(Path.of("some/where").toAbsolutePath().toString());
        assertThat(DatasetCard.forLocation(".").id())
                .isEqualTo(
                        Names.from(String.valueOf(Path.of("").toAbsolutePath().getFileName())));
    }

    @Test
    void keepsEveryDeclaredFactOfASource() {
        DatasetCard card = read("""
                personal-data: [contact]
                columns: [{path: text, role: text, license: CC0-1.0}]
                sources:
                  - title: Tickets
                    issuer: [Example Ltd]
                    origin-geography: []
                    date: 2026-01-31
                    generation-period: {from: 2025-01-01, to: 2025-12-31}
                    classification: [{regulation: pii, evaluated: 2026-01-15}]
                    license: CC-BY-4.0
                    legal-basis: {gdpr6: consent}
                    retention: {until: 2028-12-31}
                    supplier: {reviewed-on: 2026-01-10}
                    upstream: [{location: ../raw}]
                  - id: forum
                transformations: [{name: clean}]
                """, FILE);

        assertThat(card.toJson().get("sources")).isEqualTo(Json.parse("""
                                [{"classification": [{"evaluated": "2026-01-15", "regulation": "pii"}],
                                  "date": "2026-01-31",
                                  "generationPeriod": {"from": "2025-01-01", "to": "2025-12-31"},
                                  "id": "source-1",
                                  "issuer": ["Example Ltd"],
                                  "legalBasis": {"gdpr6": "consent"},
                                  "license": "CC-BY-4.0",
                                  "originGeography": [],
                                  "retention": {"until": "2028-12-31"},
                                  "supplier": {"reviewedOn": "2026-01-10"},
                                  "title": "Tickets",
                                  "upstream": [{"location": "../raw"}]},
                                 {"id": "forum"}]
                                """));
        DeclaredSource tickets = card.source("source-1").orElseThrow();
        assertThat(tickets.originGeography()).isEqualTo(List.of());
        assertThat(tickets.consents()).isNull();
        assertThat(card.source("nowhere")).isEmpty();
    }

    /** What the reader keeps and what the digest covers cannot drift apart. */
    @Test
    void everyKeyOfTheCardReachesItsJson() {
        String text = ConfigFile.CARD.commentedText().replaceAll("(?m)^( *)#(?=[a-z-])", "$1");
        String json = read(text, FILE).toJson().canonical();

        YamlFile yaml = YamlFile.of("dataset.yaml", text.getBytes(StandardCharsets.UTF_8));
        DatasetCard.read(yaml.root(), FILE);
        assertThat(yaml.keys()).hasSizeGreaterThan(60).allSatisfy(key -> {
            String name = key.substring(key.lastIndexOf('.') + 1);
            StringBuilder camel = new StringBuilder();
            for (String word : name.split("-", -1)) {
                camel.append(camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            if (!key.equals("location")) {
                assertThat(json).contains("\"" + camel + "\":");
            }
        });
    }

    @Test
    void reportsEveryProblemAtOnce(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("dataset.yaml"), """
                id: ../etc
                titel: Chats
                purposes: ai-alignment
                personal-data: [contact, medical]
                sources:
                  - date: 31.01.2026
                    licence: MIT
                    upstream: [{manifest-sha256: abc}]
                columns:
                  - role: wrong
                transformations: clean
                """);

        assertThatThrownBy(() -> DatasetCard.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + " has 10 problems: "
                        + "`id` (line 1): `../etc` is no safe name, use up to 100 of a-z, 0-9, `-`, `_` and single dots,"
                        + " starting and ending with a letter or digit, such as etc · "
                        + "`titel` (line 2): unknown key, did you mean `title`? · "
                        + "`purposes` (line 3): a single value where a list such as [a, b] was expected · "
                        + "`personal-data[1]` (line 4): `medical` is unknown, choose from contact, person, financial,"
                        + " government-id, health, device, location, credential, special-category, reference · "
                        + "`sources[0].date` (line 6): `31.01.2026` is no date, write it as 2026-01-31 · "
                        + "`sources[0].licence` (line 7): unknown key, did you mean `license`? · "
                        + "`sources[0].upstream[0].manifest-sha256` (line 8): `abc` is no SHA-256, write 64 hex digits in"
                        + " lower case · "
                        + "`columns[0].path` (line 10): is missing; it has no default · "
                        + "`columns[0].role` (line 10): `wrong` is unknown, choose from text, label, key, source, url,"
                        + " license, author, timestamp, sensitive, proxy · "
                        + "`transformations` (line 11): a single value where a list such as [a, b] was expected");
    }

    @Test
    void sourcesHaveDifferentIds() {
        assertThatThrownBy(() -> read("sources: [{id: a}, {id: a}]\n", FILE))
                .hasMessageEndingWith("`sources` (line 1): two sources have the id `a`; ids must differ");
    }

    private static DatasetCard read(String text, Path file) {
        return YamlFile.of(String.valueOf(file.getFileName()), text.getBytes(StandardCharsets.UTF_8))
                .as(section -> DatasetCard.read(section, file));
    }
}
