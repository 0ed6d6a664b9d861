package dev.assay.ledger;

import dev.assay.config.CommitSigning;
import dev.assay.statement.Signer;
import dev.assay.statement.SshSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * One commit, made without a work tree: objects first, then the branch by compare-and-set. Until the branch moves nobody
 * sees anything; when it moves everybody sees all of it.
 */
final class LedgerCommit {
    private final Repository repository;
    private final LedgerSettings settings;

    LedgerCommit(Repository repository, LedgerSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Adds files to what a commit holds.
     *
     * @param base the commit the branch must still be at
     * @param files bytes by path
     * @param signer signs the commit, if commits are signed
     * @return the new commit, or empty if the branch has moved
     */
    Optional<ObjectId> tryOn(LedgerTree base, Map<String, byte[]> files, Signer signer, String message)
            throws IOException {
        PersonIdent committer = new PersonIdent(
                settings.committerName(), settings.committerEmail(), Instant.now(settings.clock()), ZoneOffset.UTC);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(base, files, inserter));
            base.commit().ifPresent(commit::setParentId);
            commit.setAuthor(committer);
            commit.setCommitter(committer);
            commit.setMessage(message);
            if (settings.signing() == CommitSigning.SSH) {
                String signature = SshSignature.sign(SshSignature.GIT, commit.build(), signer)
                        .armored();
                commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return moveBranch(base.id(), id, committer, message) ? Optional.of(id) : Optional.empty();
        }
    }

    private ObjectId tree(LedgerTree base, Map<String, byte[]> files, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        if (base.commit().isPresent()) {
            DirCacheBuilder builder = index.builder();
            try (ObjectReader reader = repository.newObjectReader()) {
                builder.addTree(
                        new byte[0],
                        DirCacheEntry.STAGE_0,
                        reader,
                        base.commit().get().getTree());
            }
            builder.finish();
        }
        DirCacheEditor editor = index.editor();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
            editor.add(new DirCacheEditor.PathEdit(file.getKey()) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(blob);
                }
            });
        }
        editor.finish();
        return index.writeTree(inserter);
    }

    private boolean moveBranch(ObjectId from, ObjectId to, PersonIdent committer, String message) throws IOException {
        RefUpdate update = repository.updateRef(Constants.R_HEADS + settings.branch());
        update.setExpectedOldObjectId(from);
        update.setNewObjectId(to);
        update.setRefLogIdent(committer);
        update.setRefLogMessage("commit: " + message.lines().findFirst().orElse(""), false);
        RefUpdate.Result result = update.update();
        return switch (result) {
            case NEW, FAST_FORWARD -> true;
            case LOCK_FAILURE, REJECTED -> false;
            case NOT_ATTEMPTED,
                    NO_CHANGE,
                    FORCED,
                    REJECTED_CURRENT_BRANCH,
                    IO_FAILURE,
                    RENAMED,
                    REJECTED_MISSING_OBJECT,
                    REJECTED_OTHER_REASON ->
                throw new LedgerException("Cannot move branch " + settings.branch() + " of " + settings.repository()
                        + ": git says " + result + ". Check the repository with `git fsck`.");
        };
    }
}
