package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What DSSE, in-toto and sigstore publish, read by our code. */
class PublishedVectorsTest {
    private static String match(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }

    /** The vector's signature is r ‖ s; ours are DER. */
    private static byte[] toDer(byte[] raw) {
        byte[] r = new BigInteger(1, raw, 0, 32).toByteArray();
        byte[] s = new BigInteger(1, raw, 32, 32).toByteArray();
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(r.length + s.length + 4);
        der.write(2);
        der.write(r.length);
        der.writeBytes(r);
        der.write(2);
        der.write(s.length);
        der.writeBytes(s);
        return der.toByteArray();
    }

    @Test
    void verifiesTheVectorOfTheDsseProtocol() throws Exception {
        String protocol = Files.readString(SharedVectors.find("dsse/protocol.md"));
        BigInteger x = new BigInteger(match("X: ([0-9]+)", protocol));
        BigInteger y = new BigInteger(match("Y: ([0-9]+)", protocol));
        VerifyingKey key = new VerifyingKey(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), KeyAlgorithm.p256())));
        Envelope envelope =
                Envelope.parse(match("```json\\s+(\\{\"payload\".*?\\})\\s+```", protocol.replace('\n', ' '))
                        .getBytes(StandardCharsets.UTF_8));
        byte[] message = Envelope.preAuthEncoding(envelope.payloadType(), envelope.payload());

        assertThat(protocol).contains("PAE:\n\n```none\n" + new String(message, StandardCharsets.UTF_8) + "\n```");
        byte[] signature = toDer(envelope.signatures().get(0).bytes());
        assertThat(key.verifies(message, signature)).isTrue();
        message[0]++;
        assertThat(key.verifies(message, signature)).isFalse();
    }

    private static List<VerifyingKey> signers(Path bundle) throws Exception {
        JsonObject material = Json.parse(Files.readAllBytes(bundle)).asObject().object("verificationMaterial");
        String der = material.find("certificate").isPresent()
                ? material.object("certificate").string("rawBytes")
                : material.object("x509CertificateChain")
                        .array("certificates")
                        .values()
                        .get(0)
                        .asObject()
                        .string("rawBytes");
        return List.of(new VerifyingKey(CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(der)))
                .getPublicKey()));
    }

    private static Envelope envelope(Path bundle) throws IOException {
        return Envelope.fromJson(
                Json.parse(Files.readAllBytes(bundle)).asObject().object("dsseEnvelope"));
    }

    @Test
    void verifiesSigstoresEnvelopes() throws Exception {
        for (String good : List.of("happy-path-intoto-in-dsse-v3", "intoto-with-custom-trust-root")) {
            Path bundle = SharedVectors.find("sigstore-dsse/" + good + "/bundle.sigstore.json");

            assertThat(envelope(bundle).signedBy(signers(bundle))).as(good).hasSize(1);
        }
    }

    @Test
    void refusesSigstoresBrokenSignature() throws Exception {
        Path bundle = SharedVectors.find("sigstore-dsse/rekor2-dsse-invalid-sig_fail/bundle.sigstore.json");

        assertThat(envelope(bundle).signedBy(signers(bundle))).isEmpty();
    }

    @Test
    void readsTheStatementsOfTheInTotoSpecification() throws Exception {
        List<String> read = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(SharedVectors.find("in-toto/spec/predicates"))) {
            for (Path page : pages.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                Matcher blocks =
                        Pattern.compile("```jsonc?\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
                while (blocks.find()) {
                    boolean whole = blocks.group(1).contains("\"_type\": \"https://in-toto.io/Statement/v1\"")
                            && !blocks.group(1).contains("...")
                            && !blocks.group(1).contains("//  ")
                            && !blocks.group(1).contains(" // ");
                    if (whole && isJson(blocks.group(1))) {
                        Statement statement = Statement.parse(blocks.group(1).getBytes(StandardCharsets.UTF_8));
                        assertThat(Statement.parse(statement.toJson().canonicalBytes()))
                                .isEqualTo(statement);
                        read.add(page.getFileName() + " " + statement.predicateType());
                    }
                }
            }
        }
        assertThat(read).isNotEmpty();
    }

    private static boolean isJson(String text) {
        try {
            return Json.parse(text) instanceof JsonObject;
        } catch (JsonException sketch) {
            return false;
        }
    }
}
