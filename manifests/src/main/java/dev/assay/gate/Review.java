package dev.assay.gate;

import dev.assay.config.Policy;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Manifest;
import dev.assay.policy.PolicyEvaluation;
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
 * @param decision by the policy in force, after waivers
 * @param waivers digests of the waivers in force
 */
public record Review(Manifest manifest, WaivedDecision decision, List<String> waivers) {

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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        WaivedDecision decision = WaivedDecision.of(
                policy,
                manifest.facts(),
                PolicyEvaluation.evaluate(policy, manifest, today),
                Permissions.scopes(waivers),
                today);
        return new Review(
                manifest, decision, waivers.stream().map(Believed::sha256).toList());
    }
}
