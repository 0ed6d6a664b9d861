package dev.assay.ledger;

import dev.assay.manifest.Manifest;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The manifests repository. Every publication is one commit; publishers in other threads and processes may work at the
 * same time, and none of their commits is lost. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Repository repository;
    private final LedgerSettings settings;

    private Ledger(Repository repository, LedgerSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Opens the repository; makes it, with the keys it is to trust, if it does not exist or holds nothing yet.
     *
     * @throws LedgerException if it cannot be opened or made
     */
    public static Ledger open(LedgerSettings settings, Roles firstKeys) {
        IsolatedSystemReader.install();
        try {
            Ledger ledger = new Ledger(LedgerRepository.openOrCreate(settings), settings);
            ledger.begin(firstKeys);
            return ledger;
        } catch (IOException trouble) {
            throw trouble(settings, "open", trouble);
        }
    }

    /**
     * Opens a repository that must be there, to read from it.
     *
     * @throws LedgerException if it is not
     */
    public static Ledger openExisting(LedgerSettings settings) {
        IsolatedSystemReader.install();
        try {
            return new Ledger(LedgerRepository.open(settings), settings);
        } catch (IOException trouble) {
            throw trouble(settings, "open", trouble);
        }
    }

    /** A record that was begun keeps its keys: only a branch without any dataset gets the first ones. */
    private void begin(Roles firstKeys) throws IOException {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            LedgerTree tree = tree();
            if (tree.read(Roles.PATH).isPresent() || !tree.list("datasets").isEmpty()) {
                return;
            }
            Map<String, byte[]> files = Map.of(Roles.PATH, firstKeys.fileBytes());
            if (commit(tree, files, "Trust the first keys").isPresent()) {
                return;
            }
            pause(giveUp);
        }
    }

    /** The newest version of a dataset. */
    public Optional<StoredVersion> latest(String datasetId) {
        return reading(tree -> latest(tree, datasetId));
    }

    /** One version of a dataset. */
    public Optional<StoredVersion> version(String datasetId, int number) {
        return reading(tree -> version(tree, datasetId, number));
    }

    /**
     * The manifest of one version, without reading what lies beside it.
     *
     * @throws dev.assay.manifest.ManifestException if it is not one
     */
    public Optional<Manifest> manifest(String datasetId, int number) {
        return reading(tree -> tree.read(Layout.manifest(datasetId, number))).map(Manifest::parse);
    }

    /** All datasets, sorted by id. */
    public List<String> datasets() {
        return reading(tree -> List.copyOf(tree.list("datasets")));
    }

    /**
     * Who may sign what.
     *
     * @throws LedgerException if the repository does not say
     * @throws dev.assay.config.ConfigException if the file that says it is broken
     */
    public Roles roles() {
        return reading(this::roles);
    }

    private Roles roles(LedgerTree tree) throws IOException {
        byte[] yaml = tree.read(Roles.PATH)
                .orElseThrow(() -> new LedgerException("The repository " + settings.repository() + " has no "
                        + Roles.PATH + " on branch " + settings.branch()
                        + ", so no signature in it can be believed. Restore it from the repository's history."));
        return Roles.parse(yaml);
    }

    /** The commits that touched a dataset, newest first. */
    public List<HistoryEntry> history(String datasetId) {
        String path = Layout.dataset(datasetId);
        return reading(tree -> {
            List<HistoryEntry> entries = new ArrayList<>();
            if (tree.commit().isEmpty()) {
                return entries;
            }
            try (RevWalk walk = new RevWalk(repository)) {
                walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
                walk.markStart(walk.parseCommit(tree.id()));
                for (RevCommit commit : walk) {
                    entries.add(new HistoryEntry(
                            commit.name(),
                            commit.getCommitterIdent().getWhenAsInstant(),
                            commit.getAuthorIdent().getName(),
                            commit.getShortMessage()));
                }
            }
            return entries;
        });
    }

    /** The commit the branch is at; empty if there is none. */
    public Optional<String> head() {
        return reading(tree -> tree.commit().map(RevCommit::name));
    }

    /**
     * Publishes what a draft makes of the latest version. When another publisher was faster the draft is asked again, so
     * that every version follows the one before it.
     *
     * @throws LedgerException if the draft does not follow the latest version, or the branch cannot be moved
     */
    public Published publish(String datasetId, Draft draft) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        try {
            while (true) {
                LedgerTree tree = tree();
                Optional<StoredVersion> latest = latest(tree, datasetId);
                Optional<Publication> publication = draft.against(latest);
                if (publication.isEmpty()) {
                    StoredVersion standing = latest.orElseThrow(
                            () -> new IllegalStateException("A draft found nothing to add to an empty ledger"));
                    return new Published(
                            standing, Published.Step.UNCHANGED, tree.id().name());
                }
                Optional<Published> published = publish(tree, latest, publication.get());
                if (published.isPresent()) {
                    return published.get();
                }
                pause(giveUp);
            }
        } catch (IOException trouble) {
            throw trouble(settings, "write", trouble);
        }
    }

    private Optional<Published> publish(LedgerTree tree, Optional<StoredVersion> latest, Publication publication)
            throws IOException {
        String id = publication.manifest().facts().dataset().id();
        int number = publication.manifest().version();
        Optional<StoredVersion> same = latest.filter(stored -> stored.number() == number);
        requireFollows(latest, publication);
        requireSigned(roles(tree), publication);
        Bundle before = same.map(StoredVersion::bundle).orElseGet(() -> new Bundle(List.of()));
        StoredVersion version = new StoredVersion(
                id,
                number,
                publication.manifest().fileBytes(),
                publication.files().fileBytes(),
                publication.samples().fileBytes(),
                before.with(publication.statements()).fileBytes());
        Map<String, byte[]> files = files(publication, version);
        String title =
                (same.isPresent() ? "State more about " : "Record ") + version.name() + ": " + publication.summary();
        return commit(tree, files, title)
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

    private static void requireSigned(Roles roles, Publication publication) {
        for (Envelope envelope : publication.statements()) {
            Statement statement = envelope.statement();
            Role role = Role.signing(statement.predicateType())
                    .orElseThrow(() -> new LedgerException("No role may sign " + statement.predicateType() + "."));
            if (!statement.isAbout(publication.manifest()) || !roles.vouchFor(envelope, role)) {
                throw new LedgerException(
                        "A statement for " + publication.manifest().name()
                                + " is not signed by a key with the role " + role.label()
                                + ", so no gate would believe it. Sign"
                                + " with a key named in " + Roles.PATH + " of the repository, or add this one there.");
            }
        }
    }

    /**
     * Sends the branch to the remote.
     *
     * @throws LedgerException if there is no remote, it cannot be reached, or it has commits this repository does not
     */
    public void push() {
        String remote = settings.remote();
        if (remote == null) {
            throw new LedgerException("There is no remote to push to; name one under `manifests.remote`.");
        }
        LedgerPush.push(repository, settings.branch(), remote);
    }

    @Override
    public void close() {
        repository.close();
    }

    private Optional<StoredVersion> latest(LedgerTree tree, String datasetId) throws IOException {
        OptionalInt newest = tree.list(Layout.dataset(datasetId)).stream()
                .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                .mapToInt(Integer::parseInt)
                .max();
        return newest.isPresent() ? version(tree, datasetId, newest.getAsInt()) : Optional.empty();
    }

    private static Optional<StoredVersion> version(LedgerTree tree, String id, int number) throws IOException {
        Optional<byte[]> manifest = tree.read(Layout.manifest(id, number));
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StoredVersion(
                id,
                number,
                manifest.get(),
                tree.read(Layout.files(id, number)).orElse(new byte[0]),
                tree.read(Layout.findings(id, number)).orElse(new byte[0]),
                tree.read(Layout.statements(id, number)).orElse(new byte[0])));
    }

    private LedgerTree tree() throws IOException {
        return LedgerTree.at(repository, Constants.R_HEADS + settings.branch());
    }

    private Optional<ObjectId> commit(LedgerTree base, Map<String, byte[]> files, String message) throws IOException {
        return new LedgerCommit(repository, settings).tryOn(base, files, message);
    }

    private <T> T reading(Reading<T> read) {
        try {
            return read.from(tree());
        } catch (IOException trouble) {
            throw trouble(settings, "read", trouble);
        }
    }

    private interface Reading<T> {
        T from(LedgerTree tree) throws IOException;
    }

    /** Waits a little, differently long for each publisher, after a lost race. */
    private void pause(Instant giveUp) {
        if (Instant.now().isAfter(giveUp)) {
            throw new LedgerException("Branch " + settings.branch() + " of " + settings.repository()
                    + " stayed locked for " + PATIENCE.toSeconds() + " s. If no other scan is running, remove the"
                    + " stale lock file refs/heads/" + settings.branch() + ".lock in the repository.");
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, 20));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerException(
                    "Interrupted while waiting for the repository " + settings.repository(), interrupted);
        }
    }

    private static LedgerException trouble(LedgerSettings settings, String verb, IOException trouble) {
        return new LedgerException(
                "Cannot " + verb + " the repository " + settings.repository() + ": " + trouble.getMessage()
                        + ". Check the path under `manifests.repository`, its permissions and the disk.",
                trouble);
    }
}
