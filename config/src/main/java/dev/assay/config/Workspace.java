package dev.assay.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
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
        KeySettings keys,
        TrustSettings trust,
        Timestamps timestamps,
        Storage storage,
        ScanSettings scan,
        Cache cache,
        DetectorSettings detectors,
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
     * @param questions what scans ask of the place besides the files
     */
    public record S3(
            @Nullable String endpoint,
            @Nullable String region,
            boolean pathStyle,
            DataSize readAhead,
            @Nullable String profile,
            StorageQuestions questions) {
        private static S3 read(Section s3) {
            return new S3(
                    s3.find("endpoint", Values::httpUrl).orElse(null),
                    s3.findText("region").orElse(null),
                    s3.truth("path-style", false),
                    size(s3, "read-ahead", DataSize.ofMebibytes(8), 1 << 10, 1 << 30),
                    s3.findText("profile").orElse(null),
                    s3.choice("questions", StorageQuestions.class, StorageQuestions.AS_JUDGED));
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
                KeySettings.read(section.section("keys"), root),
                TrustSettings.read(section.section("trust"), root),
                Timestamps.read(section.section("timestamps")),
                Storage.read(section.section("storage")),
                ScanSettings.read(section.section("scan"), home),
                Cache.read(section.section("cache"), root),
                DetectorSettings.read(section.section("detectors"), root),
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

    static Path path(Section section, String key, Path home, String fallback) {
        return section.get(key, resolve(home, fallback), text -> resolve(home, text));
    }

    /** {@link java.nio.file.InvalidPathException} is an IllegalArgumentException and says what is wrong. */
    static Path resolve(Path home, String text) {
        if (text.isBlank() || Locations.isUri(text)) {
            throw new IllegalArgumentException("`" + text + "` is no path of the local disk");
        }
        return home.resolve(text).normalize();
    }

    static DataSize size(Section section, String key, DataSize fallback, long min, long max) {
        return section.get(key, fallback, text -> Values.size(text, new DataSize(min), new DataSize(max)));
    }
}
