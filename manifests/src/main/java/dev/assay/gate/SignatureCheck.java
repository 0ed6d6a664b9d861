package dev.assay.gate;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Surroundings;
import dev.assay.statement.Bundle;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.Predicate;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.TrustedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Believes a statement only if a key with a role for it signed it and it is about this very manifest. */
final class SignatureCheck {
    static final String NAME = "statements";

    /** What a version's bundle may hold; runs, trust and checkpoints have places of their own. */
    private static final Set<StatementKind> EXPECTED = EnumSet.of(
            StatementKind.SCAN,
            StatementKind.DECISION,
            StatementKind.WAIVER,
            StatementKind.APPROVAL,
            StatementKind.REVOCATION,
            StatementKind.ERASURE);

    private final Manifest manifest;
    private final Roles roles;
    private final List<Believed<Predicate>> believed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    SignatureCheck(Manifest manifest, Roles roles) {
        this.manifest = manifest;
        this.roles = roles;
    }

    GateCheck run(Bundle bundle) {
        int line = 1;
        for (Envelope envelope : bundle.envelopes()) {
            try {
                believed.add(believe(envelope));
            } catch (StatementException trouble) {
                wrong.add("statement " + line + ": " + trouble.getMessage());
            }
            line++;
        }
        if (all(ScanPredicate.class).isEmpty()) {
            wrong.add("there is no believable scan statement");
        }
        if (all(DecisionPredicate.class).isEmpty()) {
            wrong.add("there is no believable decision");
        }
        return wrong.isEmpty()
                ? GateCheck.passed(
                        NAME,
                        bundle.envelopes().size() + " statements, each signed by a key with its role,"
                                + " each about this manifest and no other.")
                : GateCheck.failed(NAME, ExitCode.INTEGRITY, String.join("; ", wrong));
    }

    private Believed<Predicate> believe(Envelope envelope) {
        Statement statement = envelope.statement();
        StatementKind kind = StatementKind.of(statement);
        if (!EXPECTED.contains(kind)) {
            throw new StatementException("a " + kind.title() + " has no place among a version's statements.");
        }
        Predicate predicate = kind.read(statement);
        List<TrustedKey> signers = roles.signers(envelope, kind, predicate.moment());
        if (signers.isEmpty()) {
            throw new StatementException("no key with the role " + labels(kind)
                    + " signed it that was valid on the day, or it was changed since.");
        }
        if (!statement.isAbout(manifest)) {
            throw new StatementException("it is about another manifest.");
        }
        if (predicate instanceof ScanPredicate scan) {
            require(scan);
        }
        if (predicate instanceof DecisionPredicate decision
                && !decision.resource().equals(manifest.name())) {
            throw new StatementException("it decides about another version.");
        }
        return new Believed<>(envelope.toJson().sha256(), predicate, signers);
    }

    private static String labels(StatementKind kind) {
        return kind.roles().stream().map(Role::label).collect(Collectors.joining(" or "));
    }

    private void require(ScanPredicate scan) {
        if (!scan.scannerSha256().equals(manifest.facts().scanner().artifactSha256())
                || !scan.ruleSetSha256().equals(manifest.facts().scanner().ruleSetSha256())) {
            throw new StatementException("it names another scanner build or rule set than the manifest.");
        }
    }

    /** All that are believed of one kind, in the bundle's order. */
    <P extends Predicate> List<Believed<P>> all(Class<P> kind) {
        return believed.stream()
                .filter(statement -> kind.isInstance(statement.predicate()))
                .map(statement ->
                        new Believed<>(statement.sha256(), kind.cast(statement.predicate()), statement.signers()))
                .toList();
    }

    /** All believable scans. */
    List<ScanPredicate> scans() {
        return all(ScanPredicate.class).stream().map(Believed::predicate).toList();
    }

    /** The believable scan that finished last. */
    Optional<ScanPredicate> newestScan() {
        return scans().stream().max(Comparator.comparing(scan -> scan.run().finishedOn()));
    }

    /** What was found around the bytes when they were read last. */
    Surroundings surroundings() {
        return newestScan().map(ScanPredicate::surroundings).orElse(Surroundings.NONE);
    }

    /** What was found by the scan that a decision rests on. */
    Surroundings surroundings(DecisionPredicate decision) {
        return all(ScanPredicate.class).stream()
                .filter(scan -> decision.inputs().contains(scan.sha256()))
                .map(scan -> scan.predicate().surroundings())
                .findFirst()
                .orElse(Surroundings.NONE);
    }

    /** All believable decisions, newest first. */
    List<DecisionPredicate> decisions() {
        return all(DecisionPredicate.class).stream()
                .map(Believed::predicate)
                .sorted(Comparator.comparing(DecisionPredicate::timeVerified).reversed())
                .toList();
    }
}
