package dev.assay.scan;

import dev.assay.config.DeclaredListing;
import dev.assay.detect.RuleSet;
import dev.assay.json.Sha256;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.DetectorInfo;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.Scanner;
import dev.assay.provenance.OriginColumns;
import dev.assay.quality.QualityDemands;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Listing;
import dev.assay.storage.Location;
import dev.assay.storage.Storage;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three verbs. {@link #plan} looks at the files and divides them, {@link #scan} reads one split and is a pure
 * function of its bytes and these settings, {@link #conclude} makes the facts of a manifest of all splits' summaries.
 * Thread-safe: any number of threads, or machines with the same program and settings, may scan at once.
 */
public final class ScanEngine {
    private static final String PROFILE = "default";
    private static final String NORMALISATION = "none";
    /** Confidence from which on a finding is counted, in parts per million. */
    private static final int THRESHOLD_PPM = 300_000;

    private final Storage storage;
    private final RuleSet rules;
    private final CellScanners scanners;
    private final SecondLook secondLook;
    private final ScanLimits limits;
    private final Suppressions suppressions;
    private final Optional<SectionCache> cache;
    private final QualityDemands demands;
    private final OriginColumns originColumns;

    /** An engine that counts every finding alike. */
    public ScanEngine(Storage storage, RuleSet rules, ScanLimits limits) {
        this(storage, rules, limits, Suppressions.NONE);
    }

    /** An engine that counts apart what a policy's allow lists match. */
    public ScanEngine(Storage storage, RuleSet rules, ScanLimits limits, Suppressions suppressions) {
        this(storage, rules, limits, suppressions, Optional.empty());
    }

    /**
     * An engine that does not parse again what it knows.
     *
     * @param cache what earlier scans found; empty to parse everything
     */
    public ScanEngine(
            Storage storage,
            RuleSet rules,
            ScanLimits limits,
            Suppressions suppressions,
            Optional<SectionCache> cache) {
        this(storage, rules, limits, suppressions, cache, QualityDemands.NONE, OriginColumns.BY_NAME);
    }

    private ScanEngine(
            Storage storage,
            RuleSet rules,
            ScanLimits limits,
            Suppressions suppressions,
            Optional<SectionCache> cache,
            QualityDemands demands,
            OriginColumns originColumns) {
        this.storage = storage;
        this.rules = rules;
        this.scanners = new CellScanners(rules);
        this.secondLook = new SecondLook(storage, limits.splitBytes());
        this.limits = limits;
        this.suppressions = suppressions;
        this.cache = cache;
        this.demands = demands;
        this.originColumns = originColumns;
    }

    /** The same, but that it holds values against what is expected of them and against evaluation sets. */
    public ScanEngine demanding(QualityDemands demanded) {
        return new ScanEngine(storage, rules, limits, suppressions, cache, demanded, originColumns);
    }

    /** The same, but that a card may say which columns tell where rows came from. */
    public ScanEngine declaring(OriginColumns declared) {
        return new ScanEngine(storage, rules, limits, suppressions, cache, demands, declared);
    }

    /**
     * Lists a dataset's files and divides them into splits.
     *
     * @param format name of the format all files have; empty to look at each
     * @param threads how many files to look into at a time; the plan does not depend on it
     * @throws dev.assay.storage.StorageException if the location cannot be listed or a file not be read
     */
    public ScanPlan plan(Location location, FileFilter filter, Optional<String> format, int threads) {
        return plan(location, filter, format, List.of(), threads);
    }

    /**
     * As {@link #plan(Location, FileFilter, Optional, int)}, for files that others listed.
     *
     * @param listings lists of the files; they are read now, and not scanned as data
     * @throws dev.assay.config.ConfigException if one is no list of files
     */
    public ScanPlan plan(
            Location location,
            FileFilter filter,
            Optional<String> format,
            List<DeclaredListing> listings,
            int threads) {
        Listing listing = Sidecars.without(storage.list(location, filter), listings);
        List<Sidecar> sidecars = Sidecars.read(storage, listing, listings);
        return new Planner(storage, format, limits.splitBytes(), cache.map(kept -> kept.layouts(layoutsSha256())))
                .plan(listing, sidecars, threads)
                .with(storage.facts(listing.files()));
    }

    /**
     * Reads and scans one split. What is wrong with the data is in the summary.
     *
     * @throws dev.assay.storage.StorageException if bytes cannot be had; the split can be tried again
     */
    public ScanSummary scan(Split split) {
        return new SplitScan(
                        storage,
                        rules,
                        scanners,
                        secondLook,
                        limits,
                        suppressions,
                        demands,
                        originColumns,
                        cache,
                        settingsSha256())
                .scan(split);
    }

    /**
     * Makes the facts of all splits' summaries.
     *
     * @param all every split of the plan, merged
     */
    public Conclusion conclude(DatasetIdentity dataset, Provenance provenance, ScanPlan plan, ScanSummary all) {
        return new Concluder(dataset, provenance, scanner(), rules, scanners, limits, suppressions, demands)
                .conclude(plan, all);
    }

    /**
     * A digest of everything but files and card that decides what a scan records: this build of the program, the rules,
     * the limits, the allow lists and what values are held against. An interrupted scan may only be taken up under the same, and only what was found
     * under the same is reused.
     */
    public String settingsSha256() {
        String settings = String.join(
                "\n",
                ScannerBuild.sha256(),
                rules.sha256(),
                limits.toString(),
                suppressions.sha256(),
                demands.sha256(),
                originColumns.sha256());
        return Sha256.hex(settings);
    }

    /** A digest of everything but the file that decides how it is divided. */
    private String layoutsSha256() {
        return Sha256.hex(ScannerBuild.sha256() + "\n" + limits.splitBytes());
    }

    private Scanner scanner() {
        List<DetectorInfo> detectors = new ArrayList<>();
        rules.detectors()
                .forEach(detector -> detectors.add(new DetectorInfo(
                        detector.id(),
                        Integer.toString(detector.version()),
                        null,
                        List.of(detector.entity()),
                        THRESHOLD_PPM)));
        rules.models()
                .forEach(model -> detectors.add(
                        new DetectorInfo(model.id(), "", model.sha256(), model.entities(), THRESHOLD_PPM)));
        String version = Optional.ofNullable(ScanEngine.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Scanner(
                ScannerBuild.NAME, version, ScannerBuild.sha256(), rules.sha256(), PROFILE, NORMALISATION, detectors);
    }
}
