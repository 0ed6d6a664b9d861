package dev.assay.batch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the job repository lies.
 *
 * @param url JDBC address
 * @param user database user
 * @param password the user's password; never printed
 */
public record JobStoreSettings(String url, Optional<String> user, Optional<String> password) {
    public JobStoreSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("The job repository is an H2 file or a PostgreSQL database (jdbc:h2:… or"
                    + " jdbc:postgresql:…), not " + url.replaceFirst("[?].*", ""));
        }
    }

    /**
     * An H2 file. WRITE_DELAY=0: what is committed is on disk; the job closes the file, not a hook of the JVM.
     *
     * @param file without H2's own ending
     */
    public static JobStoreSettings file(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new IllegalArgumentException("The path of the job repository holds a semicolon: " + path);
        }
        return new JobStoreSettings(
                "jdbc:h2:file:" + path + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", Optional.of("sa"), Optional.of(""));
    }

    Platform platform() {
        return url.startsWith("jdbc:h2:") ? Platform.H2 : Platform.POSTGRESQL;
    }

    /** A database the job runs on. */
    enum Platform {
        H2("h2"),
        POSTGRESQL("postgresql");

        private final String label;

        Platform(String label) {
            this.label = label;
        }

        /** As in the names of the schema scripts. */
        String label() {
            return label;
        }
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "JobStoreSettings[" + platform().label() + "]";
    }
}
