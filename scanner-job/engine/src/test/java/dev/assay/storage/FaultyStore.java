package dev.assay.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store of one object that answers range requests, each with the next fault of a list, then rightly. */
final class FaultyStore implements AutoCloseable {
    private final byte[] object;
    private final HttpServer server;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    enum Fault {
        BREAKS_AFTER_A_HUNDRED_BYTES,
        UNAVAILABLE,
        PRECONDITION_FAILED,
        OTHER_ETAG,
        OTHER_RANGE
    }

    FaultyStore(byte[] object) throws IOException {
        this.object = object.clone();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void plan(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    StoredFile file() {
        Location location = new Location("s3://bucket/object");
        return new StoredFile("object", location, object.length, S3Object.pin(location, null, "\"etag\""));
    }

    /** The Range headers of all requests. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("list-type=2")) {
            list(exchange);
            return;
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("ETag", "\"etag\"");
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(object.length));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        Fault fault = faults.poll();
        if (fault == Fault.UNAVAILABLE || fault == Fault.PRECONDITION_FAILED) {
            exchange.sendResponseHeaders(fault == Fault.UNAVAILABLE ? 503 : 412, -1);
            exchange.close();
            return;
        }
        int dash = range.indexOf('-');
        int start = Integer.parseInt(range.substring("bytes=".length(), dash));
        int length = Integer.parseInt(range.substring(dash + 1)) + 1 - start;
        int said = fault == Fault.OTHER_RANGE ? start + 1 : start;
        exchange.getResponseHeaders().add("ETag", fault == Fault.OTHER_ETAG ? "\"other\"" : "\"etag\"");
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + said + "-" + (said + length - 1) + "/" + object.length);
        exchange.sendResponseHeaders(206, length);
        boolean breaks = fault == Fault.BREAKS_AFTER_A_HUNDRED_BYTES;
        exchange.getResponseBody().write(object, start, breaks ? Math.min(100, length) : length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** One object, with a key below the key of the other one. */
    private static void list(HttpExchange exchange) throws IOException {
        byte[] answer = ("<ListBucketResult><Name>bucket</Name><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>"
                        + "<Contents><Key>object/below</Key><Size>1</Size><ETag>\"etag\"</ETag></Contents>"
                        + "</ListBucketResult>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
