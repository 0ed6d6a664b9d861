package dev.assay.ledger;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit to the repository it is given: it neither reads nor writes the configuration of the user, the machine or
 * JGit itself. SSH goes through the machine's own {@code ssh}, with its keys, agent and known hosts.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
    private static final String SSH_PROGRAM = "GIT_SSH";

    private IsolatedSystemReader(SystemReader machine) {
        super(machine);
    }

    /** Makes JGit use this reader in the whole process. */
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof IsolatedSystemReader)) {
            SystemReader.setInstance(new IsolatedSystemReader(current));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        String value = super.getenv(variable);
        if (variable.equals(SSH_PROGRAM)) {
            return value == null ? "ssh" : value;
        }
        // Variables such as GIT_DIR and GIT_INDEX_FILE would point JGit at another repository.
        return variable.startsWith("GIT_") ? null : value;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fileSystem) {
        // What is committed is on the disk. Said here, because git itself warns of these keys in a repository's own
        // file.
        NoConfig durable = new KnownClock(parent, fileSystem);
        durable.setBoolean("core", null, "fsyncobjectfiles", true);
        durable.setBoolean("core", null, "fsyncreffiles", true);
        return durable;
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    /** A configuration without a file: never read, never saved. */
    private static class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS fileSystem) {
            super(parent, Path.of(Constants.DOT_GIT, "no-config").toFile(), fileSystem);
        }

        @Override
        public void load() {
            // Nothing to read, by design.
        }

        @Override
        public void save() {
            // Nothing to write, by design.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    /**
     * Says that file times are good to two seconds on any file system, which is never too fine. JGit asks the user's
     * configuration for it, under a key made of the Java runtime and the file system; without an answer it measures for
     * seconds at every start, with probe files beside the repository.
     */
    private static final class KnownClock extends NoConfig {
        KnownClock(@Nullable Config parent, FS fileSystem) {
            super(parent, fileSystem);
        }

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            if (section.equals("filesystem") && name.equals("timestampResolution")) {
                return "2 s";
            }
            if (section.equals("filesystem") && name.equals("minRacyThreshold")) {
                return "0 ms";
            }
            return super.getString(section, subsection, name);
        }
    }
}
