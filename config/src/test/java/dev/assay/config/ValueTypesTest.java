package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    @ParameterizedTest
    @CsvSource({
        "16MiB, 16777216, 16MiB",
        "1.5 GiB, 1610612736, 1536MiB",
        "500kB, 500000, 500000B",
        "0, 0, 0B",
        "1024, 1024, 1KiB",
        "3TB, 3000000000000, 2929687500KiB"
    })
    void readsSizes(String text, long bytes, String shown) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1MiB", "1 mib", "1Mb", "1,5MiB", "0.3B", "99999999999TiB"})
    void refusesOtherSizes(String text) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`" + text + "` is no ");
    }

    @Test
    void sharesAreExact() {
        Share thousandth = Share.parse("0.0010");

        assertThat(thousandth).isEqualTo(Share.parse("0.001")).hasToString("0.001");
        assertThat(thousandth.isExceededBy(1, 1000)).isFalse();
        assertThat(thousandth.isExceededBy(1_000_001, 1_000_000_000)).isTrue();
        assertThat(thousandth.isExceededBy(9_007_199_254_740L, 9_007_199_254_740_991L))
                .isFalse();
        assertThat(thousandth.isExceededBy(0, 0)).isFalse();
        assertThat(Share.NONE.isExceededBy(1, Long.MAX_VALUE)).isTrue();
        assertThat(Share.ALL.isReachedBy(999, 1000)).isFalse();
        assertThat(Share.ALL.isReachedBy(0, 0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4, '1.4 is above 1, give a share such as 0.014'",
        "5, '5 is above 1, give a share such as 0.05'",
        "-0.1, '-0.1 is below 0, give a share such as 0.014'",
        "1%, '`1%` is no share, write a decimal between 0 and 1 such as 0.014'",
        "1e-3, '`1e-3` is no share, write a decimal between 0 and 1 such as 0.014'"
    })
    void refusesOtherShares(String text, String message) {
        assertThatThrownBy(() -> Share.parse(text)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "messages[].content, messages[].content, true",
        "messages[].*, messages[].content, true",
        "messages[].*, messages[].content.text, false",
        "messages.*, messages[].content, false",
        "**.content, messages[].content, true",
        "**, a.b.c, true",
        "meta.**, meta.a.b, true",
        "meta.**, metadata, false",
        "*_id, user_id, true",
        "*_id, user.user_id, false",
        "a*b*c, aXbYc, true",
        "a*b*c, acb, false",
        "*, '', true",
        "text, Text, false"
    })
    void matchesColumnPaths(String pattern, String path, boolean matches) {
        assertThat(new ColumnGlob(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void hostileColumnPatternsStayFast() {
        assertThat(new ColumnGlob("*a".repeat(50) + "b").matches("a".repeat(5_000)))
                .isFalse();
    }

    @Test
    void suggestsTheNearestWord() {
        List<String> known = List.of("iban", "email", "workers", "split-size");

        assertThat(Suggestion.nearest("ibam", known)).contains("iban");
        assertThat(Suggestion.nearest("wrokers", known)).contains("workers");
        assertThat(Suggestion.nearest("splitsize", known)).contains("split-size");
        assertThat(Suggestion.nearest("password", known)).isEmpty();
        assertThat(Suggestion.distance("abc", "acb")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://corpus/Support Chats/, support-chats",
        "s3://corpus/chats.jsonl.gz, chats",
        "/data/v1.2, v1.2",
        "/data/My_File.PARQUET, my_file",
        "s3://bucket, bucket",
        "data/../x..y, x.y",
        "/données/été, t",
        "/, dataset",
        "head.lock, head-lock"
    })
    void derivesSafeIds(String location, String id) {
        assertThat(DatasetCard.forLocation(location).id())
                .isEqualTo(id)
                .satisfies(safe -> assertThat(Names.isName(safe)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..b", "-a", "a-", "a/b", "A", "a b", "a.lock", "ä", ".git"})
    void refusesUnsafeIds(String id) {
        assertThat(Names.isName(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"full, 1000000, false", "off, 0, false", "sample 10000, 10000, true", "sample 999999, 999999, true"})
    void readsWhereNamesAreSought(String text, int ppm, boolean sample) {
        NameSearch names = NameSearch.parse(text);

        assertThat(names.ppm()).isEqualTo(ppm);
        assertThat(names.isSample()).isEqualTo(sample);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "sample 0", "sample 1000000", "sample 1%", "sometimes"})
    void refusesOtherWordsForIt(String text) {
        assertThatThrownBy(() -> NameSearch.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entityTypesAreSortedAndNamedOnce() {
        List<EntityType> all = EntityTypes.loaded().all();

        assertThat(all).hasSizeGreaterThan(120).isSorted().doesNotHaveDuplicates();
        assertThat(ConfigFileTest.resourceLines("entity-types.yaml").filter(line -> !line.startsWith("#")))
                .as("lines of the file, in the order of their names")
                .containsExactlyElementsOf(all.stream()
                        .map(type -> type.name() + ": " + type.dataClass().label())
                        .toList());
        assertThat(EntityTypes.loaded().find("IBAN_CODE")).contains(new EntityType("IBAN_CODE", DataClass.FINANCIAL));
        assertThatThrownBy(() -> EntityTypes.loaded().parse("IBAN_CDE"))
                .hasMessage("`IBAN_CDE` is no entity type, did you mean `IBAN_CODE`?");
    }
}
