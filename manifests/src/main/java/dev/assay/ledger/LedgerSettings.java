package dev.assay.ledger;

import dev.assay.config.CommitSigning;
import dev.assay.timestamp.Timestamper;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is and how it is written.
 *
 * @param repository path of a git repository, bare or plain
 * @param branch branch that holds the record
 * @param remote URL to push to, or null
 * @param committerName in commits
 * @param committerEmail in commits
 * @param clock time of commits
 * @param signing whether commits are signed, by whoever signs the log
 * @param timestamper stamps every statement, or null for none
 */
public record LedgerSettings(
        Path repository,
        String branch,
        @Nullable String remote,
        String committerName,
        String committerEmail,
        Clock clock,
        CommitSigning signing,
        @Nullable Timestamper timestamper) {
    /** Without signed commits and timestamps. */
    public LedgerSettings(
            Path repository,
            String branch,
            @Nullable String remote,
            String committerName,
            String committerEmail,
            Clock clock) {
        this(repository, branch, remote, committerName, committerEmail, clock, CommitSigning.OFF, null);
    }

    /** A ledger written by the scanner itself. */
    public static LedgerSettings of(Path repository, String branch, @Nullable String remote) {
        return new LedgerSettings(
                repository, branch, remote, "Assay scanner", "scanner@assay.invalid", Clock.systemUTC());
    }

    /** The same with commits signed or not. */
    public LedgerSettings with(CommitSigning otherSigning) {
        return new LedgerSettings(
                repository, branch, remote, committerName, committerEmail, clock, otherSigning, timestamper);
    }

    /** The same with another timestamper, or none. */
    public LedgerSettings with(@Nullable Timestamper other) {
        return new LedgerSettings(repository, branch, remote, committerName, committerEmail, clock, signing, other);
    }
}
