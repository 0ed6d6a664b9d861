package dev.assay.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** Opens a git repository, or makes one that appears complete or not at all. */
final class LedgerRepository {
    private LedgerRepository() {}

    static Repository openOrCreate(LedgerSettings settings) throws IOException {
        Path path = settings.repository();
        if (!Files.exists(path) || isEmptyDirectory(path)) {
            create(path, settings.branch());
        }
        return open(settings);
    }

    static Repository open(LedgerSettings settings) throws IOException {
        Path path = settings.repository();
        if (!Files.exists(path)) {
            throw new LedgerException(
                    "There is no record yet: " + path + " does not exist. `assay scan` makes it; if it"
                            + " lies elsewhere, name it under `manifests.repository`, or its workspace with --workspace.");
        }
        Path inside = path.resolve(Constants.DOT_GIT);
        Path gitDirectory = Files.exists(inside) ? inside : path;
        if (!RepositoryCache.FileKey.isGitRepository(gitDirectory.toFile(), FS.DETECTED)) {
            throw new LedgerException(path + " is no git repository; name another path under `manifests.repository`,"
                    + " or one that does not exist yet to have it made.");
        }
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(gitDirectory.toFile())
                .setMustExist(true)
                .build();
        String branch = Constants.R_HEADS + settings.branch();
        if (!repository.isBare() && branch.equals(repository.getFullBranch())) {
            repository.close();
            throw new LedgerException("The repository " + path + " has the branch " + settings.branch()
                    + " checked out, and commits made beside its work tree would look like deletions there. Name another"
                    + " branch under `manifests.branch`, check out another one with `git switch --detach`, or use a"
                    + " bare repository.");
        }
        return repository;
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    /** Built beside its place and moved there in one step; whoever moves first wins. */
    private static void create(Path path, String branch) throws IOException {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new LedgerException("The root of a file system cannot be a repository; name a directory.");
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".manifests-");
        try {
            initialise(draft, branch);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!RepositoryCache.FileKey.isGitRepository(path.toFile(), FS.DETECTED)) {
                throw taken;
            }
        } finally {
            delete(draft);
        }
    }

    private static void initialise(Path directory, String branch) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build()) {
            repository.create(true);
            RefUpdate head = repository.updateRef(Constants.HEAD);
            head.link(Constants.R_HEADS + branch);
            StoredConfig config = repository.getConfig();
            config.setBoolean("receive", null, "denyNonFastForwards", true);
            config.setBoolean("receive", null, "denyDeletes", true);
            config.save();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
