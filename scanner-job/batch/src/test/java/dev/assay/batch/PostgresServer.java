package dev.assay.batch;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of its own in a directory, run by an unprivileged user where the test itself is root. */
final class PostgresServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "assay";

    private final Path bin;
    private final Path data;
    private final int port;

    private PostgresServer(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** Where Debian's newest server program lies; empty if there is none. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    static PostgresServer start(Path bin) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("assay-postgres");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(bin, data, port);
        server.run("initdb", "-D", server.cluster(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
        String options = "-p " + port + " -h 127.0.0.1 -k " + data + " -c fsync=off";
        server.run(
                "pg_ctl",
                "-D",
                server.cluster(),
                "-o",
                options,
                "-l",
                data.resolve("log").toString(),
                "-w",
                "start");
        return server;
    }

    private String cluster() {
        return data.resolve("cluster").toString();
    }

    private void run(String program, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // initdb and postgres refuse to run as root.
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(args));
        File output = Files.createTempFile("assay-" + program, ".log").toFile();
        int exit = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(program + " ended with " + exit + ": " + Files.readString(output.toPath()));
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return USER;
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", cluster(), "-m", "immediate", "-w", "stop");
            new ProcessBuilder("rm", "-rf", data.toString()).inheritIO().start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the server.", interrupted);
        }
    }
}
