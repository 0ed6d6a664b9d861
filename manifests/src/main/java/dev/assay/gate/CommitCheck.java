package dev.assay.gate;

import dev.assay.ledger.CommitSignature;
import dev.assay.ledger.Ledger;
import dev.assay.statement.StatementException;
import dev.assay.statement.TrustHistory;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the branch's commits are SSH-signed, as far as the machine asks for it. */
final class CommitCheck {
    static final String NAME = "commits";

    private final Ledger ledger;
    private final TrustHistory trust;

    CommitCheck(Ledger ledger, TrustHistory trust) {
        this.ledger = ledger;
        this.trust = trust;
    }

    GateCheck run(TrustAnchors anchors) {
        return switch (anchors.commits()) {
            case ANY -> newest();
            case SIGNED -> all(anchors);
        };
    }

    private GateCheck newest() {
        String signer = ledger.commitSignatures(trust, null, 1).get(0).signer();
        return GateCheck.passed(
                NAME,
                (signer == null
                                ? "The newest commit is not SSH-signed by a trusted key"
                                : "The newest commit is SSH-signed by " + signer + "; older ones were not looked at")
                        + ". `trust.commits: signed` asks that all are.");
    }

    private GateCheck all(TrustAnchors anchors) {
        List<CommitSignature> commits = ledger.commitSignatures(trust, anchors.commit(), Integer.MAX_VALUE);
        List<String> unsigned = commits.stream()
                .filter(commit -> commit.signer() == null)
                .map(CommitSignature::commit)
                .toList();
        String range = anchors.commit() == null ? "" : " since the pinned one";
        if (!unsigned.isEmpty()) {
            throw new StatementException(unsigned.size() + " of " + Gate.counted(commits.size(), "commit") + range
                    + " not SSH-signed by a key trusted then, the newest of them " + unsigned.get(0)
                    + "; if signing began later, pin the commit before it as `trust.commit`");
        }
        String signers = commits.stream()
                .map(commit -> Objects.requireNonNull(commit.signer()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return GateCheck.passed(
                NAME,
                Gate.counted(commits.size(), "commit")
                        + range
                        + (commits.isEmpty() ? "." : ", each SSH-signed by a key trusted then: " + signers + "."));
    }
}
