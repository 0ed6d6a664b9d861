package dev.assay.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.statement.KeyException;
import dev.assay.statement.Signer;
import dev.assay.statement.SignerProviders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK's own client against a server that speaks the service's protocol (AWS KMS API reference, 2014-11-01). */
class AwsKmsSignersTest {
    private static final List<String> SETTINGS =
            List.of("aws.endpointUrlKms", "aws.region", "aws.accessKeyId", "aws.secretAccessKey");

    private final HttpServer server;
    private final KeyPair pair;
    private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
    private volatile String keySpec = "ECC_NIST_P256";

    AwsKmsSignersTest() throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    @BeforeEach
    void serve() {
        server.createContext("/", this::answer);
        server.start();
        System.setProperty(
                "aws.endpointUrlKms", "http://localhost:" + server.getAddress().getPort());
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        SETTINGS.forEach(System::clearProperty);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            JsonObject request = Json.parse(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .asObject();
            asked.add(request);
            byte[] answer = (action.equals("TrentService.Sign") ? signed(request) : half()).canonicalBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private JsonObject half() {
        return JsonObject.builder()
                .put("KeyId", "k")
                .put("KeySpec", keySpec)
                .put("KeyUsage", "SIGN_VERIFY")
                .put(
                        "PublicKey",
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                .putStrings("SigningAlgorithms", List.of("ECDSA_SHA_256"))
                .build();
    }

    private JsonObject signed(JsonObject request) throws IOException {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(Base64.getDecoder().decode(request.string("Message")));
            return JsonObject.builder()
                    .put("KeyId", "k")
                    .put("Signature", Base64.getEncoder().encodeToString(signature.sign()))
                    .put("SigningAlgorithm", "ECDSA_SHA_256")
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    @Test
    void signsMessagesOfAnyLength() {
        Signer signer = SignerProviders.open("aws-kms:alias/scanner", Map.of()).orElseThrow();
        for (int length : List.of(0, 1, 4_096, 100_000)) {
            byte[] message = new byte[length];
            assertThat(signer.key().verifies(message, signer.sign(message))).isTrue();
        }
        JsonObject last = asked.get(asked.size() - 1);
        assertThat(last.string("KeyId")).isEqualTo("alias/scanner");
        assertThat(last.string("MessageType")).isEqualTo("DIGEST");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        keySpec = "ECC_NIST_P384";
        assertThatThrownBy(() -> SignerProviders.open("aws-kms:alias/scanner", Map.of()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is ECC_NIST_P384; make one of ECC_NIST_P256");
    }

    @Test
    void aServiceThatIsNotThereIsAnError() {
        server.stop(0);
        assertThatThrownBy(() -> SignerProviders.open("aws-kms:alias/scanner", Map.of()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("Cannot have the public half of the AWS KMS key alias/scanner");
    }
}
