package dev.assay.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium with one page, spoken to by the <a
 * href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>.
 */
final class Chromium implements AutoCloseable {
    private static final Pattern STRING = Pattern.compile("\"(?:value|data)\":\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final List<String> events = new ArrayList<>();
    private int lastId;

    /** Starts it with an empty profile in {@code directory}. */
    Chromium(Path program, Path directory) throws IOException, InterruptedException {
        Path profile = directory.resolve("profile");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-sync",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("chromium.log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        try {
            socket = client.newWebSocketBuilder()
                    .buildAsync(page(profile, client), new Listener())
                    .join();
        } catch (RuntimeException | IOException | InterruptedException trouble) {
            process.destroyForcibly();
            throw trouble;
        }
    }

    /** Chromium writes its port into its profile, and lists its pages at it. */
    private URI page(Path profile, HttpClient client) throws IOException, InterruptedException {
        Path portFile = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(portFile) || Files.readAllLines(portFile).size() < 2) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IOException("Chromium does not start; see chromium.log beside its profile.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        String port = Files.readAllLines(portFile).get(0);
        String list = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher matcher = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"([^\"]*/page/[^\"]*)\"")
                .matcher(list);
        if (!matcher.find()) {
            throw new IOException("Chromium lists no page.");
        }
        return URI.create(matcher.group(1));
    }

    /** Sends a command and waits for its answer. */
    String send(String method, String parameters) throws InterruptedException {
        int id = ++lastId;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        String answer = await("{\"id\":" + id + ",");
        if (answer.startsWith("{\"id\":" + id + ",\"error\"")) {
            throw new IllegalStateException(method + ": " + answer);
        }
        return answer;
    }

    /** Opens a page and waits until it is loaded. */
    void open(Path page) throws InterruptedException {
        send("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
        if (events.stream().noneMatch(event -> event.contains("\"Page.loadEventFired\""))) {
            await("{\"method\":\"Page.loadEventFired\"");
        }
    }

    /** The value of a JavaScript expression, as a string without quotes in it. */
    String evaluate(String expression) throws InterruptedException {
        return string(send(
                "Runtime.evaluate",
                "{\"expression\":\"String(" + expression.replace("\\", "\\\\").replace("\"", "\\\"") + ")\"}"));
    }

    /** The binary data a command answers with. */
    byte[] data(String method, String parameters) throws InterruptedException {
        return Base64.getDecoder().decode(string(send(method, parameters)));
    }

    /** What happened so far, as raw messages. */
    List<String> events() {
        return List.copyOf(events);
    }

    private static String string(String answer) {
        Matcher matcher = STRING.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("No value in " + answer);
        }
        return matcher.group(1);
    }

    private String await(String beginning) throws InterruptedException {
        while (true) {
            String message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("Chromium does not answer.");
            }
            if (message.startsWith("{\"method\"")) {
                events.add(message);
            }
            if (message.startsWith(beginning)) {
                return message;
            }
        }
    }

    /** Asks it to end, and ends it if it does not. */
    @Override
    public void close() {
        socket.sendText("{\"id\":" + ++lastId + ",\"method\":\"Browser.close\",\"params\":{}}", true)
                .join();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
        socket.abort();
    }

    /** Joins a message's parts. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
