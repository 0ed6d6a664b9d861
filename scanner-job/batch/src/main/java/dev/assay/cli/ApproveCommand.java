package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Policy;
import dev.assay.config.Workspace;
import dev.assay.gate.Review;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.policy.Outcome;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.Predicate;
import dev.assay.statement.Role;
import dev.assay.statement.TrustedKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        header = "Permit training on a version, for stated purposes and a stated time.",
        description = {
            "Signs that you reviewed the version. Counts if the ledger's trust file gives your key the role, and neither"
                    + " the dataset nor a scanner's key is yours."
        },
        footer = {
            "",
            "Examples:",
            "  assay approve support-chats@3 --purpose ai-pre-training --expires 90d --review \"Report, 40 samples\""
                    + " -k ada.pem",
            "  assay approve support-chats@3 --purpose ai-evaluation --region EU --expires 2027-01-31 --review … -k p12"
        })
final class ApproveCommand extends StatingCommand {
    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "<purpose>",
            description = "What for, in the card's words; may be given again")
    List<String> purposes = new ArrayList<>();

    @Option(names = "--region", paramLabel = "<region>", description = "Where; may be given again; default: anywhere")
    List<String> regions = new ArrayList<>();

    @Option(names = "--condition", paramLabel = "<text>", description = "Under which condition; may be given again")
    List<String> conditions = new ArrayList<>();

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "<day>",
            description = "Last day: a date, or days such as 90d")
    String expires = "";

    @Option(names = "--from", paramLabel = "<day>", description = "First day; default: today")
    @Nullable String from;

    @Option(names = "--review", required = true, paramLabel = "<text>", description = "What you looked at")
    String review = "";

    @Option(names = "--as", paramLabel = "<role>", description = "In which of your roles: privacy or ml")
    @Nullable Role as;

    ApproveCommand(Console console) {
        super(console);
    }

    @Override
    Predicate predicate(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person) {
        Policy policy = workspace.policy();
        Review reviewed = Review.of(version, ledger.roles(), policy, clock());
        if (reviewed.decision().outcome() == Outcome.FAIL) {
            console().say("The policy says no, which an approval does not change; see `assay waive`.");
        }
        return new ApprovalPredicate(
                purposes,
                regions,
                conditions,
                new ApprovalPredicate.Reviewer(person.holder(), role(person)),
                new ApprovalPredicate.Basis(policy.sha256(), reviewed.decision().awaiting(), reviewed.waivers()),
                clock().instant(),
                from == null ? LocalDate.now(clock()) : Day.parse("--from", from, clock()),
                Day.parse("--expires", expires, clock()),
                review);
    }

    private Role role(TrustedKey person) {
        if (as != null) {
            if (!person.roles().contains(as)) {
                throw new ConfigException("--as: your key does not have the role " + as.label() + ".");
            }
            return as;
        }
        List<Role> roles = Stream.of(Role.PRIVACY, Role.ML)
                .filter(person.roles()::contains)
                .toList();
        if (roles.size() != 1) {
            throw new ConfigException(
                    roles.isEmpty()
                            ? "Your key has neither the role privacy nor ml, so your approval would not count."
                            : "Your key has the roles privacy and ml; say with --as in which you approve.");
        }
        return roles.get(0);
    }
}
