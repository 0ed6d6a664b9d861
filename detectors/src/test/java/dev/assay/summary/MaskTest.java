package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "Ada.Wren+1@finchpost.net, Xxx.Xxxx+9@xxxxxxxxx.xxx",
        "4539 1488 0343 6467, 9999 9999 9999 9999",
        "Müller, Xxxxxx",
        "山田, xx",
        "🦉7, x9"
    })
    void showsTheShapeOnly(String text, String masked) {
        assertThat(mask(text)).isEqualTo(masked);
    }

    @Test
    void controlCharactersBecomeSpaces() {
        assertThat(mask("a\nb\tc")).isEqualTo("x x x");
    }

    @Test
    void longTextIsCut() {
        assertThat(mask("1".repeat(1_000))).hasSize(Mask.MAX_LENGTH).endsWith("9…");
    }

    @Test
    void bytesThatAreNoTextAreQuestionMarks() {
        assertThat(Mask.of(new byte[] {(byte) 0xFF, 'a'}, 0, 2)).isEqualTo("?x");
    }

    private static String mask(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Mask.of(utf8, 0, utf8.length);
    }
}
