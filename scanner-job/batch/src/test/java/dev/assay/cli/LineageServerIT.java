package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run events sent to a server over HTTP. */
class LineageServerIT {
    private record Received(String path, String authorization, JsonObject event) {}

    @TempDir
    Path directory;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int answer = 201;

    LineageServerIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() throws IOException {
        server.createContext("/", this::take);
        server.start();
        Path data = Files.createDirectories(directory.resolve("notes"));
        Files.writeString(data.resolve("notes.csv"), "id,note\n1,hello\n");
        assertThat(CommandRun.in(directory, "scan", "notes").code()).isZero();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    Json.parse(body).asObject()));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private CommandRun send(String address) {
        return CommandRun.in(
                directory,
                Map.of("OPENLINEAGE_API_KEY", "letmein"),
                "export",
                "notes",
                "--format",
                "openlineage",
                "--send",
                address);
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Test
    void theEventsArriveAsTheyAreWritten() {
        List<JsonObject> written = CommandRun.in(directory, "export", "notes", "--format", "openlineage")
                .lines();
        CommandRun run = send(address());
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.err())
                .contains("Sent 2 events of notes@1 to http://localhost")
                .doesNotContain("letmein");
        assertThat(received).allSatisfy(one -> {
            assertThat(one.path()).isEqualTo("/api/v1/lineage");
            assertThat(one.authorization()).isEqualTo("Bearer letmein");
        });
        assertThat(received).extracting(Received::event).isEqualTo(written);
    }

    @Test
    void aServerThatRefusesIsAnError() {
        answer = 403;
        CommandRun run = send(address());
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .contains("Cannot send to http://localhost")
                .contains("403")
                .doesNotContain("letmein");
        assertThat(received).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsAnError() {
        server.stop(0);
        CommandRun run = send(address());
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("Cannot send to http://localhost").doesNotContain("\tat ");
    }

    @Test
    void onlyAServersAddressIsTaken() {
        for (String address : List.of("lineage.example.org", "file:///tmp/x", "http://me:secret@host", "http://")) {
            CommandRun run = send(address);
            assertThat(run.code()).isEqualTo(5);
            assertThat(run.err()).contains("--send takes the address").doesNotContain("secret");
        }
        CommandRun other = CommandRun.in(directory, "export", "notes", "--format", "sarif", "--send", address());
        assertThat(other.code()).isEqualTo(5);
        assertThat(received).isEmpty();
    }
}
