package dev.assay.detect.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.secret.EncodedSecrets.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedSecretsTest {
    private static final String SECRET = "password = inv3nted-by-assay";

    @Test
    void readsBase64AndMapsItsBytesBack() {
        String encoded = base64(SECRET);
        List<Decoded> found = in("data: " + encoded + " end");
        assertThat(found).hasSize(1);
        Decoded decoded = found.get(0);
        assertThat(text(decoded)).isEqualTo(SECRET);
        assertThat(decoded.depth()).isEqualTo(1);
        assertThat(decoded.originalStart(0)).isEqualTo(6);
        assertThat(decoded.originalEnd(decoded.length()))
                .isEqualTo(6 + encoded.replace("=", "").length());
        // "inv" are bytes 11 to 13; byte 11 is the last of its group of three, bits of characters 14 and 15.
        assertThat(decoded.originalStart(11)).isEqualTo(6 + 14);
        assertThat(decoded.originalEnd(12)).isEqualTo(6 + 16);
    }

    @Test
    void undoesPercentEscapes() {
        Decoded decoded = in("q=password%20%3D%20inv3nted").get(0);
        assertThat(text(decoded)).isEqualTo("q=password = inv3nted");
        assertThat(decoded.originalStart(10)).isEqualTo(10);
        assertThat(decoded.originalEnd(11)).isEqualTo(13);
        assertThat(decoded.originalStart(13)).isEqualTo(19);
    }

    @Test
    void undoesUnicodeEscapes() {
        Decoded decoded = in("\\u0070assword: \\u00e9t\\u00e9").get(0);
        assertThat(text(decoded)).isEqualTo("password: été");
        assertThat(decoded.originalStart(0)).isZero();
        assertThat(decoded.originalEnd(1)).isEqualTo(6);
        assertThat(decoded.originalEnd(decoded.length())).isEqualTo(28);
    }

    @Test
    void followsTwoEncodingsAndNoThird() {
        String three = base64(base64(base64(SECRET)));
        List<Decoded> found = in(three);
        assertThat(found).extracting(Decoded::depth).containsExactly(1, 2);
        assertThat(text(found.get(1))).isEqualTo(base64(SECRET));
        assertThat(found.get(1).originalStart(0)).isZero();
        assertThat(found.get(1).originalEnd(found.get(1).length())).isLessThanOrEqualTo(three.length());
    }

    @Test
    void leavesWhatIsNotTextAlone() {
        byte[] random = new byte[48];
        for (int i = 0; i < random.length; i++) {
            random[i] = (byte) (i * 37 + 129);
        }
        assertThat(in(Base64.getEncoder().encodeToString(random))).isEmpty();
        assertThat(in("plain words, 100 % sure, C:\\users\\ada")).isEmpty();
        assertThat(in("shortWord")).isEmpty();
    }

    @Test
    void leavesWhatIsTooLongAlone() {
        assertThat(in(base64("inv3nted ".repeat(8_000)))).isEmpty();
        assertThat(in("%41".repeat(30_000))).isEmpty();
    }

    @Test
    void decodesOnlyTheStretchItIsGiven() {
        byte[] bytes = ("xx" + base64(SECRET)).getBytes(StandardCharsets.UTF_8);
        assertThat(EncodedSecrets.in(bytes, 2, bytes.length).get(0).originalStart(0))
                .isEqualTo(2);
        assertThat(EncodedSecrets.in(bytes, bytes.length - 8, bytes.length)).isEmpty();
    }

    private static List<Decoded> in(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return EncodedSecrets.in(bytes, 0, bytes.length);
    }

    private static String text(Decoded decoded) {
        return new String(decoded.text(), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
