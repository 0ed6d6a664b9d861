package dev.assay.ledger;

import dev.assay.statement.Roles;
import dev.assay.statement.SshSignature;
import dev.assay.statement.StatementException;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.TrustedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Who signed the branch's commits, in the form {@code git verify-commit} takes with {@code gpg.format=ssh}. A signature
 * counts if its key stands in the trust file of that commit or of one before it, and that file is a version of the
 * trust's verified history.
 */
final class CommitSignatures {
    private final Repository repository;
    private final Map<ObjectId, Roles> versions = new HashMap<>();

    CommitSignatures(Repository repository, TrustHistory trust) {
        this.repository = repository;
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            for (byte[] yaml : trust.versions()) {
                versions.put(formatter.idFor(Constants.OBJ_BLOB, yaml), Roles.parse(yaml));
            }
        }
    }

    /**
     * The newest commits, newest first.
     *
     * @param since a commit at which to stop, or null for the first
     * @param most how many at most
     */
    List<CommitSignature> read(ObjectId head, @Nullable ObjectId since, int most) throws IOException {
        List<CommitSignature> read = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            if (since != null) {
                walk.markUninteresting(walk.parseCommit(since));
            }
            for (RevCommit commit = walk.next(); commit != null && read.size() < most; commit = walk.next()) {
                read.add(new CommitSignature(
                        commit.name(), signer(commit).map(TrustedKey::holder).orElse(null)));
            }
        }
        return read;
    }

    private Optional<TrustedKey> signer(RevCommit commit) throws IOException {
        byte[] armored = commit.getRawGpgSignature();
        if (armored == null) {
            return Optional.empty();
        }
        SshSignature signature;
        try {
            signature = SshSignature.parse(new String(armored, StandardCharsets.US_ASCII));
        } catch (StatementException another) {
            return Optional.empty();
        }
        byte[] payload = withoutSignature(commit.getRawBuffer());
        for (TrustedKey trusted : named(commit)) {
            if (trusted.validAt(commit.getCommitterIdent().getWhenAsInstant())
                    && signature.verifies(trusted.key(), SshSignature.GIT, payload)) {
                return Optional.of(trusted);
            }
        }
        return Optional.empty();
    }

    private List<TrustedKey> named(RevCommit commit) throws IOException {
        List<TrustedKey> named = new ArrayList<>(roles(commit));
        try (RevWalk parents = new RevWalk(repository)) {
            for (RevCommit parent : commit.getParents()) {
                named.addAll(roles(parents.parseCommit(parent)));
            }
        }
        return named;
    }

    private List<TrustedKey> roles(RevCommit commit) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, Roles.PATH, commit.getTree())) {
            Roles roles = walk == null ? null : versions.get(walk.getObjectId(0));
            return roles == null ? List.of() : roles.keys();
        }
    }

    /** What was signed: the commit without its {@code gpgsig} header and that header's further lines. */
    private static byte[] withoutSignature(byte[] commit) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(commit.length);
        byte[] header = "gpgsig ".getBytes(StandardCharsets.US_ASCII);
        boolean dropping = false;
        int at = 0;
        while (at < commit.length && commit[at] != '\n') {
            int end = at;
            while (end < commit.length && commit[end] != '\n') {
                end++;
            }
            end = Math.min(commit.length, end + 1);
            boolean further = commit[at] == ' ';
            dropping = further ? dropping : startsWith(commit, at, header);
            if (!dropping) {
                kept.write(commit, at, end - at);
            }
            at = end;
        }
        kept.write(commit, at, commit.length - at);
        return kept.toByteArray();
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
        return at + prefix.length <= bytes.length
                && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
    }
}
