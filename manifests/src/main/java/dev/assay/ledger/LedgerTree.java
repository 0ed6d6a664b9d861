package dev.assay.ledger;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The repository as one commit shows it; what others commit meanwhile does not change it. */
final class LedgerTree {
    private final Repository repository;
    private final @Nullable RevCommit commit;

    private LedgerTree(Repository repository, @Nullable RevCommit commit) {
        this.repository = repository;
        this.commit = commit;
    }

    /** As the branch stands now. */
    static LedgerTree at(Repository repository, String ref) throws IOException {
        ObjectId head = repository.resolve(ref);
        if (head == null) {
            return new LedgerTree(repository, null);
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return new LedgerTree(repository, walk.parseCommit(head));
        }
    }

    /** An older commit that this one descends from; empty if there is none of that name. */
    Optional<LedgerTree> ancestor(String name) throws IOException {
        if (commit == null || !ObjectId.isId(name)) {
            return Optional.empty();
        }
        ObjectId older = ObjectId.fromString(name);
        if (!repository.getObjectDatabase().has(older)) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit then = walk.parseCommit(older);
            boolean descends = walk.isMergedInto(then, walk.parseCommit(commit));
            return descends ? Optional.of(new LedgerTree(repository, then)) : Optional.empty();
        } catch (IncorrectObjectTypeException noCommit) {
            return Optional.empty();
        }
    }

    /** Empty if the branch does not exist yet. */
    Optional<RevCommit> commit() {
        return Optional.ofNullable(commit);
    }

    /** The commit's id, or the null id. */
    ObjectId id() {
        return commit == null ? ObjectId.zeroId() : commit.getId();
    }

    /** A file's bytes. */
    Optional<byte[]> read(String path) throws IOException {
        if (commit == null) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, commit.getTree())) {
            if (walk == null || !FileMode.REGULAR_FILE.equals(walk.getFileMode(0))) {
                return Optional.empty();
            }
            return Optional.of(
                    repository.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes());
        }
    }

    /** Names directly under a directory. */
    SortedSet<String> list(String directory) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (commit == null) {
            return names;
        }
        try (TreeWalk found = TreeWalk.forPath(repository, directory, commit.getTree())) {
            if (found == null || !FileMode.TREE.equals(found.getFileMode(0))) {
                return names;
            }
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(found.getObjectId(0));
                while (walk.next()) {
                    names.add(walk.getNameString());
                }
            }
        }
        return names;
    }
}
