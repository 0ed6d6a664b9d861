package dev.assay.ledger;

import dev.assay.json.Sha256;
import dev.assay.manifest.ManifestException;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.Subject;
import java.util.Arrays;

/**
 * The version that the next one will follow. If it cannot be read there are two reasons, which call for different things:
 * another version of the program wrote it, or somebody changed it. A valid signature over its bytes tells them apart.
 */
record NewestVersion(StoredVersion version, Roles roles, LedgerSettings settings) {
    /**
     * Throws if no version can follow this one.
     *
     * @throws LedgerException if it is authentic, but of a shape this program does not know
     * @throws ManifestException if it is damaged or was tampered with
     */
    void requireReadable() {
        try {
            version.manifest();
            version.files();
        } catch (ManifestException trouble) {
            String place = version.name() + " in " + settings.repository() + ": " + trouble.getMessage();
            if (isVouchedFor()) {
                throw new LedgerException(place + " Its signature is good, so another version of assay wrote it, in a"
                        + " shape this one cannot carry on. Scan with that version, or begin a new record: name another"
                        + " branch under `manifests.branch` or another path under `manifests.repository`; the old one"
                        + " stays as it is.");
            }
            throw new ManifestException(place + " No good signature covers these bytes, so they were damaged or"
                    + " changed after they were signed. Restore the repository's history, or begin a new record under"
                    + " another `manifests.branch`.");
        }
    }

    private boolean isVouchedFor() {
        byte[] file = version.manifestBytes();
        byte[] signed = Arrays.copyOf(file, Math.max(0, file.length - 1));
        Subject subject = Subject.of(version.name(), "sha256", Sha256.hex(signed));
        try {
            return version.bundle().envelopes().stream().anyMatch(envelope -> isAbout(envelope, subject));
        } catch (StatementException unreadable) {
            return false;
        }
    }

    private boolean isAbout(Envelope envelope, Subject subject) {
        Statement statement = envelope.statement();
        return statement.subjects().contains(subject)
                && StatementKind.of(statement.predicateType())
                        .filter(kind -> !roles.signers(
                                        envelope, kind, kind.read(statement).moment())
                                .isEmpty())
                        .isPresent();
    }
}
