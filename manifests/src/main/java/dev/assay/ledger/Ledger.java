package dev.assay.ledger;

import dev.assay.manifest.Manifest;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import dev.assay.statement.TrustHistory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The manifests repository. Every publication is one commit; publishers in other threads and processes may work at the
 * same time, and none of their commits is lost. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Repository repository;
    private final LedgerSettings settings;
    private final LedgerWriter writer;

    private Ledger(Repository repository, LedgerSettings settings) {
        this.repository = repository;
        this.settings = settings;
        this.writer = new LedgerWriter(repository, settings);
    }

    /**
     * Opens the repository; makes it, trusting one key to begin with, if it does not exist or holds nothing yet.
     *
     * @param holder whose key it is
     * @param first scans, judges and names other keys, until the trust file says otherwise
     * @throws LedgerException if it cannot be opened or made
     */
    public static Ledger open(LedgerSettings settings, String holder, Signer first) {
        IsolatedSystemReader.install();
        try {
            Ledger ledger = new Ledger(LedgerRepository.openOrCreate(settings), settings);
            ledger.begin(holder, first);
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
    private void begin(String holder, Signer first) throws IOException {
        if (begun(tree())) {
            return;
        }
        Roles roles = Roles.ofFirstKey(holder, first.key());
        TrustHistory trust = TrustHistory.begin(roles, first, settings.clock());
        retrying(tree -> begun(tree)
                ? Optional.of(tree.id())
                : writer.trust(tree, trust, trust.changes(), first, "Trust the first key"));
    }

    private static boolean begun(LedgerTree tree) throws IOException {
        return tree.read(Roles.PATH).isPresent() || !tree.list("datasets").isEmpty();
    }

    /** The newest version of a dataset. */
    public Optional<StoredVersion> latest(String datasetId) {
        return reading(tree -> latest(tree, datasetId));
    }

    /**
     * Throws if a new version of a dataset could not be published here, so that this shows before its bytes are read.
     *
     * @throws LedgerException if another version of the program wrote the newest one
     * @throws dev.assay.manifest.ManifestException if the newest one is damaged or was tampered with
     */
    public void requireContinuable(String datasetId) {
        latest(datasetId).ifPresent(newest -> new NewestVersion(newest, roles(), settings).requireReadable());
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
     * @throws dev.assay.statement.StatementException if a version of the trust file is not signed as the one before it
     *     asks, or the file is not the last one
     */
    public Roles roles() {
        return trust().roles();
    }

    /** As {@link #roles()}, with every version of the file. */
    public TrustHistory trust() {
        return reading(writer::trust);
    }

    /** Every statement there ever was. Whether to believe it is for {@link StatementLog#requireCheckpoint} to say. */
    public StatementLog log() {
        return reading(StatementLog::read);
    }

    /**
     * The record as it stood at a commit.
     *
     * @throws LedgerException if the repository does not have the commit, or no longer descends from it
     */
    public PinnedRecord at(String commit) {
        return reading(tree -> {
            LedgerTree then = tree.ancestor(commit)
                    .orElseThrow(() -> new LedgerException("The repository " + settings.repository() + " on branch "
                            + settings.branch() + " does not descend from the pinned commit " + commit
                            + ": it is another repository, or it was rolled back or rewritten."));
            return new PinnedRecord(writer.trust(then), StatementLog.read(then).mark());
        });
    }

    /** All training runs, by year, month and id. */
    public List<StoredRun> runs() {
        return reading(tree -> {
            List<StoredRun> runs = new ArrayList<>();
            for (String year : tree.list(Layout.RUNS)) {
                for (String month : tree.list(Layout.RUNS + "/" + year)) {
                    String directory = Layout.RUNS + "/" + year + "/" + month;
                    for (String name : tree.list(directory)) {
                        byte[] lines = tree.read(directory + "/" + name).orElse(new byte[0]);
                        runs.add(new StoredRun(directory + "/" + name, lines));
                    }
                }
            }
            return runs;
        });
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

    /** The timestamp that lies beside a statement, whatever it is worth: DER of an RFC 3161 token. */
    public Optional<byte[]> timestamp(Envelope statement) {
        return reading(tree -> tree.read(Layout.timestamp(statement.toJson().sha256())));
    }

    /**
     * Who signed the newest commits, newest first.
     *
     * @param since a commit at which to stop, or null for the first
     * @param most how many at most
     * @throws LedgerException if there is no such commit
     */
    public List<CommitSignature> commitSignatures(TrustHistory trust, @Nullable String since, int most) {
        return reading(tree -> new CommitSignatures(repository, trust)
                .read(tree.id(), since == null ? null : ObjectId.fromString(since), most));
    }

    /**
     * Publishes what a draft makes of the latest version. When another publisher was faster the draft is asked again, so
     * that every version follows the one before it.
     *
     * @throws LedgerException if the draft does not follow the latest version, or the branch cannot be moved
     */
    public Published publish(String datasetId, Draft draft) {
        return retrying(tree -> {
            Optional<StoredVersion> latest = latest(tree, datasetId);
            Optional<Publication> publication = draft.against(latest);
            if (publication.isEmpty()) {
                StoredVersion standing = latest.orElseThrow(
                        () -> new IllegalStateException("A draft found nothing to add to an empty ledger"));
                return Optional.of(new Published(
                        standing, Published.Step.UNCHANGED, tree.id().name()));
            }
            return writer.publish(tree, latest, publication.get());
        });
    }

    /**
     * Adds what a person states about a version: a waiver, an approval, a revocation, an erasure.
     *
     * @param signer signs the log's checkpoint
     * @return the commit
     * @throws LedgerException if no gate would believe the statement
     */
    public String state(String datasetId, int number, Envelope statement, Signer signer, String title) {
        return retrying(tree -> {
                    StoredVersion version = version(tree, datasetId, number)
                            .orElseThrow(() -> new LedgerException(
                                    "There is no " + datasetId + "@" + number + " to state anything about."));
                    return writer.state(tree, version, statement, signer, title);
                })
                .name();
    }

    /**
     * Records that a training run was let through.
     *
     * @return the commit
     * @throws LedgerException if no gate's key signed the statement
     */
    public String recordRun(Manifest manifest, Envelope statement, Signer signer) {
        return retrying(tree -> writer.run(tree, manifest, statement, signer)).name();
    }

    /**
     * Puts another version of the trust file in force.
     *
     * @param next makes it from the present one; asked again when another publisher was faster
     * @param signer signs the log's checkpoint
     * @return the commit
     */
    public String changeTrust(UnaryOperator<TrustHistory> next, Signer signer, String title) {
        return retrying(tree -> {
                    TrustHistory before = writer.trust(tree);
                    TrustHistory after = next.apply(before);
                    List<Envelope> fresh = after.changes().subList(before.size(), after.size());
                    return writer.trust(tree, after, fresh, signer, title);
                })
                .name();
    }

    private <T> T retrying(Attempt<T> attempt) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        try {
            while (true) {
                Optional<T> done = attempt.on(tree());
                if (done.isPresent()) {
                    return done.get();
                }
                pause(giveUp);
            }
        } catch (IOException trouble) {
            throw trouble(settings, "write", trouble);
        }
    }

    /** Something done on the branch as it stands; empty if the branch has moved meanwhile. */
    private interface Attempt<T> {
        Optional<T> on(LedgerTree tree) throws IOException;
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
