package dev.assay.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * A real S3 server in a process of its own, which checks signatures. Its jar comes with the build of the engine module,
 * before the integration tests.
 */
public final class S3ProxyServer implements AutoCloseable {
    /** The access key it knows. */
    public static final String ACCESS_KEY = "test-access-key";

    /** The secret that belongs to it. */
    public static final String SECRET_KEY = "test-secret-key";

    private final Process process;
    private final URI endpoint;
    private final S3Client client;

    private S3ProxyServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
    }

    /**
     * Serves the directories of a directory as buckets.
     *
     * @param directory where buckets, settings and log go
     */
    public static S3ProxyServer ofFiles(Path directory) throws IOException, InterruptedException {
        Path buckets = Files.createDirectories(directory.resolve("buckets"));
        return start(directory, "filesystem-nio2", "jclouds.filesystem.basedir=" + buckets + "\n");
    }

    /** Keeps its buckets in memory; these can have versions. */
    public static S3ProxyServer inMemory(Path directory) throws IOException, InterruptedException {
        return start(directory, "transient-nio2", "");
    }

    private static S3ProxyServer start(Path directory, String kind, String more)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        Path settings = Files.createDirectories(directory).resolve("s3proxy.conf");
        Files.writeString(
                settings,
                "s3proxy.endpoint=" + endpoint + "\ns3proxy.authorization=aws-v2-or-v4\ns3proxy.identity=" + ACCESS_KEY
                        + "\ns3proxy.credential=" + SECRET_KEY + "\njclouds.provider=" + kind
                        + "\njclouds.identity=local\njclouds.credential=local\n" + more,
                UTF_8);
        Path log = directory.resolve("s3proxy.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-jar",
                        jar().toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        S3ProxyServer server = new S3ProxyServer(process, endpoint);
        try {
            server.awaitStart(port, log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void awaitStart(int port, Path log) throws IOException, InterruptedException {
        IOException last = new IOException("never tried");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The S3 server did not start:\n" + Files.readString(log), last);
    }

    private static Path jar() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                Path jar = at.resolve("scanner-job/engine/target/s3proxy/s3proxy.jar");
                if (Files.isRegularFile(jar)) {
                    return jar;
                }
            }
        }
        throw new IllegalStateException("The S3 server's jar is fetched by `mvn verify`, or alone by"
                + " `mvn dependency:copy@s3-server -pl scanner-job/engine`.");
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** Settings that reach it; the keys come from {@link #putKeysInSystemProperties}. */
    public S3Settings settings() {
        return S3Settings.DEFAULTS.withEndpoint(endpoint);
    }

    /** Lets this JVM's default credentials chain find the keys. */
    public static void putKeysInSystemProperties() {
        System.setProperty("aws.accessKeyId", ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", SECRET_KEY);
    }

    /** Takes the keys away again. */
    public static void clearSystemProperties() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    /** A client of it, for what a test wants to arrange. */
    public S3Client client() {
        return client;
    }

    /** Makes a bucket. */
    public void createBucket(String bucket) {
        client.createBucket(request -> request.bucket(bucket));
    }

    /** Lets a bucket keep every version of its objects from now on. */
    public void keepVersions(String bucket) {
        client.putBucketVersioning(request -> request.bucket(bucket)
                .versioningConfiguration(change -> change.status(BucketVersioningStatus.ENABLED)));
    }

    /** Writes an object. */
    public void put(String bucket, String key, byte[] bytes) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    /** Writes a directory's files as objects below a prefix. */
    public void putAll(String bucket, String prefix, Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                client.putObject(request -> request.bucket(bucket).key(prefix + path), RequestBody.fromFile(file));
            }
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
