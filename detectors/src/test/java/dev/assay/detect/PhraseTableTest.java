package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases by their hashes, by the eight bytes of a short first word, and by how they go on. */
class PhraseTableTest {
    private final PhraseTable.Builder builder = new PhraseTable.Builder();
    private final int order = builder.add("order");
    private final int orderNumber = builder.add("Order Number");
    private final int orderDate = builder.add("order date");
    private final int longWord = builder.add("beneficiary");
    private final int born = builder.add("né le");
    private final PhraseTable phrases = builder.build();

    @Test
    void eachPhraseAndEachBeginningHasOneNumber() {
        assertThat(List.of(order, orderNumber, orderDate, longWord, born)).doesNotHaveDuplicates();
        assertThat(phrases.size()).as("with the beginning of né le").isEqualTo(6);
        assertThat(builder.add("ORDER")).isEqualTo(order);
        assertThat(builder.add(" - ")).isEqualTo(PhraseTable.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "ORDER.", "Order number", "order "})
    void aShortWordIsToldByEightBytes(String text) {
        byte[] bytes = padded(text);
        int length = ShortWords.length(bytes, 0);

        assertThat(phrases.numberOfShort(ShortWords.word(bytes, 0, length))).isEqualTo(order);
        assertThat(phrases.hash(order)).isEqualTo(Words.hash(bytes, 0, length));
        assertThat(phrases.number(phrases.hash(order))).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"orde, 4", "orders, 6", "n, 1", "le, 2", "'-', 0", "née, 1"})
    void otherWordsAreNone(String text, int length) {
        byte[] bytes = padded(text);

        assertThat(ShortWords.length(bytes, 0)).isEqualTo(length);
        assertThat(phrases.numberOfShort(ShortWords.word(bytes, 0, length))).isEqualTo(PhraseTable.NONE);
    }

    @Test
    void wordsOfEightLettersAndMoreAreNoShortWords() {
        byte[] bytes = padded("beneficiary");

        assertThat(ShortWords.length(bytes, 0)).isGreaterThan(ShortWords.LONGEST);
        assertThat(phrases.number(Words.hash(bytes, 0, 11))).isEqualTo(longWord);
    }

    @Test
    void goesOnWithWhatItsLongerPhrasesGoOnWith() {
        assertThat("nNdD".chars().allMatch(first -> phrases.goesOn(order, (byte) first)))
                .isTrue();
        assertThat("aZlé".chars().anyMatch(first -> phrases.goesOn(order, (byte) first)))
                .isFalse();
        assertThat(phrases.goesOn(orderNumber, (byte) 'n')).isFalse();
    }

    private static byte[] padded(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(utf8, utf8.length + Long.BYTES);
    }
}
