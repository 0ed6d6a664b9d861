package dev.assay.gate;

import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.Manifest;
import dev.assay.policy.WaivedDecision;
import dev.assay.policy.WaiverScope;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.Predicate;
import dev.assay.statement.RevocationPredicate;
import dev.assay.statement.Roles;
import dev.assay.statement.Threshold;
import dev.assay.statement.TrustedKey;
import dev.assay.statement.WaiverPredicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of the waivers and approvals of a version hold now, and why the others do not. Whoever owns the dataset or holds a
 * key of the scanner permits nothing, whatever the trust file says.
 */
final class Permissions {
    private final Manifest manifest;
    private final Roles roles;
    private final Instant now;
    private final List<Believed<WaiverPredicate>> waivers;
    private final List<Believed<ApprovalPredicate>> approvals;
    private final List<Believed<RevocationPredicate>> revocations;
    private final Set<String> refused = new LinkedHashSet<>();

    Permissions(Manifest manifest, Roles roles, SignatureCheck statements, Instant now) {
        this.manifest = manifest;
        this.roles = roles;
        this.now = now;
        this.waivers = statements.all(WaiverPredicate.class);
        this.approvals = statements.all(ApprovalPredicate.class);
        this.revocations = statements.all(RevocationPredicate.class);
    }

    /** Why statements that are there do not count; grows with the questions asked. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Whether somebody revoked everything there was, so that the version waits for a new approval. */
    boolean stopped() {
        return revocations.stream()
                .anyMatch(revocation -> revocation.predicate().revoked() == null);
    }

    /** The waivers in force: one statement of each exception that enough persons signed. */
    List<Believed<WaiverPredicate>> waiversInForce() {
        List<Believed<WaiverPredicate>> holding =
                waivers.stream().filter(this::holds).toList();
        List<Believed<WaiverPredicate>> inForce = new ArrayList<>();
        for (Believed<WaiverPredicate> waiver : holding) {
            List<TrustedKey> signers = holding.stream()
                    .filter(other -> other.predicate().sameAs(waiver.predicate()))
                    .flatMap(other -> free(other, "waiver").stream())
                    .toList();
            if (roles.required().waiver().isMetBy(signers)) {
                inForce.add(waiver);
            } else {
                refused.add("waiver " + brief(waiver) + " is not signed by "
                        + roles.required().waiver().text() + ", distinct persons");
            }
        }
        return inForce;
    }

    private boolean holds(Believed<WaiverPredicate> waiver) {
        if (waiver.predicate().expired(now)) {
            refused.add("waiver " + brief(waiver) + " expired on "
                    + waiver.predicate().expiresOn());
            return false;
        }
        return !revoked(waiver, "waiver");
    }

    static List<WaiverScope> scopes(List<Believed<WaiverPredicate>> waivers) {
        return waivers.stream()
                .map(waiver -> waiver.predicate().scope())
                .distinct()
                .toList();
    }

    /**
     * The approvals that together permit a use of what a decision came to.
     *
     * @return empty if they do not suffice
     */
    Optional<List<Believed<ApprovalPredicate>>> approvalsFor(WaivedDecision decision, IntendedUse use) {
        List<Believed<ApprovalPredicate>> holding = approvals.stream()
                .filter(approval -> holds(approval, decision, use))
                .toList();
        List<TrustedKey> signers = holding.stream()
                .flatMap(approval -> free(approval, "approval").stream()
                        .filter(signer -> signer.roles()
                                .contains(approval.predicate().reviewer().role()))
                        .map(signer -> as(signer, approval.predicate())))
                .toList();
        Threshold needed = roles.required().approval();
        if (needed.isMetBy(signers)) {
            return Optional.of(holding);
        }
        long persons = signers.stream().map(TrustedKey::person).distinct().count();
        if (!holding.isEmpty() && persons < signers.size()) {
            refused.add("two signatures of one person count once");
        }
        return Optional.empty();
    }

    /** Whether approvals in force suffice for any purpose and region that one of them names. */
    boolean isApprovedForAnything(WaivedDecision decision) {
        return namedUses().anyMatch(use -> approvalsFor(decision, use).isPresent());
    }

