package dev.assay.gate;

import dev.assay.config.DatasetCard;
import dev.assay.config.DeclaredSource;
import dev.assay.config.Locations;
import dev.assay.config.Policy;
import dev.assay.config.SourceTerms;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Upstream;
import dev.assay.manifest.Upstream.State;
import dev.assay.policy.Outcome;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.Roles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recorded versions that a card's inputs stand for. An input that is named by its location is pinned to the newest approved
 * version of the one dataset that was scanned there; once bytes are on record, a rescan of the same bytes keeps what they
 * were pinned to, because they were made from that.
 */
public final class Inputs {
    private final Ledger ledger;
    private final Roles roles;
    private final Policy policy;
    private final Clock clock;
    private final String dataset;
    /** What the dataset that was made from them is for; empty if its card does not say. */
    private final List<String> purposes;

    private Inputs(Ledger ledger, Policy policy, Clock clock, DatasetCard card) {
        this.ledger = ledger;
        this.roles = ledger.roles();
        this.policy = policy;
        this.clock = clock;
        this.dataset = card.id();
        this.purposes = Optional.ofNullable(card.purposes()).orElse(List.of());
    }

    /**
     * Finds them.
     *
     * @param root Merkle root of the bytes that were scanned
     * @param policy the policy in force, by which an input passes or waits for an approval
     * @return one for each the card names, in its order; empty if it names none
     */
    public static List<Upstream> find(Ledger ledger, DatasetCard card, String root, Policy policy, Clock clock) {
        List<Upstream> found = new ArrayList<>();
        List<DeclaredSource> sources = Optional.ofNullable(card.sources()).orElse(List.of());
        if (sources.stream().allMatch(source -> source.upstream() == null)) {
            return found;
        }
        Inputs inputs = new Inputs(ledger, policy, clock, card);
        List<Upstream> kept = inputs.kept(root);
        for (DeclaredSource source : sources) {
            for (SourceTerms.Upstream named :
                    Optional.ofNullable(source.upstream()).orElse(List.of())) {
                found.add(inputs.find(source.id(), named, kept));
            }
        }
        return found;
    }

    private Upstream find(String source, SourceTerms.Upstream named, List<Upstream> kept) {
        String sha256 = named.manifestSha256();
        String location = named.location();
        String place = named.place();
        if (sha256 == null) {
            sha256 = kept.stream()
                    .filter(pin -> pin.isFor(source, location))
                    .findFirst()
                    .flatMap(Upstream::pinned)
                    .orElse(null);
        }
        if (sha256 != null) {
            return byDigest(source, location, sha256);
        }
        return byPlace(source, Objects.requireNonNull(location), Objects.requireNonNull(place));
    }

    /** What the version of these very bytes was pinned to first. */
    private List<Upstream> kept(String root) {
        return ledger.latest(dataset)
                .filter(latest -> latest.manifest().facts().content().root().equals(root))
                .map(latest -> latest.bundle().pins())
                .orElse(List.of());
    }

    private Upstream byDigest(String source, @Nullable String location, String sha256) {
        for (String other : ledger.datasets()) {
            int newest = ledger.latest(other).map(StoredVersion::number).orElse(0);
            for (int number = newest; number > 0; number--) {
                Optional<Manifest> manifest = ledger.manifest(other, number);
                if (manifest.isPresent() && manifest.get().sha256().equals(sha256)) {
                    StoredVersion version = ledger.version(other, number).orElseThrow();
                    return new Upstream(source, location, sha256, version.name(), state(version));
                }
            }
        }
        return new Upstream(source, location, sha256, "", State.ABSENT);
    }

    private Upstream byPlace(String source, String location, String place) {
        String normal = Locations.normal(place);
        List<Candidate> candidates = new ArrayList<>();
        for (String other : ledger.datasets()) {
            if (!other.equals(dataset)) {
                newestAt(other, normal).ifPresent(candidates::add);
            }
        }
        if (candidates.isEmpty()) {
            return new Upstream(source, location, null, "", State.ABSENT);
        }
        if (candidates.size() > 1) {
            String names = candidates.stream()
                    .map(candidate -> candidate.version.name())
                    .collect(Collectors.joining(", "));
            return new Upstream(source, location, null, names, State.AMBIGUOUS);
        }
        Candidate only = candidates.get(0);
        String pin = only.state == State.APPROVED ? only.version.manifest().sha256() : null;
        return new Upstream(source, location, pin, only.version.name(), only.state);
    }

    private record Candidate(StoredVersion version, State state) {}

    /** The newest approved version that was scanned at a place; where none is approved, the newest. */
    private Optional<Candidate> newestAt(String other, String place) {
        Candidate fallback = null;
        int newest = ledger.latest(other).map(StoredVersion::number).orElse(0);
        for (int number = newest; number > 0; number--) {
            StoredVersion version = ledger.version(other, number).orElseThrow();
            if (version.bundle().scans().stream()
                    .noneMatch(scan -> Locations.normal(scan.location()).equals(place))) {
                continue;
            }
            Candidate candidate = new Candidate(version, state(version));
            if (candidate.state == State.APPROVED) {
                return Optional.of(candidate);
            }
            fallback = fallback == null ? candidate : fallback;
        }
        return Optional.ofNullable(fallback);
    }

    private State state(StoredVersion version) {
        Manifest manifest = version.manifest();
        SignatureCheck statements = new SignatureCheck(manifest, roles);
        if (!statements.run(version.bundle()).holds()) {
            return State.UNVERIFIED;
        }
        Permissions permissions = new Permissions(manifest, roles, statements, clock.instant());
        WaivedDecision decision =
                new JudgementChecks(policy, manifest, statements, clock).waived(permissions.waiversInForce());
        boolean asks = new UseChecks(IntendedUse.UNSAID, manifest, roles, permissions).needsApproval(decision);
        boolean approved = decision.outcome() != Outcome.FAIL
                && purposes.stream().allMatch(purpose -> allows(manifest, purpose))
                && (!asks || isApproved(permissions, decision));
        return approved ? State.APPROVED : State.UNAPPROVED;
    }

    /** Who approved an input for one purpose did not approve what is made from it for another. */
    private boolean isApproved(Permissions permissions, WaivedDecision decision) {
        return purposes.isEmpty()
                ? permissions.isApprovedForAnything(decision)
                : purposes.stream().allMatch(purpose -> permissions.isApprovedFor(decision, purpose));
    }

    private static boolean allows(Manifest manifest, String purpose) {
        return manifest.facts()
                .provenance()
                .effectiveRights()
                .refusalOfPurpose(purpose)
                .isEmpty();
    }
}
