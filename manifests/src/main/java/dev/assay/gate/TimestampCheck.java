package dev.assay.gate;

import dev.assay.config.TimestampDemand;
import dev.assay.ledger.Ledger;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.timestamp.TimestampAuthorities;
import dev.assay.timestamp.TimestampToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a version's statements were signed when they say: a timestamp is over the signature, by a trusted authority,
 * near the statement's own time, and the signer's key counted then. That catches a statement dated back to a day on which
 * a lost key still counted.
 */
final class TimestampCheck {
    static final String NAME = "timestamps";

    /** Between a statement's own time and its timestamp; keys count by the day. */
    private static final Duration APART = Duration.ofDays(1);

    private final Ledger ledger;
    private final Roles roles;

    TimestampCheck(Ledger ledger, Roles roles) {
        this.ledger = ledger;
        this.roles = roles;
    }

    GateCheck run(Bundle bundle, TrustAnchors.Timestamps anchors) {
        int present = 0;
        List<String> wrong = new ArrayList<>();
        int line = 1;
        for (Envelope envelope : bundle.envelopes()) {
            Optional<byte[]> token = ledger.timestamp(envelope);
            try {
                if (token.isPresent()) {
                    present++;
                    if (!anchors.authorities().isEmpty()) {
                        verify(envelope, token.get(), anchors.authorities());
                    }
                } else if (anchors.demand() == TimestampDemand.REQUIRED) {
                    throw new StatementException("it has no timestamp");
                }
            } catch (StatementException trouble) {
                wrong.add("statement " + line + ": " + trouble.getMessage());
            }
            line++;
        }
        return wrong.isEmpty()
                ? GateCheck.passed(NAME, found(present, bundle.envelopes().size(), anchors.authorities()))
                : GateCheck.failed(NAME, ExitCode.INTEGRITY, String.join("; ", wrong));
    }

    private static String found(int present, int all, TimestampAuthorities authorities) {
        String of = present + " of " + Gate.counted(all, "statement") + " timestamped";
        if (present == 0) {
            return of + ".";
        }
        return of
                + (authorities.isEmpty()
                        ? "; not checked, because no authority is named under `trust.timestamp-authorities`."
                        : ", each over its signature, by a trusted authority, within a day of its own time.");
    }

    private void verify(Envelope envelope, byte[] token, TimestampAuthorities authorities) {
        Instant time = TimestampToken.parse(token).verify(TimestampToken.message(envelope), authorities);
        StatementKind kind = StatementKind.of(envelope.statement());
        Instant own = kind.read(envelope.statement()).moment();
        if (Duration.between(own, time).abs().compareTo(APART) > 0) {
            throw new StatementException("it says " + own + ", its timestamp " + time);
        }
        if (roles.signers(envelope, kind, time).isEmpty()) {
            throw new StatementException("no key that counted at the time of its timestamp, " + time + ", signed it");
        }
    }
}
