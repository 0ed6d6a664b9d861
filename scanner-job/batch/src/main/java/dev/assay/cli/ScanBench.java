package dev.assay.cli;

import dev.assay.batch.JobStore;
import dev.assay.batch.LedgerPublisher;
import dev.assay.config.ConfigException;
import dev.assay.config.DetectorSettings;
import dev.assay.config.NameSearch;
import dev.assay.config.Policy;
import dev.assay.config.ScanSettings;
import dev.assay.config.Workspace;
import dev.assay.detect.RuleSet;
import dev.assay.gate.Review;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Published;
import dev.assay.manifest.Manifest;
import dev.assay.policy.Decision;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.quality.CommonDemand;
import dev.assay.quality.Expectations;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.UniqueDemands;
import dev.assay.scan.EvaluationSetReader;
import dev.assay.scan.ScanEngine;
import dev.assay.scan.ScanLimits;
import dev.assay.scan.SectionCache;
import dev.assay.statement.Signer;
import dev.assay.storage.Storages;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Everything the scans of one call share: engine, job repository, ledger, key and policy of a workspace. */
final class ScanBench implements AutoCloseable {
    private final Storages storages;
    private final JobStore jobs;
    private final ScanEngine engine;
    private final Ledger ledger;
    private final Signer key;
    private final Policy policy;
    private final @Nullable String policyText;
    private final boolean pushes;
    private final Path reports;
    private final Continuable continuable;

    private ScanBench(
            Storages storages,
            JobStore jobs,
            ScanEngine engine,
            Ledger ledger,
            Signer key,
            Policy policy,
            @Nullable String policyText,
            boolean pushes,
            Path reports,
            Continuable continuable) {
        this.storages = storages;
        this.jobs = jobs;
        this.engine = engine;
        this.ledger = ledger;
        this.key = key;
        this.policy = policy;
        this.policyText = policyText;
        this.pushes = pushes;
        this.reports = reports;
        this.continuable = continuable;
    }

    /**
     * Opens what a scan needs; what the user has to mend shows here, before a byte is read.
     *
     * @param first id of the dataset that is scanned first
     */
    static ScanBench open(Workspace workspace, Console console, int workers, String first) {
        // They take long and need nothing but the settings: they come while keys and ledger are looked for.
        CompletableFuture<RuleSet> loading = CompletableFuture.supplyAsync(() -> Workspaces.rules(workspace));
        CompletableFuture<Void> unused = loading.thenRunAsync(JobStore::prepareEvents);
        Policy policy = workspace.policy();
        String policyText = text(workspace.policyFile());
        DetectorSettings detectors = workspace.detectors();
        if (!detectors.disabled().isEmpty() || !detectors.custom().isEmpty()) {
            // A wrong name among them, or a wrong detector, is to be said before a key is made.
            loaded(loading);
        }
        WorkspaceKeys keys = new WorkspaceKeys(workspace, console);
        Suppressions suppressions = Suppressions.of(policy.suppressions(), keys.suppression());
        Expectations expectations = Expectations.of(policy);
        UniqueDemands unique = UniqueDemands.of(policy, keys::suppressionOrNew);
        CommonDemand common = keys.values().map(CommonDemand::under).orElse(CommonDemand.NONE);
        keys.makeIfMissing();
        Signer key = keys.scanner();
        LogSetup.begin();
        // The database and the ledger know nothing of each other.
        CompletableFuture<JobStore> opening =
                CompletableFuture.supplyAsync(() -> JobStore.open(Workspaces.jobStore(workspace, console), workers));
        @Nullable Ledger ledger = null;
        try {
            ledger = Ledger.open(Workspaces.ledger(workspace), "this workspace", key);
            Continuable continuable = Continuable.asking(ledger, first);
            Storages storages = new Storages(Workspaces.storage(workspace, workers, policy));
            ScanEngine engine = new ScanEngine(
                            storages, loaded(loading), limits(workspace), suppressions, cache(workspace.cache()))
                    .demanding(new QualityDemands(
                            expectations,
                            EvaluationSetReader.read(storages, workspace.scan().evaluationSets()),
                            unique,
                            common));
            return new ScanBench(
                    storages,
                    loaded(opening),
                    engine,
                    ledger,
                    key,
                    policy,
                    policyText,
                    workspace.manifests().remote() != null,
                    workspace.reports().directory(),
                    continuable);
        } catch (RuntimeException trouble) {
            abandon(opening);
            if (ledger != null) {
                ledger.close();
            }
            throw trouble;
        }
    }

    /** Whatever comes of it, nothing is open afterwards. */
    private static void abandon(CompletableFuture<JobStore> opening) {
        opening.handle((store, failure) -> {
                    if (store != null) {
                        store.close();
                    }
                    return failure;
                })
                .join();
    }

    private static ScanLimits limits(Workspace workspace) {
        ScanSettings scan = workspace.scan();
        NameSearch names = workspace.detectors().names();
        return new ScanLimits(
                scan.samplesPerType(),
                scan.maxCellLength().bytes(),
                scan.splitSize().bytes(),
                names.isSample() ? names.ppm() : ScanLimits.EVERY_ROW);
    }

    private static Optional<SectionCache> cache(Workspace.Cache cache) {
        return switch (cache.reuse()) {
            case UNCHANGED -> Optional.of(new SectionCache(cache.directory()));
            case NOTHING -> Optional.empty();
        };
    }

    /** What was begun beside, or what it threw. */
    static <T> T loaded(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("What a scan needs cannot be loaded.", failed.getCause());
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

    JobStore jobs() {
        return jobs;
    }

    /** What publishes a dataset's scan; throws if its newest version in the ledger cannot be followed. */
    LedgerPublisher publisher(DatasetArgument dataset) {
        continuable.require(dataset.card().id());
        return new LedgerPublisher(
                ledger, dataset.card(), dataset.cardText(), policy, policyText, key, Clock.systemUTC());
    }

    /** Judges what was published, reports it, and sends it on where there is a remote. */
    ScanOutcome outcome(Published published, Duration time) {
        if (pushes) {
            ledger.push();
        }
        Manifest manifest = published.version().manifest();
        Decision decision = PolicyEvaluation.evaluate(
                policy, manifest, Review.surroundings(published.version(), ledger.roles()), Day.today());
        Path report = ReportFile.in(reports, published.version(), "html");
        ReportFile.writeWhole(report, ReportFile.page(ledger, published.version(), policy));
        return new ScanOutcome(published, manifest, decision, report, time);
    }

    @Override
    public void close() {
        jobs.close();
        storages.close();
        ledger.close();
    }
}
