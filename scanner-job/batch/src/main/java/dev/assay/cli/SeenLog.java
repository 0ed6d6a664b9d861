package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.json.Sha256;
import dev.assay.ledger.LogMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What this machine remembers of a repository's log, beside its keys: the repository itself could be rolled back together
 * with anything that lies in it.
 */
final class SeenLog {
    private final Path file;

    private SeenLog(Path file) {
        this.file = file;
    }

    static SeenLog of(Workspace workspace) {
        Workspace.Manifests manifests = workspace.manifests();
        String which = Sha256.hex(manifests.repository() + "\n" + manifests.branch());
        return new SeenLog(workspace.keys().directory().resolve("log-seen-" + which.substring(0, 12) + ".json"));
    }

    /** Empty if this machine never looked. */
    Optional<LogMark> mark() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LogMark.parse(Files.readAllBytes(file)));
        } catch (IOException trouble) {
            throw new ConfigException("Cannot read " + file + ", what this machine remembers of the log: " + trouble);
        }
    }

    /** Remembers a log that was verified; a shorter one never replaces a longer one. */
    void remember(LogMark mark) {
        if (mark().filter(known -> known.size() >= mark.size()).isPresent()) {
            return;
        }
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path fresh = Files.createTempFile(directory, "log-seen-", ".new");
            Files.write(fresh, mark.toJson().canonicalBytes());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write " + file
                    + ", by which a rolled-back repository would be noticed: " + trouble
                    + ". Name a directory that can be written under `keys.directory`.");
        }
    }
}
