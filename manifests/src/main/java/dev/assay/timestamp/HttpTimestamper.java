package dev.assay.timestamp;

import dev.assay.json.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * A time-stamp authority behind a URL: RFC 3161, section 3.4. It learns a digest
 * of a signature and nothing else, and is called only where the settings name the URL.
 */
public final class HttpTimestamper implements Timestamper {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 1 << 20;
    private static final int NONCE_BITS = 64;

    private final URI url;
    private final HttpClient client;
    private final SecureRandom random = new SecureRandom();

    public HttpTimestamper(URI url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] stamp(byte[] message) {
        byte[] digest = HexFormat.of().parseHex(Sha256.hex(message));
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            TimeStampRequest request =
                    generator.generate(NISTObjectIdentifiers.id_sha256, digest, new BigInteger(NONCE_BITS, random));
            TimeStampResponse response = parsed(reply(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TimestampException(
                        "The time-stamp authority " + url + " gave no token: " + response.getStatusString() + ".");
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException trouble) {
            throw new TimestampException(
                    "Cannot have a timestamp from " + url + ": " + trouble
                            + ". Check `timestamps.url`, or remove it to go on without.",
                    trouble);
        }
    }

    private static TimeStampResponse parsed(byte[] reply) throws IOException, TSPException {
        try {
            return new TimeStampResponse(reply);
        } catch (RuntimeException hostile) {
            // The library answers hostile bytes with whatever its casts and look-ups throw.
            throw new IOException("the reply is no time-stamp response", hostile);
        }
    }

    private byte[] reply(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP status " + response.statusCode());
                }
                byte[] reply = body.readNBytes(LONGEST_REPLY + 1);
                if (reply.length == 0 || reply.length > LONGEST_REPLY) {
                    throw new IOException("the reply is empty or longer than " + LONGEST_REPLY + " bytes");
                }
                return reply;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TimestampException("Interrupted while waiting for " + url + ".", interrupted);
        }
    }
}
