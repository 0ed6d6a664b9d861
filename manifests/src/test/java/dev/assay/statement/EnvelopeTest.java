package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final byte[] PAYLOAD = "{\"tree\":\"ash\"}".getBytes(StandardCharsets.UTF_8);

    private final SigningKey alice = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
    private final SigningKey bob = SigningKey.generate(KeyAlgorithm.ED25519);
    private final SigningKey mallory = SigningKey.generate(KeyAlgorithm.ECDSA_P256);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void encodesTypeAndPayloadBeforeSigning() {
        assertThat(new String(Envelope.preAuthEncoding("text/ä", utf8("zwölf")), StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 7 text/ä 6 zwölf");
        assertThat(new String(Envelope.preAuthEncoding("", new byte[0]), StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 0  0 ");
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void isVerifiedByTheKeyThatSignedAndNoOther(KeyAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm);
        Envelope envelope = Envelope.sign("text/plain", PAYLOAD, List.of(key));
        Envelope read = Envelope.parse(envelope.toJson().canonicalBytes());

        assertThat(read.payload()).isEqualTo(PAYLOAD);
        assertThat(read.signedBy(List.of(mallory.key(), key.key()))).containsExactly(key.key());
        assertThat(read.signedBy(List.of(mallory.key()))).isEmpty();
    }

    @Test
    void countsDistinctKeysNotSignatures() {
        Envelope once = Envelope.sign("text/plain", PAYLOAD, List.of(alice, bob));
        Envelope twice = Envelope.sign("text/plain", PAYLOAD, List.of(alice, alice));
        List<VerifyingKey> known = List.of(alice.key(), alice.key(), bob.key());

        assertThat(once.signedBy(known)).containsExactly(alice.key(), bob.key());
        assertThat(twice.signedBy(known)).containsExactly(alice.key());
    }

    @Test
    void keyidIsOnlyAHint() {
        Envelope forged = Envelope.sign("text/plain", PAYLOAD, List.of(mallory));
        EnvelopeSignature posing = new EnvelopeSignature(
                alice.key().fingerprint(), forged.signatures().get(0).sig());
        Envelope honest = Envelope.sign("text/plain", PAYLOAD, List.of(alice));
        EnvelopeSignature nameless =
                new EnvelopeSignature("", honest.signatures().get(0).sig());

        assertThat(new Envelope("text/plain", PAYLOAD, List.of(posing)).signedBy(List.of(alice.key())))
                .isEmpty();
        assertThat(new Envelope("text/plain", PAYLOAD, List.of(nameless)).signedBy(List.of(alice.key())))
                .containsExactly(alice.key());
    }

    @Test
    void everyFlippedBitOfTheSignatureIsNoticed() {
        Envelope envelope = Envelope.sign("text/plain", PAYLOAD, List.of(alice));
        byte[] signature = envelope.signatures().get(0).bytes();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            byte[] message = Envelope.preAuthEncoding("text/plain", PAYLOAD);

            assertThat(alice.key().verifies(message, flipped)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void refusesSignaturesOfZeroes() {
        byte[] zeroes = {0x30, 6, 2, 1, 0, 2, 1, 0};

        assertThat(alice.key().verifies(PAYLOAD, zeroes)).isFalse();
        assertThat(EcdsaSignature.wellFormed(zeroes)).isFalse();
        assertThat(EcdsaSignature.wellFormed(new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1}))
                .isTrue();
        assertThat(EcdsaSignature.wellFormed(new byte[] {0x30, 7, 2, 2, 0, 1, 2, 1, 1}))
                .isFalse();
        assertThat(EcdsaSignature.wellFormed(new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1, 0}))
                .isFalse();
    }

    @Test
    void anotherPayloadOrTypeIsNotWhatWasSigned() {
        Envelope envelope = Envelope.sign("text/plain", PAYLOAD, List.of(alice));

        assertThat(new Envelope("text/html", PAYLOAD, envelope.signatures()).signedBy(List.of(alice.key())))
                .isEmpty();
        assertThat(new Envelope("text/plain", utf8("{}"), envelope.signatures()).signedBy(List.of(alice.key())))
                .isEmpty();
    }

    @Test
    void readsBothBase64AlphabetsAndIgnoresUnknownKeys() {
        byte[] payload = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 1};
        String urlSafe = Base64.getUrlEncoder().encodeToString(payload);
        Envelope envelope = Envelope.parse(utf8(
                "{\"payload\":\"" + urlSafe + "\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"\"}],\"new\":[1]}"));

        assertThat(urlSafe).contains("-").contains("_");
        assertThat(envelope.payload()).isEqualTo(payload);
        assertThat(envelope.signatures()).containsExactly(new EnvelopeSignature("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ", "YQ=", "YR==", "YQ==\\n", "Y Q==", "+_==", "ä"})
    void refusesSecondWaysToWriteTheSameBytes(String base64) {
        byte[] envelope = utf8("{\"payload\":\"" + base64 + "\",\"payloadType\":\"t\",\"signatures\":[]}");

        assertThatThrownBy(() -> Envelope.parse(envelope))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("\"payload\" is");
    }

    @Test
    void refusesKeysGivenTwice() {
        byte[] envelope = utf8("{\"payload\":\"YQ==\",\"payload\":\"Yg==\",\"payloadType\":\"t\",\"signatures\":[]}");

        assertThatThrownBy(() -> Envelope.parse(envelope))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("Not a DSSE envelope");
    }

    @Test
    void refusesAPayloadThatIsNoStatement() {
        Envelope other = Envelope.sign("text/plain", PAYLOAD, List.of(alice));
        Envelope twice = Envelope.sign(Envelope.IN_TOTO, utf8("{\"_type\":\"a\",\"_type\":\"b\"}"), List.of(alice));

        assertThatThrownBy(other::statement).hasMessageContaining("its type is not application/vnd.in-toto+json");
        assertThatThrownBy(twice::statement).hasMessageContaining("Not an in-toto statement");
    }

    @Test
    void opensslVerifiesAStatement(@TempDir Path directory) throws Exception {
        Statement statement = new Statement(
                List.of(Subject.of("garden-letters@1", "sha256", "00")),
                "https://example.com/leaf/v1",
                JsonObject.builder().put("tree", "ash").build());
        Envelope envelope = Envelope.sign(statement, alice);
        Files.write(directory.resolve("message"), Envelope.preAuthEncoding(envelope.payloadType(), envelope.payload()));
        Files.write(directory.resolve("signature"), envelope.signatures().get(0).bytes());
        Files.writeString(directory.resolve("key.pem"), alice.key().toPem());
        Files.writeString(directory.resolve("other.pem"), mallory.key().toPem());

        assertThat(OpenSsl.run(
                        directory, "dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "message"))
                .isEqualTo(new OpenSsl.Result(0, "Verified OK\n"));
        assertThat(OpenSsl.run(
                                directory,
                                "dgst",
                                "-sha256",
                                "-verify",
                                "other.pem",
                                "-signature",
                                "signature",
                                "message")
                        .exit())
                .isNotZero();
    }
}
