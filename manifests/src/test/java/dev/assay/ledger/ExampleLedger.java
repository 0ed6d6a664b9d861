package dev.assay.ledger;

import dev.assay.config.CommitSigning;
import dev.assay.config.Policy;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Predicate;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.SigningKey;
import dev.assay.statement.Statement;
import dev.assay.statement.TrustedKey;
import dev.assay.timestamp.Timestamper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A ledger for tests, with the means to damage it. */
public final class ExampleLedger implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final SigningKey key;
    public final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    public final LedgerSettings settings;
    public final Ledger ledger;

    public ExampleLedger(Path repository) {
        this(repository, SigningKey.generate(KeyAlgorithm.ECDSA_P256));
    }

    public ExampleLedger(Path repository, SigningKey key) {
        this(repository, key, CommitSigning.OFF);
    }

    public ExampleLedger(Path repository, SigningKey key, CommitSigning signing) {
        this(repository, key, signing, null);
    }

    public ExampleLedger(Path repository, SigningKey key, CommitSigning signing, @Nullable Timestamper timestamper) {
        this.key = key;
        settings = new LedgerSettings(
                repository, "main", null, "Test scanner", "scanner@example.com", clock, signing, timestamper);
        ledger = Ledger.open(settings, "first", key);
    }

    /** A scan of the example with as many e-mail addresses as asked for. */
    public ScanRecord scan(FileListing files, long emails) {
        ManifestFacts facts = ExampleRecords.facts(
                files,
                ExampleRecords.coverage(),
                emails == 0 ? List.of() : List.of(ExampleRecords.emails(emails)),
                ExampleRecords.canaries());
        return scan(facts, files);
    }

    public ScanRecord scan(ManifestFacts facts, FileListing files) {
        ScanPredicate.Run run = new ScanPredicate.Run(
                "scan", "1", "1", "linux", 0, NOON.minusSeconds(60), NOON, new TreeMap<>(Map.of("workers", "4")));
        return new ScanRecord(
                facts,
                files,
                ExampleRecords.samples(),
                "id: garden-letters\n",
                Policy.builtIn(),
                "id: assay-default\n",
                ScanPredicate.of(facts.scanner(), "/data/garden-letters", "", Surroundings.NONE, run),
                key,
                key,
                clock);
    }

    public Published publish(ScanRecord record) {
        return ledger.publish(record.facts().dataset().id(), record);
    }

    /** Adds a person to the trust file, as the first key may. */
    public SigningKey person(String holder, Role... roles) {
        SigningKey fresh = SigningKey.generate(KeyAlgorithm.ED25519);
        trust(new TrustedKey(holder, Set.of(roles), fresh.key()));
        return fresh;
    }

    public void trust(TrustedKey added) {
        trust(roles -> roles.with(added));
    }

    public void trust(UnaryOperator<Roles> change) {
        ledger.changeTrust(
                trust -> trust.change(change.apply(trust.roles()), "A test.", List.of(key), clock), key, "Trust");
    }

    /** States something about the newest version. */
    public Envelope state(Predicate predicate, SigningKey... signers) {
        StoredVersion latest = ledger.latest(ExampleRecords.ID).orElseThrow();
        Envelope envelope = Envelope.sign(Statement.about(latest.manifest(), predicate), signers);
        ledger.state(latest.datasetId(), latest.number(), envelope, signers[0], "State something");
        return envelope;
    }

    /** Files of the branch as they are. */
    public byte[] read(String path) throws IOException {
        try (Repository repository = LedgerRepository.open(settings)) {
            return LedgerTree.at(repository, Constants.R_HEADS + "main")
                    .read(path)
                    .orElseThrow();
        }
    }

    /** Moves the branch, past every check. */
    public void moveBranch(String commit) throws IOException {
        try (Repository repository = LedgerRepository.open(settings)) {
            RefUpdate update = repository.updateRef(Constants.R_HEADS + "main");
            update.setNewObjectId(ObjectId.fromString(commit));
            update.setForceUpdate(true);
            update.update();
        }
    }

    /** Commits bytes under a path, past every check. */
    public void overwrite(String path, byte[] bytes) throws IOException {
        overwrite(path, bytes, key, CommitSigning.OFF);
    }

    /** As {@link #overwrite(String, byte[])}, with the commit signed by anybody. */
    public void overwrite(String path, byte[] bytes, SigningKey signer, CommitSigning signing) throws IOException {
        try (Repository repository = LedgerRepository.open(settings)) {
            LedgerTree tree = LedgerTree.at(repository, Constants.R_HEADS + "main");
            if (new LedgerCommit(repository, settings.with(signing))
                    .tryOn(tree, Map.of(path, bytes), signer, "Tamper")
                    .isEmpty()) {
                throw new IllegalStateException("The branch has moved");
            }
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