    /** Whether approvals in force suffice for a purpose, in any region that one of them names. */
    boolean isApprovedFor(WaivedDecision decision, String purpose) {
        return namedUses()
                .filter(use -> purpose.equals(use.purpose()))
                .anyMatch(use -> approvalsFor(decision, use).isPresent());
    }

    private Stream<IntendedUse> namedUses() {
        return approvals.stream()
                .map(Believed::predicate)
                .flatMap(approval -> approval.purposes().stream()
                        .flatMap(purpose -> regions(approval)
                                .map(region -> new IntendedUse(purpose, region.isEmpty() ? null : region))))
                .distinct();
    }

    /** One that is empty if the approval names none. */
    private static Stream<String> regions(ApprovalPredicate approval) {
        return approval.regions().isEmpty() ? Stream.of("") : approval.regions().stream();
    }

    /** A signer in the one role the approval was given in. */
    private static TrustedKey as(TrustedKey signer, ApprovalPredicate approval) {
        return new TrustedKey(
                signer.holder(),
                Set.of(approval.reviewer().role()),
                signer.key(),
                signer.also(),
                signer.validFrom(),
                signer.validUntil());
    }

    private boolean holds(Believed<ApprovalPredicate> approval, WaivedDecision decision, IntendedUse use) {
        ApprovalPredicate given = approval.predicate();
        String name = "approval " + brief(approval);
        List<String> reasons = new ArrayList<>();
        if (given.expired(now)) {
            reasons.add(name + " expired on " + given.expiresOn());
        }
        if (given.early(now)) {
            reasons.add(name + " holds from " + given.validFrom());
        }
        String purpose = use.purpose();
        if (purpose == null) {
            reasons.add(name + " is for " + String.join(", ", given.purposes())
                    + "; say with --purpose what the run is for");
        } else if (!given.purposes().contains(purpose)) {
            reasons.add(name + " is for " + String.join(", ", given.purposes()) + ", not for " + purpose);
        }
        String region = use.region();
        if (!given.regions().isEmpty() && (region == null || !given.regions().contains(region))) {
            reasons.add(name + " is for the regions " + String.join(", ", given.regions())
                    + (region == null ? "; say with --region where the run takes place" : ", not for " + region));
        }
        List<String> unseen = new ArrayList<>(decision.awaiting());
        unseen.removeAll(given.basis().objections());
        if (!unseen.isEmpty()) {
            reasons.add(name + " was given before `" + String.join("`, `", unseen) + "` objected");
        }
        refused.addAll(reasons);
        return reasons.isEmpty() && !revoked(approval, "approval");
    }

    private boolean revoked(Believed<? extends Predicate> statement, String what) {
        Optional<Believed<RevocationPredicate>> by = revocations.stream()
                .filter(revocation -> revocation
                        .predicate()
                        .ends(statement.sha256(), statement.predicate().moment()))
                .findFirst();
        by.ifPresent(revocation -> refused.add(what + " " + brief(statement) + " was revoked by " + revocation.names()
                + ": " + revocation.predicate().reason()));
        return by.isPresent();
    }

    /** The signers who are free to permit anything. */
    private List<TrustedKey> free(Believed<? extends Predicate> statement, String what) {
        List<TrustedKey> free = new ArrayList<>();
        for (TrustedKey signer : statement.signers()) {
            if (isOwner(signer)) {
                refused.add(what + " " + brief(statement) + " is by " + signer.holder()
                        + ", who owns the dataset; nobody permits their own");
            } else if (roles.holdsScannerKey(signer)) {
                refused.add(what + " " + brief(statement) + " is by " + signer.holder()
                        + ", who holds a key of the scanner");
            } else {
                free.add(signer);
            }
        }
        return free;
    }

    private boolean isOwner(TrustedKey signer) {
        DatasetIdentity dataset = manifest.facts().dataset();
        return Stream.of(dataset.owner(), dataset.steward())
                .flatMap(Stream::ofNullable)
                .anyMatch(signer::isNamed);
    }

    private static String brief(Believed<? extends Predicate> statement) {
        return statement.sha256().substring(0, 12);
    }
}
