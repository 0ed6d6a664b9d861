package dev.assay.export;

import dev.assay.report.SignedStatement;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import java.util.List;

/**
 * A statement and who of the trusted signed it.
 *
 * @param envelope as it was signed
 * @param statement what is said
 * @param signed digest, time and signers
 */
public record Attested(Envelope envelope, Statement statement, SignedStatement signed) {
    /**
     * Reads an envelope.
     *
     * @throws dev.assay.statement.StatementException if it holds no statement, or one that contradicts its type
     */
    public static Attested of(Envelope envelope, Roles roles) {
        return new Attested(envelope, envelope.statement(), SignedStatement.of(envelope, roles));
    }

    /** Whether anybody signed whose signature counts for this kind. What nobody vouches for is no evidence. */
    boolean trusted() {
        return !signed.signers().isEmpty();
    }

    /** Names of who signed. */
    List<String> holders() {
        return signed.signers().stream()
                .map(SignedStatement.SignedBy::holder)
                .distinct()
                .toList();
    }
}
