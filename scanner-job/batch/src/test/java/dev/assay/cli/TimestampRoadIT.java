package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps by an authority that is not ours: {@code openssl ts -reply} behind the JDK's web server. */
class TimestampRoadIT {
    private static final String CURVE = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

    @TempDir
    Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer = "token";
    private HttpServer server;

    @BeforeEach
    void found() throws Exception {
        openssl("req -x509 " + CURVE + " -keyout ca.key -out ca.crt -days 3 -subj /CN=Invented-roots");
        openssl("req -x509 " + CURVE + " -keyout other.key -out other.crt -days 3 -subj /CN=Other-roots");
        openssl("req " + CURVE + " -keyout tsa.key -out tsa.csr -subj /CN=Invented-authority");
        write("extensions", "extendedKeyUsage = critical,timeStamping\n");
        openssl(
                "x509 -req -in tsa.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out tsa.crt -days 2 -extfile extensions");
        write("tsa.conf", """
                [tsa]
                default_tsa = one
                [one]
                serial = serial
                signer_cert = tsa.crt
                signer_key = tsa.key
                certs = ca.crt
                signer_digest = sha256
                default_policy = 1.3.6.1.4.1.32473.1
                digests = sha256
                ess_cert_id_alg = sha256
                """);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::reply);
        server.start();
        write("crm/data/people.csv", "id,note\n1,hello\n");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void reply(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = asked.incrementAndGet();
            byte[] query = exchange.getRequestBody().readAllBytes();
            Path file = directory.resolve("query" + (answer.equals("replayed") ? "1" : number));
            if (!answer.equals("replayed")) {
                Files.write(file, query);
            }
            openssl("ts -reply -config tsa.conf -queryfile " + file + " -out reply");
            byte[] body = answer.equals("nothing") ? new byte[0] : Files.readAllBytes(directory.resolve("reply"));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(answer.equals("down") ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private String openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments.split(" ", -1)))
                .toList();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "openssl is not on the PATH: timestamps were not tried with it.");
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(arguments + "\n" + said).isZero();
        return said;
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void settings(String more) throws IOException {
        write(
                "assay.yaml",
                "timestamps: {url: 'http://localhost:" + server.getAddress().getPort() + "/'}\n" + more);
    }

    private CommandRun call(int code, String... args) {
        CommandRun run = CommandRun.in(directory, args);
        assertThat(run.code()).as(String.join(" ", args) + "\n" + run.said()).isEqualTo(code);
        return run;
    }

    @Test
    void statementsAreStampedVerifiedOfflineAndByOpenssl() throws Exception {
        settings("trust: {timestamp-authorities: [ca.crt], timestamps: required}\n");
        call(0, "scan", "crm/data");
        assertThat(asked).hasValue(3); // trust, scan, decision
        server.stop(0);

        assertThat(call(0, "verify", "crm/data").err())
                .contains("2 of 2 statements timestamped, each over its signature");
        settings("trust: {timestamp-authorities: [tsa.crt], timestamps: required}\n");
        call(0, "verify", "crm/data");
        settings("trust: {timestamp-authorities: [other.crt]}\n");
        assertThat(call(2, "verify", "crm/data").err())
                .contains("by an authority that is not trusted (CN=Invented-authority)");
        settings("trust: {timestamp-authorities: [assay.yaml]}\n");
        assertThat(call(5, "verify", "crm/data").err()).contains("cannot read a certificate from");
        settings("trust: {timestamps: required}\n");
        assertThat(call(5, "verify", "crm/data").err()).contains("needs `timestamp-authorities`");

        Process tree = new ProcessBuilder(
                        "git", "-C", ".assay/manifests.git", "ls-tree", "-r", "--name-only", "main", "timestamps")
                .directory(directory.toFile())
                .start();
        List<String> tokens = new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(tokens).hasSize(3);
        for (String token : tokens) {
            Process show = new ProcessBuilder("git", "-C", ".assay/manifests.git", "show", "main:" + token)
                    .directory(directory.toFile())
                    .start();
            Files.write(directory.resolve("token"), show.getInputStream().readAllBytes());
            assertThat(openssl("ts -reply -in token -token_in -text -token_out"))
                    .contains("Time stamp:");
            boolean one = false;
            for (int query = 1; query <= 3 && !one; query++) {
                one = verifies("query" + query);
            }
            assertThat(one)
                    .as("openssl verifies a token against the query it answers")
                    .isTrue();
        }
    }

    private boolean verifies(String query) throws IOException, InterruptedException {
        Process verify = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-queryfile",
                        query,
                        "-in",
                        "token",
                        "-token_in",
                        "-CAfile",
                        "ca.crt")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        verify.getInputStream().readAllBytes();
        return verify.waitFor() == 0;
    }

    @Test
    void nothingIsRecordedWithoutTheTokenAskedFor() throws Exception {
        settings("");
        call(0, "scan", "crm/data");
        write("crm/data/people.csv", "id,note\n1,hello again\n");
        for (String wrong : new String[] {"replayed", "nothing", "down"}) {
            answer = wrong;
            CommandRun refused = CommandRun.in(directory, "scan", "crm/data");
            assertThat(refused.code()).as(refused.said()).isNotZero();
            assertThat(refused.err()).contains("Nothing was recorded. Cannot have a timestamp from http://localhost:");
        }
        assertThat(call(0, "log", "data").out()).doesNotContain("data@2");
    }

    @Test
    void nobodyIsAskedWithoutTheSetting() throws Exception {
        call(0, "scan", "crm/data");
        assertThat(asked).hasValue(0);
        assertThat(call(0, "verify", "crm/data").err()).contains("0 of 2 statements timestamped.");
    }
}
