package dev.assay.statement;

import dev.assay.config.ConfigException;
import dev.assay.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every version of the trust file, each signed as the version before it asks. The first is signed by a key it names
 * itself as owner; whether to believe that one is for the machine that reads it to say, by keys or a commit it has pinned.
 *
 * @param changes one envelope a version, from the first
 */
public record TrustHistory(List<Envelope> changes) {
    /** Where it lies in the repository. */
    public static final String PATH = "trust/roles.intoto.jsonl";

    public TrustHistory {
        changes = List.copyOf(changes);
    }

    /** How a repository begins. */
    public static TrustHistory begin(Roles first, Signer owner, Clock clock) {
        TrustPredicate predicate = new TrustPredicate(1, null, text(first), "The first version.", clock.instant());
        return new TrustHistory(List.of(Envelope.sign(statement(predicate), owner)));
    }

    /**
     * A version more.
     *
     * @throws StatementException if the signers are not those the present version asks for
     */
    public TrustHistory change(Roles next, String reason, List<? extends Signer> signers, Clock clock) {
        TrustPredicate last = predicate(changes.get(changes.size() - 1));
        TrustPredicate predicate = new TrustPredicate(
                last.version() + 1, Sha256.hex(last.rolesYaml()), text(next), reason, clock.instant());
        List<Envelope> all = new ArrayList<>(changes);
        all.add(Envelope.sign(Envelope.IN_TOTO, statement(predicate).toJson().canonicalBytes(), signers));
        TrustHistory longer = new TrustHistory(all);
        longer.roles();
        return longer;
    }

    /**
     * The version in force, once every change is shown to be signed as it must be.
     *
     * @throws StatementException if one is not
     */
    public Roles roles() {
        if (changes.isEmpty()) {
            throw new StatementException("Nothing says who may sign: " + PATH + " holds no statement.");
        }
        Roles before = null;
        String digest = null;
        for (int i = 0; i < changes.size(); i++) {
            Envelope envelope = changes.get(i);
            TrustPredicate change = predicate(envelope);
            if (change.version() != i + 1 || !same(change.previousSha256(), digest)) {
                throw new StatementException(
                        "Version " + (i + 1) + " of " + Roles.PATH + " does not follow the one before it.");
            }
            Roles next = parsed(change);
            requireSigned(before == null ? next : before, envelope, change);
            before = next;
            digest = Sha256.hex(change.rolesYaml());
        }
        return parsed(predicate(changes.get(changes.size() - 1)));
    }

    private static void requireSigned(Roles asking, Envelope envelope, TrustPredicate change) {
        List<TrustedKey> signers = asking.signers(envelope, StatementKind.TRUST, change.changedOn());
        Threshold threshold = change.version() == 1
                ? Threshold.one(Role.OWNER)
                : asking.required().trust();
        if (!threshold.isMetBy(signers)) {
            throw new StatementException("Version " + change.version() + " of " + Roles.PATH
                    + " is not signed as the version before it asks: by distinct persons, " + threshold.text() + ".");
        }
    }

    /** The file's bytes as the last version has them. */
    public byte[] rolesBytes() {
        return predicate(changes.get(changes.size() - 1)).rolesYaml().getBytes(StandardCharsets.UTF_8);
    }

    /** The file's bytes in every version, from the first. */
    public List<byte[]> versions() {
        return changes.stream()
                .map(change -> predicate(change).rolesYaml().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether one of these keys signed the first version. */
    public boolean begunBy(Set<VerifyingKey> pinned) {
        return !changes.isEmpty()
                && !changes.get(0).signedBy(List.copyOf(pinned)).isEmpty();
    }

    /** Whether this is an older history with more versions at its end, or the same. */
    public boolean continues(TrustHistory older) {
        return changes.size() >= older.changes.size()
                && digests(changes.subList(0, older.changes.size())).equals(digests(older.changes));
    }

    /** Of how many versions. */
    public int size() {
        return changes.size();
    }

    private static List<String> digests(List<Envelope> envelopes) {
        return new Bundle(envelopes).digests();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static Roles parsed(TrustPredicate change) {
        try {
            return Roles.parse(change.rolesYaml().getBytes(StandardCharsets.UTF_8));
        } catch (ConfigException broken) {
            throw new StatementException(
                    "Version " + change.version() + " of the trust file is broken: " + broken.getMessage());
        }
    }

    private static TrustPredicate predicate(Envelope envelope) {
        Statement statement = envelope.statement();
        if (!statement.predicateType().equals(TrustPredicate.TYPE)) {
            throw new StatementException(PATH + " holds a statement of another kind.");
        }
        TrustPredicate predicate = TrustPredicate.fromJson(statement.predicate());
        if (!statement.equals(statement(predicate))) {
            throw new StatementException(PATH + ": a statement names another file than it holds.");
        }
        return predicate;
    }

    private static Statement statement(TrustPredicate predicate) {
        return new Statement(
                List.of(Subject.of(Roles.PATH, "sha256", Sha256.hex(predicate.rolesYaml()))),
                TrustPredicate.TYPE,
                predicate.toJson());
    }

    private static String text(Roles roles) {
        return new String(roles.fileBytes(), StandardCharsets.UTF_8);
    }

    /** When the version in force was signed. */
    public Instant changedOn() {
        return predicate(changes.get(changes.size() - 1)).changedOn();
    }
}
