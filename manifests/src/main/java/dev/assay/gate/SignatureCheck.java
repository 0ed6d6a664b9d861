package dev.assay.gate;

import dev.assay.manifest.Manifest;
import dev.assay.statement.Bundle;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Believes a statement only if a key with the role for it signed it and it is about this very manifest. */
final class SignatureCheck {
    static final String NAME = "statements";

    private final Manifest manifest;
    private final Roles roles;
    private final List<ScanPredicate> scans = new ArrayList<>();
    private final List<DecisionPredicate> decisions = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    SignatureCheck(Manifest manifest, Roles roles) {
        this.manifest = manifest;
        this.roles = roles;
    }

    GateCheck run(Bundle bundle) {
        int line = 1;
        for (Envelope envelope : bundle.envelopes()) {
            try {
                believe(envelope);
            } catch (StatementException trouble) {
                wrong.add("statement " + line + ": " + trouble.getMessage());
            }
            line++;
        }
        if (scans.isEmpty()) {
            wrong.add("there is no believable scan statement");
        }
        if (decisions.isEmpty()) {
            wrong.add("there is no believable decision");
        }
        return wrong.isEmpty()
                ? GateCheck.passed(
                        NAME,
                        bundle.envelopes().size() + " statements, each signed by a key with its role,"
                                + " each about this manifest and no other.")
                : GateCheck.failed(NAME, ExitCode.INTEGRITY, String.join("; ", wrong));
    }

    private void believe(Envelope envelope) {
        Statement statement = envelope.statement();
        Optional<Role> role = Role.signing(statement.predicateType());
        if (role.isEmpty()) {
            throw new StatementException("no role may sign statements of its kind.");
        }
        if (!roles.vouchFor(envelope, role.get())) {
            throw new StatementException(
                    "no key with the role " + role.get().label() + " signed it, or it was changed since.");
        }
        if (!statement.isAbout(manifest)) {
            throw new StatementException("it is about another manifest.");
        }
        switch (role.get()) {
            case SCANNER -> scans.add(scan(statement));
            case GATE -> decisions.add(decision(statement));
        }
    }

    private ScanPredicate scan(Statement statement) {
        ScanPredicate scan = ScanPredicate.fromJson(statement.predicate());
        if (!scan.scannerSha256().equals(manifest.facts().scanner().artifactSha256())
                || !scan.ruleSetSha256().equals(manifest.facts().scanner().ruleSetSha256())) {
            throw new StatementException("it names another scanner build or rule set than the manifest.");
        }
        return scan;
    }

    private DecisionPredicate decision(Statement statement) {
        DecisionPredicate decision = DecisionPredicate.fromJson(statement.predicate());
        if (!decision.resource().equals(manifest.name())) {
            throw new StatementException("it decides about another version.");
        }
        return decision;
    }

    /** The believable scan that finished last. */
    Optional<ScanPredicate> newestScan() {
        return scans.stream().max(Comparator.comparing(scan -> scan.run().finishedOn()));
    }

    /** All believable decisions, newest first. */
    List<DecisionPredicate> decisions() {
        return decisions.stream()
                .sorted(Comparator.comparing(DecisionPredicate::timeVerified).reversed())
                .toList();
    }
}
