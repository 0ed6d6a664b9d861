package dev.assay.detect.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ValidatorsTest {
    private static final Path TABLE = Path.of("src/test/resources/validators.tsv");

    static Stream<Arguments> invented() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(columns -> Arguments.of(columns[0], columns[1], columns[2].equals("valid")));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("invented")
    void judgesEachNumberOfTheTable(String validator, String number, boolean valid) {
        assertThat(Validators.valid(validator, number)).contains(valid);
    }

    @Test
    void knowsNoValidatorOfAnotherName() {
        assertThat(Validators.valid("xx.nothing", "1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"in.pan, in_.pan", "is.kennitala, is_.kennitala"})
    void readsACountryWithoutItsUnderscore(String written, String name) {
        assertThat(Validators.names()).contains(name);
        assertThat(Validators.valid(written, "0"))
                .isEqualTo(Validators.valid(name, "0"))
                .isEqualTo(Optional.of(false));
    }

    @Test
    void judgesNoTextAsNoNumber() {
        assertThat(Validators.names())
                .allSatisfy(name -> assertThat(Validators.valid(name, " ")).contains(false));
    }

    @ParameterizedTest
    @CsvSource({
        "card, 4111 1111 1111 1111",
        "iban, gb82 west 1234 5698 7654 32",
        "us.ssn, 078-05-1120",
        "gb.nino, QQ 12 34 56 C",
        "es.nif, 12345678-Z",
        "pl.pesel, 44051401359"
    })
    void tellsPublishedNumbersApart(String check, String number) {
        byte[] utf8 = number.getBytes(StandardCharsets.UTF_8);
        assertThat(check(check).judge(utf8, 0, utf8.length)).isEqualTo(Verdict.PUBLISHED_TEST);
    }

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, VALID",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, INVALID",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, UNCHECKED"
    })
    void readsTheCaseOfAnEthereumAddress(String address, Verdict verdict) {
        byte[] utf8 = address.getBytes(StandardCharsets.UTF_8);
        assertThat(check("crypto.eth").judge(utf8, 0, utf8.length)).isEqualTo(verdict);
    }

    @Test
    void readsNoByteOutsideTheCandidate() {
        Random random = new Random(20_240_229);
        byte[] likely = "0123456789ABCDEFXZKT<*+-/ .:^=".getBytes(StandardCharsets.US_ASCII);
        Map<String, String> failed = new TreeMap<>();
        for (int round = 0; round < 4_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(26)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = round % 3 == 0 ? (byte) random.nextInt(256) : likely[random.nextInt(round % 3 * 15)];
            }
            PersonalChecks.all().forEach((name, check) -> {
                try {
                    check.judge(bytes, 0, bytes.length);
                } catch (IndexOutOfBoundsException outside) {
                    failed.merge(name, Arrays.toString(outside.getStackTrace()), (first, second) -> first);
                }
            });
        }
        assertThat(failed).isEmpty();
    }

    private static Check check(String name) {
        return Optional.ofNullable(PersonalChecks.all().get(name)).orElseThrow();
    }
}
