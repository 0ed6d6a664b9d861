package dev.assay.gate;

import dev.assay.config.CommitDemand;
import dev.assay.config.TimestampDemand;
import dev.assay.ledger.LogMark;
import dev.assay.statement.VerifyingKey;
import dev.assay.timestamp.TimestampAuthorities;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a machine holds on to when it reads a repository that others write: with nothing pinned it takes the repository's
 * own word for who may sign.
 *
 * @param keys one of which must have begun the trust file; empty for no such demand
 * @param commit a commit whose trust file is believed as it is; the branch must descend from it. Null for none
 * @param commits what is demanded of the branch's commits, or of those since {@code commit}
 * @param timestamps whose are believed, and whether there must be any
 * @param seen the log as this machine last saw it; null if it never did
 */
public record TrustAnchors(
        Set<VerifyingKey> keys,
        @Nullable String commit,
        CommitDemand commits,
        Timestamps timestamps,
        @Nullable LogMark seen) {
    /** Nothing pinned. */
    public static final TrustAnchors NONE = new TrustAnchors(Set.of(), null, null);

    /** Without a demand on commits. */
    public TrustAnchors(Set<VerifyingKey> keys, @Nullable String commit, @Nullable LogMark seen) {
        this(keys, commit, CommitDemand.ANY, Timestamps.NONE, seen);
    }

    /** What a machine holds timestamps against. */
    public record Timestamps(TimestampAuthorities authorities, TimestampDemand demand) {
        /** Nobody is believed, nothing is demanded. */
        public static final Timestamps NONE = new Timestamps(TimestampAuthorities.NONE, TimestampDemand.IF_PRESENT);
    }

    public TrustAnchors {
        keys = Set.copyOf(keys);
    }
}
