package dev.assay.ledger;

import dev.assay.json.Sha256;
import dev.assay.manifest.MerkleTree;
import dev.assay.statement.Bundle;
import dev.assay.statement.CheckpointPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every statement the repository ever took in, in the order it did: a Merkle tree (RFC 6962) to which is only added, under
 * a signed checkpoint. A statement that was removed, replaced or slipped in shows as a difference to it.
 */
public final class StatementLog {
    /** Entries of one file, so that an addition rewrites little. */
    static final int STRETCH = 1024;

    private final List<LogEntry> entries;
    private final @Nullable Envelope checkpoint;

    private StatementLog(List<LogEntry> entries, @Nullable Envelope checkpoint) {
        this.entries = List.copyOf(entries);
        this.checkpoint = checkpoint;
    }

    static StatementLog read(LedgerTree tree) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (String name : tree.list(Layout.LOG_ENTRIES)) {
            byte[] lines = tree.read(Layout.LOG_ENTRIES + "/" + name).orElse(new byte[0]);
            new String(lines, StandardCharsets.UTF_8)
                    .lines()
                    .map(LogEntry::parse)
                    .forEach(entries::add);
        }
        Optional<byte[]> signed = tree.read(Layout.CHECKPOINT);
        return new StatementLog(entries, signed.isPresent() ? checkpoint(signed.get()) : null);
    }

    private static Envelope checkpoint(byte[] lines) {
        List<Envelope> envelopes = Bundle.parse(lines).envelopes();
        if (envelopes.size() != 1) {
            throw new StatementException("The log has " + envelopes.size() + " checkpoints where there is one.");
        }
        return envelopes.get(0);
    }

    /** With statements at its end, and the files that then differ. */
    Map<String, byte[]> adding(List<Envelope> statements, Signer signer, Clock clock) {
        List<LogEntry> all = new ArrayList<>(entries);
        statements.forEach(statement -> all.add(LogEntry.of(statement)));
        Map<String, byte[]> files = new TreeMap<>();
        for (int stretch = entries.size() / STRETCH; stretch * STRETCH < all.size(); stretch++) {
            List<LogEntry> part = all.subList(stretch * STRETCH, Math.min(all.size(), (stretch + 1) * STRETCH));
            StringBuilder lines = new StringBuilder();
            part.forEach(entry -> lines.append(entry.toJson().canonical()).append('\n'));
            files.put(Layout.logEntries(stretch), lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        String root = HexFormat.of().formatHex(tree(all).root());
        CheckpointPredicate predicate = new CheckpointPredicate(all.size(), root, clock.instant());
        Envelope signed = Envelope.sign(statement(predicate), signer);
        files.put(Layout.CHECKPOINT, new Bundle(List.of(signed)).fileBytes());
        return files;
    }

    private static Statement statement(CheckpointPredicate predicate) {
        return new Statement(
                List.of(Subject.of(CheckpointPredicate.SUBJECT, Statement.CONTENT_DIGEST, predicate.root())),
                CheckpointPredicate.TYPE,
                predicate.toJson());
    }

    /**
     * Whether the entries are those of the checkpoint, and a trusted key signed it.
     *
     * @throws StatementException if not
     */
    public void requireCheckpoint(Roles roles) {
        if (checkpoint == null) {
            throw new StatementException("the log has no checkpoint");
        }
        Statement statement = checkpoint.statement();
        if (!statement.predicateType().equals(CheckpointPredicate.TYPE)) {
            throw new StatementException("the log's checkpoint is a statement of another kind");
        }
        CheckpointPredicate predicate = CheckpointPredicate.fromJson(statement.predicate());
        if (!statement.equals(statement(predicate))) {
            throw new StatementException("the log's checkpoint names another root than it signs");
        }
        if (roles.signers(checkpoint, StatementKind.CHECKPOINT, predicate.issuedOn())
                .isEmpty()) {
            throw new StatementException("no trusted key signed the log's checkpoint, or it was changed since");
        }
        if (predicate.size() != entries.size() || !predicate.root().equals(root())) {
            throw new StatementException("the log's entries are not those its checkpoint was signed over");
        }
    }

    /** What a machine remembers of a log it has seen. */
    public LogMark mark() {
        return new LogMark(entries.size(), root());
    }

    /**
     * Whether this log continues one that was seen before.
     *
     * @throws StatementException if it is shorter, or has another past
     */
    public void requireContinues(LogMark seen) {
        if (seen.size() > entries.size()) {
            throw new StatementException("the log was seen with " + seen.size() + " entries and now has "
                    + entries.size() + ": the repository was rolled back");
        }
        if (!HexFormat.of()
                .formatHex(tree(entries).root(Math.toIntExact(seen.size())))
                .equals(seen.root())) {
            throw new StatementException("the log has another past than when it was seen with " + seen.size()
                    + " entries: it was forked or rewritten");
        }
    }

    /**
     * Whether the log holds exactly these statements about a subject.
     *
     * @param statements digests by subject and kind are compared, so their order means nothing
     * @throws StatementException naming what was removed, replaced or slipped in
     */
    public void requireExactly(String what, List<LogEntry> logged, List<Envelope> statements) {
        List<LogEntry> missing = new ArrayList<>(logged);
        for (Envelope envelope : statements) {
            LogEntry entry = LogEntry.of(envelope);
            if (!missing.remove(entry)) {
                throw new StatementException(kind(entry) + " " + entry.sha256().substring(0, 12) + " of " + what
                        + " is not in the log, or there twice: it was slipped in, replaced or repeated");
            }
        }
        if (!missing.isEmpty()) {
            LogEntry entry = missing.get(0);
            throw new StatementException(kind(entry) + " " + entry.sha256().substring(0, 12) + " of " + what
                    + " is in the log and no longer in the repository: it was removed");
        }
    }

    private static String kind(LogEntry entry) {
        return StatementKind.of(entry.predicateType()).map(StatementKind::title).orElse("a statement");
    }

    public List<LogEntry> entries() {
        return entries;
    }

    /** RFC 6962 root over all entries, 64 hex digits. */
    public String root() {
        return HexFormat.of().formatHex(tree(entries).root());
    }

    /** The tree, for proofs to somebody who has only a checkpoint. */
    public MerkleTree tree() {
        return tree(entries);
    }

    private static MerkleTree tree(List<LogEntry> entries) {
        return new MerkleTree(entries.stream().map(LogEntry::leafData).toList());
    }

    /** Digest of the checkpoint's line, or of nothing. */
    public String checkpointSha256() {
        return checkpoint == null ? Sha256.hex("") : checkpoint.toJson().sha256();
    }
}
