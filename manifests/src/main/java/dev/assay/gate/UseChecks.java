package dev.assay.gate;

import dev.assay.manifest.Manifest;
import dev.assay.policy.Outcome;
import dev.assay.policy.WaivedDecision;
import dev.assay.rights.EffectiveRights;
import dev.assay.rights.Limit;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.Requirements.ApprovalNeed;
import dev.assay.statement.Roles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the data may be used for what the run is for, and who permitted it. */
final class UseChecks {
    static final String PURPOSE = "purpose";
    static final String RETENTION = "retention";
    static final String APPROVAL = "approval";

    private final IntendedUse use;
    private final Manifest manifest;
    private final Roles roles;
    private final Permissions permissions;
    private final List<Believed<ApprovalPredicate>> reliedOn = new ArrayList<>();

    UseChecks(IntendedUse use, Manifest manifest, Roles roles, Permissions permissions) {
        this.use = use;
        this.manifest = manifest;
        this.roles = roles;
        this.permissions = permissions;
    }

    /** The card's own word, and what all its sources together allow. */
    GateCheck purpose() {
        GateCheck declared = declaredPurpose();
        EffectiveRights rights = manifest.facts().provenance().effectiveRights();
        List<String> refusals = new ArrayList<>();
        Optional.ofNullable(use.purpose()).flatMap(rights::refusalOfPurpose).ifPresent(refusals::add);
        Optional.ofNullable(use.region()).flatMap(rights::refusalOfPlace).ifPresent(refusals::add);
        if (!declared.holds() || refusals.isEmpty()) {
            return declared;
        }
        return GateCheck.failed(
                PURPOSE,
                ExitCode.POLICY,
                "The rights of all sources together do not allow it: " + String.join("; ", refusals) + ".");
    }

    /** Whether the data may still be kept on a day, in UTC; the last day counts. */
    GateCheck retention(LocalDate day) {
        EffectiveRights rights = manifest.facts().provenance().effectiveRights();
        Optional<String> refusal = rights.refusalOfDay(day);
        if (refusal.isPresent()) {
            return GateCheck.failed(
                    RETENTION,
                    ExitCode.POLICY,
                    "The data may no longer be kept: " + refusal.get()
                            + ". Delete it, or have its owner declare another last day and scan again.");
        }
        Limit until = rights.until();
        return GateCheck.passed(
                RETENTION,
                until == null
                        ? "No source gives a last day."
                        : "May be kept until " + until.what() + ", says " + String.join(", ", until.sources()) + ".");
    }

    private GateCheck declaredPurpose() {
        String purpose = use.purpose();
        if (purpose == null) {
            return GateCheck.passed(PURPOSE, "The run does not say what it is for.");
        }
        List<String> declared = manifest.facts().dataset().purposes();
        if (declared == null) {
            return GateCheck.failed(
                    PURPOSE,
                    ExitCode.POLICY,
                    "The card declares no `purposes`, so nothing says that the data may be used for " + purpose + ".");
        }
        return declared.contains(purpose)
                ? GateCheck.passed(PURPOSE, "The card declares " + purpose + ".")
                : GateCheck.failed(
                        PURPOSE,
                        ExitCode.POLICY,
                        "The card declares " + (declared.isEmpty() ? "no purpose" : String.join(", ", declared))
                                + ", not " + purpose + ".");
    }

    /** Whether persons have to permit it at all. */
    boolean needsApproval(WaivedDecision decision) {
        return decision.outcome() == Outcome.NEEDS_APPROVAL
                || roles.required().when() == ApprovalNeed.ALWAYS
                || permissions.stopped();
    }

    GateCheck approval(WaivedDecision decision) {
        if (!needsApproval(decision)) {
            return GateCheck.passed(APPROVAL, "None is needed.");
        }
        Optional<List<Believed<ApprovalPredicate>>> given = permissions.approvalsFor(decision, use);
        if (given.isEmpty()) {
            String why = String.join("; ", permissions.refused());
            return GateCheck.failed(
                    APPROVAL,
                    ExitCode.APPROVAL,
                    "Needs " + roles.required().approval().text() + ", distinct persons. "
                            + (why.isEmpty() ? "Nobody approved it; see `assay approve`." : why + "."));
        }
        reliedOn.addAll(given.get());
        return GateCheck.passed(
                APPROVAL, given.get().stream().map(UseChecks::text).collect(Collectors.joining("; ")) + ".");
    }

    private static String text(Believed<ApprovalPredicate> approval) {
        ApprovalPredicate given = approval.predicate();
        String conditions =
                given.conditions().isEmpty() ? "" : ", on condition: " + String.join(" / ", given.conditions());
        return approval.names() + " (" + given.reviewer().role().label() + ") until " + given.expiresOn() + conditions;
    }

    /** Digests of the approvals the answer rests on. */
    List<String> reliedOn() {
        return reliedOn.stream().map(Believed::sha256).toList();
    }
}
