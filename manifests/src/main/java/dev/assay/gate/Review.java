package dev.assay.gate;

import dev.assay.config.Policy;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.SetAside;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.Roles;
import dev.assay.statement.StatementException;
import dev.assay.statement.WaiverPredicate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a person who is about to approve a version has before them.
 *
 * @param manifest of the version
 * @param surroundings what was found around its bytes when they were read last
 * @param decision by the policy in force, after waivers
 * @param waivers digests of the waivers in force
 * @param setAside what does not stand in the version's way, though it is there
 */
public record Review(
        Manifest manifest,
        Surroundings surroundings,
        WaivedDecision decision,
        List<String> waivers,
        SetAside setAside) {

    /**
     * Looks at a version as the gate will.
     *
     * @throws StatementException if its statements cannot be believed
     */
    public static Review of(StoredVersion version, Roles roles, Policy policy, Clock clock) {
        Manifest manifest = version.manifest();
        SignatureCheck statements = new SignatureCheck(manifest, roles);
        GateCheck signed = statements.run(version.bundle());
        if (!signed.holds()) {
            throw new StatementException(version.name() + ": " + signed.detail());
        }
        List<Believed<WaiverPredicate>> waivers =
                new Permissions(manifest, roles, statements, clock.instant()).waiversInForce();
        SetAside setAside = setAside(manifest, policy, statements, waivers, clock);
        return new Review(
                manifest,
                statements.surroundings(),
                setAside.decision(),
                waivers.stream().map(Believed::sha256).toList(),
                setAside);
    }

    /** What was found around a version's bytes when they were read last, if its statements can be believed. */
    public static Surroundings surroundings(StoredVersion version, Roles roles) {
        SignatureCheck statements = new SignatureCheck(version.manifest(), roles);
        return statements.run(version.bundle()).holds() ? statements.surroundings() : Surroundings.NONE;
    }

    /** What does not stand in a version's way; no waiver counts where its statements cannot be believed. */
    public static SetAside setAside(StoredVersion version, Roles roles, Policy policy, Clock clock) {
        Manifest manifest = version.manifest();
        SignatureCheck statements = new SignatureCheck(manifest, roles);
        List<Believed<WaiverPredicate>> waivers =
                statements.run(version.bundle()).holds()
                        ? new Permissions(manifest, roles, statements, clock.instant()).waiversInForce()
                        : List.of();
        return setAside(manifest, policy, statements, waivers, clock);
    }

    private static SetAside setAside(
            Manifest manifest,
            Policy policy,
            SignatureCheck statements,
            List<Believed<WaiverPredicate>> waivers,
            Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return SetAside.of(
                policy,
                manifest.facts(),
                PolicyEvaluation.evaluate(policy, manifest, statements.surroundings(), today),
                Permissions.scopes(waivers),
                today);
    }
}
