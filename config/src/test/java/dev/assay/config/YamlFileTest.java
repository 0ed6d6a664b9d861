package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    private Path directory;

    @Test
    void readsEachKindOfValue() {
        Section section = yaml("""
                version: 1.0
                answer: no
                count: 42
                price: 12.50
                on: true
                size: 16MiB
                age: 30d
                day: 2026-01-31
                band: likely
                words: [a, 'null', 3]
                context: {en: [iban, account number], de: [konto]}
                properties: {b: 2, a: x}
                """);

        assertThat(section.text("version")).isEqualTo("1.0");
        assertThat(section.text("answer")).isEqualTo("no");
        assertThat(section.integer("count", 0, 0, 100)).isEqualTo(42);
        assertThat(section.findDecimal("price"))
                .hasValueSatisfying(price -> assertThat(price).hasToString("12.50"));
        assertThat(section.truth("on", false)).isTrue();
        assertThat(section.findSize("size")).contains(DataSize.ofMebibytes(16));
        assertThat(section.findDuration("age")).contains(Duration.ofDays(30));
        assertThat(section.findDate("day")).contains(LocalDate.of(2026, 1, 31));
        assertThat(section.choice("band", ConfidenceBand.class, ConfidenceBand.CERTAIN))
                .isEqualTo(ConfidenceBand.LIKELY);
        assertThat(section.texts("words")).containsExactly("a", "null", "3");
        assertThat(section.textsMap("context")).containsEntry("en", List.of("iban", "account number"));
        assertThat(section.textMap("properties").keySet()).containsExactly("a", "b");
    }

    @Test
    void absentAndEmptyAreNotTheSame() {
        Section section = yaml("empty: []\nnothing:\ntilde: ~\n");

        assertThat(section.findTexts("empty")).contains(List.of());
        assertThat(section.findTexts("nothing")).isEmpty();
        assertThat(section.findText("tilde")).isEmpty();
        assertThat(section.findText("absent")).isEmpty();
        assertThat(section.has("nothing")).isFalse();
        assertThat(section.section("absent").text("x", "fallback")).isEqualTo("fallback");
    }

    @Test
    void collectsEveryProblemInTheOrderOfTheFile() {
        assertThat(problems("""
                        name: [a]
                        count: many
                        rules:
                          - limit: 1.4
                          - limt: 0.5
                        nmae: x
                        band: liekly
                        words: {a: b}
                        """, section -> {
                    section.text("name");
                    section.integer("count", 1, 0, 9);
                    section.sections("rules", rule -> rule.findShare("limit"));
                    section.choice("band", ConfidenceBand.class, ConfidenceBand.LIKELY);
                    section.texts("words");
                    return section.text("title");
                }))
                .isEqualTo("test.yaml has 8 problems: "
                        + "`name` (line 1): a list where a single value was expected · "
                        + "`title` (line 1): is missing; it has no default · "
                        + "`count` (line 2): `many` is no whole number · "
                        + "`rules[0].limit` (line 4): 1.4 is above 1, give a share such as 0.014 · "
                        + "`rules[1].limt` (line 5): unknown key, did you mean `limit`? · "
                        + "`nmae` (line 6): unknown key, did you mean `name`? · "
                        + "`band` (line 7): `liekly` is unknown, did you mean `likely`? · "
                        + "`words` (line 8): a group of keys where a list such as [a, b] was expected");
    }

    @Test
    void namesTheKnownKeysWhenNothingIsNear() {
        assertThat(problems("zebra: 1\n", section -> section.text("title", "") + section.text("id", "")))
                .isEqualTo("test.yaml has 1 problem: `zebra` (line 1): unknown key, known here: id, title");
    }

    @Test
    void refusesKeysNamedTwice() {
        assertThat(problems(
                        "a: 1\nb: {c: 1,\n  c: 2}\na: 2\n",
                        section -> section.text("a") + section.section("b").text("c")))
                .isEqualTo("test.yaml has 2 problems: "
                        + "`b.c` (line 3): named twice, first on line 2; keep one · "
                        + "`a` (line 4): named twice, first on line 1; keep one");
    }

    @Test
    void refusesAnchorsTagsAndMergeKeys() {
        assertThat(problems("a: &x [1]\nb: *x\nc: !!str 5\n<<: {d: 1}\n", section -> section.names()))
                .isEqualTo("test.yaml has 4 problems: "
                        + "`a` (line 1): the anchor &x is not supported; write the value out · "
                        + "`b` (line 2): the alias *x is not supported; write the value out · "
                        + "`c` (line 3): the tag !!str is not supported; leave it out · "
                        + "`<<` (line 4): merge keys are not supported; write the keys out");
    }

    @Test
    void anAliasBombUnfoldsToNothing() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThatThrownBy(() -> read(bomb.toString(), Section::names))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the alias *a0 is not supported");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(problems("[".repeat(100_000), Section::names))
                .isEqualTo("test.yaml has 1 problem: line 1: more than 50 levels deep; flatten it");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThat(problems("a: 1\n\tb: 2\n", Section::names))
                .startsWith("test.yaml has 1 problem: line 2: this is no valid YAML: ")
                .endsWith("; indent with spaces, not tabs");
        assertThat(problems("a: 'x\nb: 1\n", Section::names))
                .startsWith("test.yaml has 1 problem: line 3: this is no valid YAML: ");
        assertThat(problems("a: 1\nb: \u0001\n", Section::names))
                .isEqualTo("test.yaml has 1 problem: line 2: the character U+0001 is not allowed in YAML");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = "a: 1\nb: Gr\u00FC\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> YamlFile.of("test.yaml", latin1))
                .isInstanceOf(ConfigException.class)
                .hasMessage("test.yaml has 1 problem: line 2: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void refusesTextCutInTheMiddleOfACharacter() {
        assertThatThrownBy(() -> YamlFile.of("test.yaml", new byte[] {'a', ':', ' ', (byte) 0xE2, (byte) 0x82}))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void takesAByteOrderMark() {
        String value = read("\uFEFFa: 1\n", section -> section.text("a"));

        assertThat(value).isEqualTo("1");
    }

    @Test
    void refusesEmptyFiles() {
        assertThatThrownBy(() -> yaml(" \n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("test.yaml is empty; write one with `assay init`, or restore it.");
    }

    @Test
    void aFileOfCommentsHasNoKeys() {
        String value = read("# nothing yet\n", section -> section.text("a", "default"));

        assertThat(value).isEqualTo("default");
    }

    @Test
    void refusesASecondDocumentWhereOneIsExpected() {
        assertThat(problems("a: 1\n---\na: 2\n", section -> section.text("a")))
                .isEqualTo("test.yaml has 1 problem: line 3: a second document starts here; this file holds one");
    }

    @Test
    void readsDocumentAfterDocument() {
        YamlFile file = YamlFile.of("test.yaml", "id: a\n---\nid: b\n".getBytes(StandardCharsets.UTF_8));

        assertThat(file.each(section -> section.text("id"))).containsExactly("a", "b");
    }

    @Test
    void reportsProblemsOfAllDocumentsAtOnce() {
        YamlFile file = YamlFile.of("test.yaml", "di: a\n---\nid: b\nx: 1\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> file.each(section -> section.text("id", "")))
                .hasMessageStartingWith("test.yaml has 2 problems: `di` (line 1): unknown key, did you mean `id`? · ")
                .hasMessageContaining("`x` (line 4)");
    }

    @Test
    void refusesAListWhereKeysWereExpected() {
        assertThat(problems("- a\n", section -> section.text("a", "")))
                .isEqualTo("test.yaml has 1 problem: line 1: a list where keys were expected, such as `title: …`");
    }

    @Test
    void saysWhatIsWrongWithAPath() throws Exception {
        assertThatThrownBy(() -> YamlFile.read(directory))
                .isInstanceOf(ConfigException.class)
                .hasMessage(directory + " is a directory; name the YAML file in it.");
        Path missing = directory.resolve("scan.yaml");
        assertThatThrownBy(() -> YamlFile.read(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessage("There is no file " + missing + "; check the path, or write one with `assay init`.");
        Path data = Files.write(directory.resolve("data.yaml"), new byte[YamlFile.MAX_BYTES + 1]);
        assertThatThrownBy(() -> YamlFile.read(data))
                .isInstanceOf(ConfigException.class)
                .hasMessage(data + " is larger than 8MiB; is it data? Name a configuration file in YAML.");
    }

    @Test
    void aParserOfTheCallersOwnReportsLikeOurs() {
        assertThat(problems(
                        "when: [x, 12:99]\n",
                        section -> section.list("when", text -> {
                            throw new IllegalArgumentException("`" + text + "` is no time of day");
                        })))
                .isEqualTo("test.yaml has 2 problems: `when[0]` (line 1): `x` is no time of day · "
                        + "`when[1]` (line 1): `12:99` is no time of day");
    }

    @Test
    void aCatalogueOfThreeHundredDetectorsIsReadInNoTime() {
        String one = """
                id: number-%d
                entity: IBAN_CODE
                shape: '[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11,30}'   # letters, digits
                context: {en: [account, number, bank account], de: [konto, kontonummer], fr: [compte]}
                columns: [account, konto_nr, account number]
                confidence: {shape: 40, checked: 95}
                """;
        String all = IntStream.range(0, 300).mapToObj(one::formatted).collect(Collectors.joining("---\n"));
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            List<String> ids = YamlFile.of("catalogue.yaml", bytes).each(section -> {
                section.names();
                return section.text("id") + section.textsMap("context").size();
            });
            best = Math.min(best, System.nanoTime() - start);
            assertThat(ids).hasSize(300).startsWith("number-03");
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(1));
    }

    private static Section yaml(String text) {
        return YamlFile.of("test.yaml", text.getBytes(StandardCharsets.UTF_8)).root();
    }

    private static <T> T read(String text, Function<Section, T> read) {
        return YamlFile.of("test.yaml", text.getBytes(StandardCharsets.UTF_8)).as(read);
    }

    private static String problems(String text, Function<Section, ?> read) {
        try {
            throw new AssertionError("no problem, but " + read(text, read));
        } catch (ConfigException expected) {
            return String.valueOf(expected.getMessage());
        }
    }
}
