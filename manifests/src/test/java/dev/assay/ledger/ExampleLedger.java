package dev.assay.ledger;

import dev.assay.config.Policy;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestFacts;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** A ledger for tests, with the means to damage it. */
public final class ExampleLedger implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
    public final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    public final LedgerSettings settings;
    public final Ledger ledger;

    public ExampleLedger(Path repository) {
        settings = new LedgerSettings(repository, "main", null, "Test scanner", "scanner@example.com", clock);
        ledger = Ledger.open(settings, Roles.ofFirstKey("first", key.key()));
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
                ScanPredicate.of(facts.scanner(), "/data/garden-letters", "", run),
                key,
                key,
                clock);
    }

    public Published publish(ScanRecord record) {
        return ledger.publish(record.facts().dataset().id(), record);
    }

    /** Commits bytes under a path, past every check. */
    public void overwrite(String path, byte[] bytes) throws IOException {
        try (Repository repository = LedgerRepository.open(settings)) {
            LedgerTree tree = LedgerTree.at(repository, Constants.R_HEADS + "main");
            if (new LedgerCommit(repository, settings)
                    .tryOn(tree, Map.of(path, bytes), "Tamper")
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
