package dev.assay.gate;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LogEntry;
import dev.assay.ledger.LogMark;
import dev.assay.ledger.StatementLog;
import dev.assay.ledger.StoredVersion;
import dev.assay.statement.Roles;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.TrustPredicate;
import java.util.List;

/** Whether the log is whole and holds exactly the statements that lie there. */
final class LogCheck {
    static final String NAME = "log";

    private final StatementLog log;
    private final Roles roles;
    private final TrustHistory trust;

    LogCheck(StatementLog log, Roles roles, TrustHistory trust) {
        this.log = log;
        this.roles = roles;
        this.trust = trust;
    }

    GateCheck run(StoredVersion stored, TrustAnchors anchors, Ledger ledger) {
        log.requireCheckpoint(roles);
        LogMark seen = anchors.seen();
        if (seen != null) {
            log.requireContinues(seen);
        }
        String commit = anchors.commit();
        if (commit != null) {
            log.requireContinues(ledger.at(commit).mark());
        }
        log.requireExactly(stored.name(), about(stored.name()), stored.bundle().envelopes());
        List<LogEntry> changes = log.entries().stream()
                .filter(entry -> entry.predicateType().equals(TrustPredicate.TYPE))
                .toList();
        log.requireExactly(Roles.PATH, changes, trust.changes());
        return GateCheck.passed(
                NAME,
                Gate.counted(log.entries().size(), "statement") + " under a signed checkpoint, root " + log.root()
                        + (seen == null ? "." : "; it continues the one this machine saw before."));
    }

    private List<LogEntry> about(String version) {
        return log.entries().stream()
                .filter(entry -> entry.subject().equals(version))
                .filter(entry -> !entry.predicateType().equals(TrainingRunPredicate.TYPE))
                .toList();
    }
}
