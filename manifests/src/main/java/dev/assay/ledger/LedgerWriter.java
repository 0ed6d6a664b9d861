package dev.assay.ledger;

import dev.assay.manifest.Manifest;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.Predicate;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.TrustHistory;
import dev.assay.timestamp.TimestampException;
import dev.assay.timestamp.Timestamper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Writes to the branch as a tree shows it: each step is one commit that holds the statements, their entries in the log and
 * the log's new checkpoint. Each answers empty if the branch has moved meanwhile.
 */
final class LedgerWriter {
    private static final Set<StatementKind> ABOUT_VERSIONS =
            EnumSet.of(StatementKind.WAIVER, StatementKind.APPROVAL, StatementKind.REVOCATION, StatementKind.ERASURE);

    private final Repository repository;
    private final LedgerSettings settings;
    private final Map<String, byte[]> stamped = new ConcurrentHashMap<>();

    LedgerWriter(Repository repository, LedgerSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** Every version of the trust file, the last of which lies in {@value Roles#PATH}. */
    TrustHistory trust(LedgerTree tree) throws IOException {
        byte[] yaml = tree.read(Roles.PATH).orElseThrow(() -> missing(Roles.PATH));
        byte[] statements = tree.read(TrustHistory.PATH).orElseThrow(() -> missing(TrustHistory.PATH));
        TrustHistory history = new TrustHistory(Bundle.parse(statements).envelopes());
        history.roles();
        if (!Arrays.equals(yaml, history.rolesBytes())) {
            throw new StatementException(Roles.PATH + " is not the version that was signed last. Change it with `assay"
                    + " trust`, or restore it from the repository's history.");
        }
        return history;
    }

    private LedgerException missing(String path) {
        return new LedgerException("The repository " + settings.repository() + " has no " + path + " on branch "
                + settings.branch() + ", so no signature in it can be believed. Restore it from the repository's"
                + " history.");
    }

    Optional<ObjectId> trust(LedgerTree tree, TrustHistory history, List<Envelope> fresh, Signer signer, String title)
            throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(Roles.PATH, history.rolesBytes());
        files.put(TrustHistory.PATH, new Bundle(history.changes()).fileBytes());
        return commit(tree, files, fresh, signer, title);
    }

    Optional<Published> publish(LedgerTree tree, Optional<StoredVersion> latest, Publication publication)
            throws IOException {
        String id = publication.manifest().facts().dataset().id();
        int number = publication.manifest().version();
        Optional<StoredVersion> same = latest.filter(stored -> stored.number() == number);
        requireFollows(latest, publication);
        Roles roles = trust(tree).roles();
        for (Envelope envelope : publication.statements()) {
            requireSigned(roles, envelope, publication.manifest());
        }
        Bundle before = same.map(StoredVersion::bundle).orElseGet(() -> new Bundle(List.of()));
        StoredVersion version = new StoredVersion(
                id,
                number,
                publication.manifest().fileBytes(),
                publication.files().fileBytes(),
                publication.samples().fileBytes(),
                before.with(publication.statements()).fileBytes());
        String title =
                (same.isPresent() ? "State more about " : "Record ") + version.name() + ": " + publication.summary();
        return commit(tree, files(publication, version), publication.statements(), publication.notary(), title)
                .map(commit -> new Published(
                        version,
                        same.isPresent() ? Published.Step.NEW_STATEMENTS : Published.Step.NEW_VERSION,
                        commit.name()));
    }

    private static Map<String, byte[]> files(Publication publication, StoredVersion version) {
        String id = version.datasetId();
        int number = version.number();
        Map<String, byte[]> files = new TreeMap<>();
        files.put(Layout.manifest(id, number), version.manifestBytes());
        files.put(Layout.files(id, number), version.filesBytes());
        files.put(Layout.findings(id, number), version.findingsBytes());
        files.put(Layout.statements(id, number), version.statementBytes());
        String card = publication.card();
        if (card != null) {
            files.put(Layout.card(id), card.getBytes(StandardCharsets.UTF_8));
        }
        PolicyText policy = publication.policy();
        if (policy != null) {
            files.put(Layout.policy(policy), policy.yaml().getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static void requireFollows(Optional<StoredVersion> latest, Publication publication) {
        Optional<String> newest = latest.map(stored -> stored.manifest().sha256());
        boolean same = newest.equals(Optional.of(publication.manifest().sha256()));
        Optional<String> parent = publication.manifest().parent().map(link -> link.manifestSha256());
        if (!same && !parent.equals(newest)) {
            throw new LedgerException("The version " + publication.manifest().name()
                    + " does not follow the newest one in the ledger. Scan again.");
        }
    }

    Optional<ObjectId> state(LedgerTree tree, StoredVersion version, Envelope envelope, Signer signer, String title)
            throws IOException {
        StatementKind kind = requireSigned(trust(tree).roles(), envelope, version.manifest());
        if (!ABOUT_VERSIONS.contains(kind)) {
            throw new LedgerException("A " + kind.title() + " is not stated on its own.");
        }
        Bundle bundle = version.bundle().with(List.of(envelope));
        Map<String, byte[]> files =
                Map.of(Layout.statements(version.datasetId(), version.number()), bundle.fileBytes());
        return commit(tree, files, List.of(envelope), signer, title);
    }

    Optional<ObjectId> run(LedgerTree tree, Manifest manifest, Envelope envelope, Signer signer) throws IOException {
        requireSigned(trust(tree).roles(), envelope, manifest);
        TrainingRunPredicate run =
                TrainingRunPredicate.fromJson(envelope.statement().predicate());
        String path = Layout.run(run.allowedOn(), run.runId());
        Bundle before = Bundle.parse(tree.read(path).orElse(new byte[0]));
        Map<String, byte[]> files = Map.of(path, before.with(List.of(envelope)).fileBytes());
        return commit(tree, files, List.of(envelope), signer, "Let run " + run.runId() + " read " + manifest.name());
    }

    private static StatementKind requireSigned(Roles roles, Envelope envelope, Manifest manifest) {
        Statement statement = envelope.statement();
        StatementKind kind = StatementKind.of(statement);
        Predicate predicate = kind.read(statement);
        if (!statement.isAbout(manifest)
                || roles.signers(envelope, kind, predicate.moment()).isEmpty()) {
            String needed = kind.roles().stream().map(Role::label).collect(Collectors.joining(" or "));
            throw new LedgerException(
                    "A statement for " + manifest.name() + " is not signed by a key with the role " + needed
                            + ", so no gate would believe it. Sign with a key named in " + Roles.PATH
                            + " of the repository, or have this one added with `assay trust add`.");
        }
        return kind;
    }

    /** Asked for once a statement, however often the branch moves meanwhile. */
    private Map<String, byte[]> timestamps(List<Envelope> statements) {
        Timestamper timestamper = settings.timestamper();
        Map<String, byte[]> files = new TreeMap<>();
        if (timestamper == null) {
            return files;
        }
        try {
            for (Envelope envelope : statements) {
                String path = Layout.timestamp(envelope.toJson().sha256());
                files.put(path, stamped.computeIfAbsent(path, fresh -> timestamper.stamp(envelope.signatureBytes())));
            }
            return files;
        } catch (TimestampException none) {
            throw new LedgerException("Nothing was recorded. " + none.getMessage(), none);
        }
    }

    private Optional<ObjectId> commit(
            LedgerTree tree, Map<String, byte[]> files, List<Envelope> statements, Signer signer, String title)
            throws IOException {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(timestamps(statements));
        all.putAll(StatementLog.read(tree).adding(statements, signer, settings.clock()));
        return new LedgerCommit(repository, settings).tryOn(tree, all, signer, title);
    }
}
