package dev.assay.detect.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import dev.assay.detect.CheckRegistry;
import dev.assay.detect.text.Base64Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks alone; the case tables show them within their detectors. */
class SecretChecksTest {
    @Test
    void theRegistryFindsThem() {
        CheckRegistry registry = CheckRegistry.loaded();
        assertThat(registry.find("base62-crc32", List.of())).isPresent();
        assertThat(registry.find("random", List.of("3000", "4"))).isPresent();
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThatThrownBy(() -> check("random", "3000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The check `random` takes 2 arguments, but has 1.");
        assertThatThrownBy(() -> check("random", "3.5", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Argument 1 of the check `random` is a whole number, not `3.5`.");
        assertThatThrownBy(() -> check("base62-crc32", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes no argument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${HOME}", "$HOME", "$(pass show x)", "{{ secret }}", "<token>", "[PASSWORD]", "%PASS%", "@pass@",
                        "#{x}",
                "xxxxxxxx", "********", "12345678", "abcdefghij", "changeme", "change-me", "your_api_key", "EXAMPLE",
                        "password"
            })
    void knowsWhatStandsIn(String text) {
        byte[] bytes = utf8(text);
        assertThat(StandIns.isStandIn(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2b$10$abc", "Tr0ub4dor", "{ZqL5kVrX1n8tA2}", "q7RtZ2mWk4Xb", "<3chocolate", "$1x!"})
    void knowsWhatDoesNot(String text) {
        byte[] bytes = utf8(text);
        assertThat(StandIns.isStandIn(bytes, 0, bytes.length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generatedByHomeAppForDebugging",
                "application_identifier",
                "Internationalisation",
                "content-type-option"
            })
    void readsWords(String text) {
        byte[] bytes = utf8(text);
        assertThat(WordLikeness.looksLikeWords(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"qRtZmWkXbPLCdEfGhJKcnQsVyTgUoWx", "kqzjxvwpmdfhgtbcrl", "0afae57f3ccfd9d7f5767067bc48b30f"})
    void doesNotReadRandomLetters(String text) {
        byte[] bytes = utf8(text);
        assertThat(WordLikeness.looksLikeWords(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void crcIsTheCommonOne() {
        byte[] bytes = utf8("123456789");
        assertThat(Crc32.of(bytes, 0, bytes.length)).isEqualTo(0xCBF43926L);
    }

    @ParameterizedTest
    @CsvSource({
        "api_key,false",
        "public_key,true",
        "Author,true",
        "my.csrf-token,true",
        "client_secret,false",
        "tokenUrl,true"
    })
    void tellsHarmlessNames(String name, boolean harmless) {
        byte[] bytes = utf8(name);
        assertThat(HarmlessNames.isOneOf(bytes, 0, bytes.length)).isEqualTo(harmless);
    }

    @Test
    void looksNoFartherThanTheCell() {
        // A name in the cell before, parted by the separator, says nothing.
        byte[] bytes = {
            'k', 'i', 'n', 'd', (byte) 0xFF, 'q', '7', 'R', 't', 'Z', '2', 'm', 'W', (byte) 0xFF, 'k', 'i', 'n', 'd'
        };
        assertThat(check("random-near", "2000", "50", "kind").judge(bytes, 5, 13))
                .isEqualTo(Verdict.INVALID);
        bytes[4] = ' ';
        assertThat(check("random-near", "2000", "50", "kind").judge(bytes, 5, 13))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void readsBase64WithoutDecodingTheRest() {
        byte[] bytes = utf8("eyJhbGciOiJub25lIn0");
        String decoded = "{\"alg\":\"none\"}";
        assertThat(Base64Text.decodedLength(bytes.length)).isEqualTo(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            assertThat(Base64Text.byteAt(bytes, 0, i)).isEqualTo(decoded.charAt(i));
        }
        assertThat(Base64Text.indexOf(bytes, 0, bytes.length, "none")).isEqualTo(8);
        assertThat(Base64Text.indexOf(bytes, 0, bytes.length, "some")).isEqualTo(-1);
    }

    private static Check check(String name, String... arguments) {
        return Objects.requireNonNull(new SecretChecks().checks().get(name)).apply(List.of(arguments));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
