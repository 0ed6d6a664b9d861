package dev.assay.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A scan as a process of its own, that says on stdout how many splits are stored. An H2 file is open to one process only,
 * so nobody outside can count.
 */
final class WatchedScan {
    private WatchedScan() {}

    public static void main(String[] args) throws InterruptedException {
        Path directory = Path.of(args[0]);
        Thread watch = new Thread(() -> watch(directory.resolve(".assay/jobs")), "watch");
        watch.setDaemon(true);
        watch.start();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new BufferedOutputStream(System.err), true, StandardCharsets.UTF_8),
                System.err,
                directory,
                Map.of(),
                false);
        System.exit(Assay.run(console, "scan", "dataset.yaml", "--workers", "1"));
    }

    private static void watch(Path jobs) {
        String url = "jdbc:h2:file:" + jobs + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;IFEXISTS=TRUE";
        while (true) {
            pause();
            if (!Files.exists(jobs.resolveSibling(jobs.getFileName() + ".mv.db"))) {
                continue;
            }
            try (Connection database = DriverManager.getConnection(url, "sa", "");
                    Statement statement = database.createStatement()) {
                while (true) {
                    try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM ASSAY_SPLIT_SUMMARY")) {
                        count.next();
                        System.out.println(count.getInt(1));
                        System.out.flush();
                    }
                    pause();
                }
            } catch (SQLException notYet) {
                // The tables are being made; look again.
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
