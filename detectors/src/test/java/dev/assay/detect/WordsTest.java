package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "the api_key here         | api key      | true",
                "“Passport” of            | passport     | true",
                "« passeport »            | passeport    | true",
                "¿DNI?                    | dni          | true",
                "ÉTUDIANT                 | étudiant     | true",
                "étudiants                | étudiant     | false",
                "nation­ality             | nation       | true",
                "我的身分證號是A123       | 身分證       | true",
                "新しい法人番号は123です  | 法人番号     | true",
                "身分，證                 | 身分證       | true",
                "证身分                   | 身分證       | false",
                "여권번호는 M123          | 여권         | true",
                "หมายเลขบัตรประชาชน       | บัตรประชาชน  | true",
                "паспорта                 | паспорт      | false",
                "мой паспорт: 1           | паспорт      | true",
                "आधारकार्ड                | आधार         | false",
                "👤passport👤             | passport     | true"
            })
    void aWordStandsInAText(String text, String word, boolean found) {
        WordList words = new WordList();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        words.addAll(utf8, 0, utf8.length);

        assertThat(new WordSet(List.of(word)).holdsAnyOf(words)).isEqualTo(found);
    }

    @Test
    void everyCutOfATextIsInsideAWordOrNot() {
        byte[] text = "né身 a".getBytes(StandardCharsets.UTF_8);
        boolean[] inside = new boolean[text.length];
        for (int at = 0; at < text.length; at++) {
            inside[at] = Words.isInside(text, 0, text.length, at);
        }

        // n é é 身 身 身 space a
        assertThat(inside).containsExactly(false, true, true, false, true, true, false, false);
    }

    @Test
    void bytesThatAreNoCharactersAreLetters() {
        byte[] text = {'a', (byte) 0xE8, (byte) 0xBA, ' ', (byte) 0xC0, (byte) 0xAF, 'b', (byte) 0xED, (byte) 0xA0};

        assertThat(Words.end(text, 0, text.length)).isEqualTo(3);
        assertThat(Words.end(text, 4, text.length)).isEqualTo(9);
    }
}
