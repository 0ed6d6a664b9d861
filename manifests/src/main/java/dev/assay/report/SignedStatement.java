package dev.assay.report;

import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement about the version, as far as a report shows it.
 *
 * @param predicateType what kind of statement it is
 * @param sha256 digest of its line in the bundle
 * @param moment when it says it was made, in UTC; null if it does not say
 * @param signers who signed it with a key that is trusted for this kind; empty if nobody did
 */
public record SignedStatement(
        String predicateType, String sha256, @Nullable Instant moment, List<SignedBy> signers) {

    /**
     * A signer.
     *
     * @param holder of the key, as the trust file names it
     * @param fingerprint SHA-256 of the public key
     */
    public record SignedBy(String holder, String fingerprint) {}

    public SignedStatement {
        signers = List.copyOf(signers);
    }

    /**
     * What an envelope holds and who of the trusted signed it.
     *
     * @throws dev.assay.statement.StatementException if it holds no statement, or one that contradicts its type
     */
    public static SignedStatement of(Envelope envelope, Roles roles) {
        Statement statement = envelope.statement();
        Optional<StatementKind> kind = StatementKind.of(statement.predicateType());
        Optional<Instant> moment = kind.map(known -> known.read(statement).moment());
        List<SignedBy> signers = kind.isEmpty()
                ? List.of()
                : roles.signers(envelope, kind.get(), moment.get()).stream()
                        .map(trusted ->
                                new SignedBy(trusted.holder(), trusted.key().fingerprint()))
                        .toList();
        return new SignedStatement(statement.predicateType(), envelope.toJson().sha256(), moment.orElse(null), signers);
    }

    /** The kind, for people. */
    String kind() {
        return StatementKind.of(predicateType).map(StatementKind::title).orElse(predicateType);
    }

    /** The moment as statements write it, or that there is none. */
    String time() {
        return moment == null ? "no time given" : moment.toString();
    }
}
