package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.FindingsCondition;
import dev.assay.config.Rule;
import dev.assay.config.Workspace;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.policy.WaiverScope;
import dev.assay.statement.Predicate;
import dev.assay.statement.TrustedKey;
import dev.assay.statement.WaiverPredicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "waive",
        header = "Set one rule aside for a version: within a scope, for a reason, until a day.",
        footer = {
            "",
            "Examples:",
            "  assay waive support-chats@3 --rule no-credentials --column body --type GITHUB_TOKEN --max-count 2 \\",
            "      --reason \"Revoked test tokens\" --control \"Owner confirmed\" --ticket SEC-7 --expires 30d -k ada.pem"
        })
final class WaiveCommand extends StatingCommand {
    @Option(names = "--rule", required = true, paramLabel = "<id>", description = "The policy's rule")
    String rule = "";

    @Option(names = "--column", paramLabel = "<path>", description = "Only this column; may be given again")
    List<String> columns = new ArrayList<>();

    @Option(names = "--type", paramLabel = "<entity>", description = "Only this entity type; may be given again")
    List<String> types = new ArrayList<>();

    @Option(
            names = "--max-count",
            paramLabel = "<n>",
            description = "Most findings it covers; needed for rules that count findings")
    @Nullable Long maxCount;

    @Option(names = "--reason", required = true, paramLabel = "<text>", description = "Why that is acceptable")
    String reason = "";

    @Option(names = "--control", paramLabel = "<text>", description = "What is done instead")
    String control = "";

    @Option(names = "--ticket", paramLabel = "<id>", description = "Where it was discussed")
    String ticket = "";

    @Option(names = "--requested-by", paramLabel = "<name>", description = "Who asked for it")
    String requestedBy = "";

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "<day>",
            description = "Last day: a date, or days such as 30d")
    String expires = "";

    WaiveCommand(Console console) {
        super(console);
    }

    @Override
    Predicate predicate(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person) {
        Rule named = workspace.policy().rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--rule: the policy has no rule `" + rule + "`. It has "
                        + String.join(
                                ", ",
                                workspace.policy().rules().stream()
                                        .map(Rule::id)
                                        .toList())
                        + "; laws such as assay:canaries-found cannot be waived."));
        boolean counts = named.condition() instanceof FindingsCondition;
        if (counts && maxCount == null) {
            throw new ConfigException(
                    "--max-count: say how many findings the waiver covers; with one more it covers none.");
        }
        if (!counts && (maxCount != null || !columns.isEmpty() || !types.isEmpty())) {
            throw new ConfigException(
                    "The rule `" + rule + "` counts no findings, so it is waived as a whole or not at all.");
        }
        return new WaiverPredicate(
                new WaiverScope(rule, columns, types, maxCount),
                reason,
                control,
                ticket,
                requestedBy,
                clock().instant(),
                Day.parse("--expires", expires, clock()));
    }
}
