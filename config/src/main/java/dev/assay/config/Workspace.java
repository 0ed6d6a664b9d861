package dev.assay.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one installation ({@code assay.yaml}). Every setting has a default that works; {@code null} means
 * unset. Paths are absolute, resolved against the file's directory.
 *
 * @param home directory of the file, or the one a search started from when there is none
 * @param policyFile policy to judge by; null for the built-in one
 */
public record Workspace(
        Path home,
        Manifests manifests,
        @Nullable Path policyFile,
        Keys keys,
        Trust trust,
        Timestamps timestamps,
        Storage storage,
        Scan scan,
        Cache cache,
        Detectors detectors,
        Jobs jobs,
        Reports reports,
        Metrics metrics) {
    /** Name of the file a workspace is found by. */
    public static final String FILE_NAME = "assay.yaml";

    /**
     * Where manifests are kept.
     *
     * @param repository path of a git repository, bare or plain, created when it is absent
     * @param branch branch that versions are committed to
     * @param remote URL of a repository to push to
     * @param signCommits whether git's commits are signed as well
     */
    public record Manifests(
            Path repository, String branch, @Nullable String remote, CommitSigning signCommits) {
        private static Manifests read(Section manifests, Path home) {
            return new Manifests(
                    path(manifests, "repository", home, ".assay/manifests.git"),
                    manifests.get("branch", "main", Names::parseBranch),
                    manifests.findText("remote").orElse(null),
                    manifests.choice("sign-commits", CommitSigning.class, CommitSigning.OFF));
        }
    }

    /**
     * Signing keys.
     *
     * @param directory holds PEM files and the key of this workspace's samples
     * @param passphraseEnv name of the environment variable with the passphrase of encrypted keys, or a token's PIN
     * @param scanner the key this workspace signs with, as the option {@code --key} takes it; null for a PEM file in the
     *     directory
     */
    public record Keys(
            Path directory, String passphraseEnv, @Nullable String scanner, Pkcs11 pkcs11) {
        private static Keys read(Section keys, Path home) {
            return new Keys(
                    path(keys, "directory", home, ".assay/keys"),
                    keys.get("passphrase-env", "ASSAY_KEY_PASSPHRASE", Names::parseVariable),
                    keys.findText("scanner").orElse(null),
                    Pkcs11.read(keys.section("pkcs11"), home));
        }
    }

    /**
     * The token that keys named {@code pkcs11:} lie on.
     *
     * @param library shared library that speaks for it
     * @param slot number of its slot, or null for the first one
     * @param label of the key when its name gives none, or null for the only one
     */
    public record Pkcs11(
            @Nullable Path library,
            @Nullable Integer slot,
            @Nullable String label) {
        private static Pkcs11 read(Section pkcs11, Path home) {
            Pkcs11 read = new Pkcs11(
                    pkcs11.find("library", text -> resolve(home, text)).orElse(null),
                    pkcs11.findInteger("slot", 0, Integer.MAX_VALUE)
                            .map(Long::intValue)
                            .orElse(null),
                    pkcs11.findText("label").orElse(null));
            if (read.library == null && (read.slot != null || read.label != null)) {
                pkcs11.problem("library", "is missing; a slot and a label belong to one");
            }
            return read;
        }
    }

    /**
     * Whose signatures count.
     *
     * @param publicKeys PEM files, or directories of them, of scanners elsewhere that began a repository; the workspace's
     *     own key is always trusted
     * @param commit of the manifests repository, whose trust file is believed as it is; null for none
     * @param commits what is demanded of the commits, or of those since {@code commit}
     * @param timestampAuthorities files with certificates of authorities whose timestamps are believed, or of those that
     *     issued them
     * @param timestamps what is demanded of statements
     */
    public record Trust(
            List<Path> publicKeys,
            @Nullable String commit,
            CommitDemand commits,
            List<Path> timestampAuthorities,
            TimestampDemand timestamps) {
        public Trust {
            publicKeys = List.copyOf(publicKeys);
            timestampAuthorities = List.copyOf(timestampAuthorities);
        }

        private static Trust read(Section trust, Path home) {
            Trust read = new Trust(
                    trust.list("public-keys", text -> resolve(home, text)),
                    trust.find("commit", Trust::commit).orElse(null),
                    trust.choice("commits", CommitDemand.class, CommitDemand.ANY),
                    trust.list("timestamp-authorities", text -> resolve(home, text)),
                    trust.choice("timestamps", TimestampDemand.class, TimestampDemand.IF_PRESENT));
            if (read.timestamps == TimestampDemand.REQUIRED && read.timestampAuthorities.isEmpty()) {
                trust.problem("timestamps", "needs `timestamp-authorities`: whose timestamps are believed");
            }
            return read;
        }

        private static String commit(String text) {
            if (!text.matches("[0-9a-f]{40}")) {
                throw new IllegalArgumentException("`" + text + "` is no commit; write all 40 hexadecimal digits");
            }
            return text;
        }
    }

    /**
     * Timestamps of what this workspace signs.
     *
     * @param url of an authority (RFC 3161); null for none, and then nobody is called
     */
    public record Timestamps(@Nullable URI url) {
        private static Timestamps read(Section timestamps) {
            return new Timestamps(timestamps
                    .find("url", text -> URI.create(Values.httpUrl(text)))
                    .orElse(null));
        }
    }

    /** How each storage scheme is reached. */
    public record Storage(S3 s3, Hadoop hadoop) {
        private static Storage read(Section storage) {
            return new Storage(S3.read(storage.section("s3")), Hadoop.read(storage.section("hadoop")));
        }
    }

    /**
     * S3 and what speaks its protocol. Credentials come from the SDK's default chain.
     *
     * @param endpoint URL of a server other than AWS
     * @param region null for what the environment says
     * @param pathStyle whether the bucket is a step of the path rather than part of the host name
     * @param readAhead bytes fetched by one request
     * @param profile of the AWS configuration files
     */
    public record S3(
            @Nullable String endpoint,
            @Nullable String region,
            boolean pathStyle,
            DataSize readAhead,
            @Nullable String profile) {
        private static S3 read(Section s3) {
            return new S3(
                    s3.find("endpoint", Values::httpUrl).orElse(null),
                    s3.findText("region").orElse(null),
                    s3.truth("path-style", false),
                    size(s3, "read-ahead", DataSize.ofMebibytes(8), 1 << 10, 1 << 30),
                    s3.findText("profile").orElse(null));
        }
    }

    /**
     * Hadoop file systems.
     *
     * @param properties Hadoop's own settings, such as {@code fs.defaultFS}
     */
    public record Hadoop(SortedMap<String, String> properties) {
        private static Hadoop read(Section hadoop) {
            return new Hadoop(hadoop.textMap("properties"));
        }
    }

    /**
     * How a scan works. {@code workers} never shows in a record.
     *
     * @param workers splits scanned at a time
     * @param splitSize largest piece of a file that one worker takes at a time, where the format can be cut
     * @param maxCellLength bytes of a cell that are scanned; the rest is recorded as truncated
     * @param samplesPerType masked samples kept for each entity type and column
     * @param evaluationSets locations of data that models are evaluated on, by name: how much of them is in a dataset is
     *     measured
     */
    public record Scan(
            int workers,
            DataSize splitSize,
            DataSize maxCellLength,
            int samplesPerType,
            SortedMap<String, String> evaluationSets) {
        private static final int MAX_WORKERS = 1024;

        public Scan {
            evaluationSets = Collections.unmodifiableSortedMap(new TreeMap<>(evaluationSets));
        }

        private static Scan read(Section scan, Path home) {
            TreeMap<String, String> sets = new TreeMap<>();
            scan.textMap("evaluation-sets")
                    .forEach((name, location) -> sets.put(name, Locations.resolve(home, location)));
            return new Scan(
                    scan.get("workers", processors(), Scan::workers),
                    size(scan, "split-size", DataSize.ofMebibytes(256), 1 << 10, 1L << 40),
                    size(scan, "max-cell-length", DataSize.ofMebibytes(16), 1 << 10, 1 << 30),
                    (int) scan.integer("samples-per-type", 5, 0, 1000),
                    sets);
        }

        private static int workers(String text) {
            return text.equals("auto") ? processors() : (int) Values.integer(text, 1, MAX_WORKERS);
        }

        private static int processors() {
            return Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * What earlier scans found in files, so that unchanged ones are only hashed. Never shows in a manifest.
     *
     * @param directory may be deleted at any time
     */
    public record Cache(Path directory, CacheReuse reuse) {
        private static Cache read(Section cache, Path home) {
            return new Cache(
                    path(cache, "directory", home, ".assay/cache"),
                    cache.get("reuse", CacheReuse.UNCHANGED, CacheReuse::parse));
        }
    }

    /**
     * Which detectors run.
     *
     * @param disabled ids of detectors that stay out; the manifest names them as not measured
     * @param names whether scans look for names of persons, places and organisations
     * @param models name finders of this workspace's own, in the order of the file
     * @param custom detectors of this workspace's own, in the order of the file
     * @param file name of the file they stand in, for complaints
     */
    public record Detectors(
            List<String> disabled,
            NameSearch names,
            List<CustomModel> models,
            List<CustomDetector> custom,
            String file) {
        public Detectors {
            disabled = disabled.stream().distinct().sorted().toList();
            models = List.copyOf(models);
            custom = List.copyOf(custom);
        }

        private static Detectors read(Section detectors, Path home) {
            return new Detectors(
                    detectors.texts("disabled"),
                    detectors.get("names", NameSearch.OFF, NameSearch::parse),
                    detectors.sections("models", model -> CustomModel.read(model, home)),
                    detectors.sections("custom", CustomDetector::read),
                    detectors.file());
        }
    }

    /**
     * Where runs are recorded, so that a killed one can be taken up again.
     *
     * @param file path of the H2 database used when there is no {@code url}
     * @param url JDBC URL of another database
     * @param passwordEnv name of the environment variable with its password
     */
    public record Jobs(
            Path file, @Nullable String url, @Nullable String username, String passwordEnv) {
        private static Jobs read(Section jobs, Path home) {
            Jobs read = new Jobs(
                    path(jobs, "file", home, ".assay/jobs"),
                    jobs.find("url", Values::jdbcUrl).orElse(null),
                    jobs.findText("username").orElse(null),
                    jobs.get("password-env", "ASSAY_JOBS_PASSWORD", Names::parseVariable));
            if (read.url == null && read.username != null) {
                jobs.problem("username", "belongs to a `url`; give both or neither");
            }
            return read;
        }
    }

    /**
     * Where reports are written.
     *
     * @param directory one file per dataset version
     */
    public record Reports(Path directory) {
        private static Reports read(Section reports, Path home) {
            return new Reports(path(reports, "directory", home, ".assay/reports"));
        }
    }

    /**
     * Figures about runs, for monitoring.
     *
     * @param file in the Prometheus text format, rewritten by every run; null for none
     */
    public record Metrics(@Nullable Path file) {
        private static Metrics read(Section metrics, Path home) {
            return new Metrics(metrics.find("file", text -> resolve(home, text)).orElse(null));
        }
    }

    /**
     * The workspace of a directory: the nearest {@code assay.yaml} in it or above it, else the defaults, rooted there.
     *
     * @throws ConfigException with all problems of the file
     */
    public static Workspace find(Path start) {
        Path from = start.toAbsolutePath().normalize();
        for (Path directory = from; directory != null; directory = directory.getParent()) {
            Path file = directory.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return defaults(from);
    }

    /**
     * Reads a workspace file.
     *
     * @throws ConfigException with all problems
     */
    public static Workspace read(Path file) {
        Path home = file.toAbsolutePath().normalize().getParent();
        return YamlFile.read(file).as(section -> read(section, home == null ? Path.of("/") : home));
    }

    /** All defaults, rooted in a directory. */
    public static Workspace defaults(Path home) {
        return YamlFile.withoutKeys(FILE_NAME).as(section -> read(section, home));
    }

    static Workspace read(Section section, Path home) {
        Path root = home.toAbsolutePath().normalize();
        return new Workspace(
                root,
                Manifests.read(section.section("manifests"), root),
                section.find("policy", text -> resolve(root, text)).orElse(null),
                Keys.read(section.section("keys"), root),
                Trust.read(section.section("trust"), root),
                Timestamps.read(section.section("timestamps")),
                Storage.read(section.section("storage")),
                Scan.read(section.section("scan"), home),
                Cache.read(section.section("cache"), root),
                Detectors.read(section.section("detectors"), root),
                Jobs.read(section.section("jobs"), root),
                Reports.read(section.section("reports"), root),
                Metrics.read(section.section("metrics"), root));
    }

    /**
     * The policy datasets of this workspace are judged by.
     *
     * @throws ConfigException with all problems of its file
     */
    public Policy policy() {
        return Optional.ofNullable(policyFile).map(Policy::read).orElseGet(Policy::builtIn);
    }

    private static Path path(Section section, String key, Path home, String fallback) {
        return section.get(key, resolve(home, fallback), text -> resolve(home, text));
    }

    /** {@link java.nio.file.InvalidPathException} is an IllegalArgumentException and says what is wrong. */
    static Path resolve(Path home, String text) {
        if (text.isBlank() || Locations.isUri(text)) {
            throw new IllegalArgumentException("`" + text + "` is no path of the local disk");
        }
        return home.resolve(text).normalize();
    }

    private static DataSize size(Section section, String key, DataSize fallback, long min, long max) {
        return section.get(key, fallback, text -> Values.size(text, new DataSize(min), new DataSize(max)));
    }
}
