package dev.assay.cli;

import dev.assay.batch.LedgerPublisher;
import dev.assay.config.ConfigException;
import dev.assay.config.Policy;
import dev.assay.config.Workspace;
import dev.assay.detect.RuleSet;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Published;
import dev.assay.manifest.Manifest;
import dev.assay.policy.Decision;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.scan.ScanEngine;
import dev.assay.scan.ScanLimits;
import dev.assay.statement.SigningKey;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Everything the scans of one call share: engine, ledger, key and policy of a workspace. */
final class ScanBench implements AutoCloseable {
    private final Storages storages;
    private final ScanEngine engine;
    private final Ledger ledger;
    private final SigningKey key;
    private final Policy policy;
    private final @Nullable String policyText;
    private final boolean pushes;
    private final Path reports;

    private ScanBench(
            Storages storages,
            ScanEngine engine,
            Ledger ledger,
            SigningKey key,
            Policy policy,
            @Nullable String policyText,
            boolean pushes,
            Path reports) {
        this.storages = storages;
        this.engine = engine;
        this.ledger = ledger;
        this.key = key;
        this.policy = policy;
        this.policyText = policyText;
        this.pushes = pushes;
        this.reports = reports;
    }

    /** Opens what a scan needs; what the user has to mend shows here, before a byte is read. */
    static ScanBench open(Workspace workspace, Console console, int workers) {
        // These two take long and need nothing but the settings: they come while ledger and job repository are opened.
        CompletableFuture<RuleSet> loading = CompletableFuture.supplyAsync(() -> Workspaces.rules(workspace));
        // Whoever needs the digest asks again, and is told then if it cannot be had.
        CompletableFuture<Void> unused = loading.thenRunAsync(ScanEngine::identifyBuild);
        Policy policy = workspace.policy();
        String policyText = text(workspace.policyFile());
        Workspace.Detectors detectors = workspace.detectors();
        if (!detectors.disabled().isEmpty() || !detectors.custom().isEmpty()) {
            // A wrong name among them, or a wrong detector, is to be said before a key is made.
            loaded(loading);
        }
        WorkspaceKeys keys = new WorkspaceKeys(workspace, console);
        keys.makeIfMissing();
        SigningKey key = keys.scanner();
        Ledger ledger = Ledger.open(Workspaces.ledger(workspace), "this workspace", key);
        Storages storages = new Storages(Workspaces.storage(workspace, workers));
        Workspace.Scan scan = workspace.scan();
        ScanLimits limits = new ScanLimits(
                scan.samplesPerType(),
                scan.maxCellLength().bytes(),
                scan.splitSize().bytes());
        return new ScanBench(
                storages,
                new ScanEngine(storages, loaded(loading), limits),
                ledger,
                key,
                policy,
                policyText,
                workspace.manifests().remote() != null,
                workspace.reports().directory());
    }

    private static RuleSet loaded(CompletableFuture<RuleSet> loading) {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The detectors cannot be loaded.", failed.getCause());
        }
    }

    private static @Nullable String text(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot read the policy " + file + ": " + trouble.getMessage());
        }
    }

    ScanEngine engine() {
        return engine;
    }

    /** What publishes a dataset's scan; throws if its newest version in the ledger cannot be followed. */
    LedgerPublisher publisher(DatasetArgument dataset) {
        ledger.requireContinuable(dataset.card().id());
        return new LedgerPublisher(
                ledger, dataset.card(), dataset.cardText(), policy, policyText, key, Clock.systemUTC());
    }

    /** Judges what was published, reports it, and sends it on where there is a remote. */
    ScanOutcome outcome(Published published, Duration time) {
        if (pushes) {
            ledger.push();
        }
        Manifest manifest = published.version().manifest();
        Decision decision = PolicyEvaluation.evaluate(policy, manifest);
        Path report = ReportFile.in(reports, published.version());
        ReportFile.write(report, ledger, published.version(), decision);
        return new ScanOutcome(published, manifest, decision, report, time);
    }

    @Override
    public void close() {
        storages.close();
        ledger.close();
    }
}
