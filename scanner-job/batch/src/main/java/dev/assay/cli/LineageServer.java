package dev.assay.cli;

import dev.assay.config.ConfigException;
import io.openlineage.client.OpenLineageClientException;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that collects <a href="https://openlineage.io/docs/">OpenLineage</a> events, spoken to by the format's own
 * client: one request for each event, to {@code /api/v1/lineage} unless the address names a path. Nothing in Assay
 * speaks to one unless its user names it.
 *
 * @param apiKey sent as a bearer token; null for a server that asks for none
 */
record LineageServer(URI address, @Nullable String apiKey) {
    /** The variable the format's other clients read their key from. */
    private static final String API_KEY = "OPENLINEAGE_API_KEY";

    private static final int PATIENCE_MILLIS = 30_000;

    /** @throws ConfigException if the address is not one of HTTP */
    static LineageServer at(String address, Console console) {
        try {
            URI uri = new URI(address);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return new LineageServer(uri, console.environment().get(API_KEY));
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below, as any other address that is not one of a server.
        }
        throw new ConfigException(
                "--send takes the address of an OpenLineage server, such as https://lineage.example.org; a key goes into "
                        + API_KEY + ".");
    }

    /**
     * Sends events in their order.
     *
     * @param lines UTF-8, one event a line
     * @return how many were sent
     * @throws ConfigException if the server cannot be reached or refuses one; those before it were sent, and sending
     *     all of them again tells the same run once more
     */
    int send(byte[] lines) {
        List<String> events = new String(lines, StandardCharsets.UTF_8).lines().toList();
        try (HttpTransport transport = new HttpTransport(config())) {
            for (String event : events) {
                transport.emit(OpenLineageClientUtils.runEventFromJson(event));
            }
        } catch (OpenLineageClientException | IOException | UncheckedIOException trouble) {
            throw new ConfigException("Cannot send to " + address + ": " + trouble.getMessage()
                    + ". Send the same version again when the server answers; events that arrive twice tell one run.");
        }
        return events.size();
    }

    private HttpConfig config() {
        HttpConfig config = new HttpConfig();
        config.setUrl(address);
        config.setTimeoutInMillis(PATIENCE_MILLIS);
        if (apiKey != null) {
            ApiKeyTokenProvider token = new ApiKeyTokenProvider();
            token.setApiKey(apiKey);
            config.setAuth(token);
        }
        return config;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return address.toString();
    }
}
