package dev.assay.cli;

import dev.assay.config.Policy;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.gate.Review;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Statement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reevaluate",
        header = "Judge recorded versions by another policy, from their facts, without a scan.",
        description = {
            "Waivers in force count. Exit code 1 if a version that the workspace's policy does not refuse is refused by"
                    + " the other one."
        },
        footer = {
            "",
            "Examples:",
            "  assay reevaluate --policy stricter.yaml",
            "  assay reevaluate --policy stricter.yaml --since 2026-01-01 --json"
        })
final class ReevaluateCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Option(names = "--policy", required = true, paramLabel = "<policy.yaml>", description = "The policy to judge by")
    Path policy = Path.of("policy.yaml");

    @Option(names = "--since", paramLabel = "<day>", description = "Only versions scanned on this day or later, in UTC")
    @Nullable String since;

    ReevaluateCommand(Console console) {
        super(console);
    }

    /** One version under both policies. */
    private record Judged(String version, Outcome now, Outcome then, List<RuleResult> objections) {
        boolean wouldFall() {
            return now != Outcome.FAIL && then == Outcome.FAIL;
        }
    }

    @Override
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        Policy other = Policy.read(console().resolve(policy));
        List<Judged> all = new ArrayList<>();
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            Roles roles = ledger.roles();
            for (String id : ledger.datasets()) {
                int newest = ledger.latest(id).map(StoredVersion::number).orElse(0);
                for (int number = 1; number <= newest; number++) {
                    ledger.version(id, number)
                            .filter(this::isRecent)
                            .map(version -> judged(version, roles, workspace.policy(), other))
                            .ifPresent(all::add);
                }
            }
        }
        if (format.json) {
            console().result(Json.of(all.stream().map(ReevaluateCommand::json).toList()));
        } else {
            all.forEach(this::print);
        }
        console().out().flush();
        return all.stream().anyMatch(Judged::wouldFall) ? ExitCode.POLICY : ExitCode.PASS;
    }

    private static Judged judged(StoredVersion version, Roles roles, Policy now, Policy other) {
        Clock clock = Clock.systemUTC();
        Review present = Review.of(version, roles, now, clock);
        Review then = Review.of(version, roles, other, clock);
        return new Judged(
                version.name(),
                present.decision().outcome(),
                then.decision().outcome(),
                then.decision().objections());
    }

    private boolean isRecent(StoredVersion version) {
        if (since == null) {
            return true;
        }
        LocalDate day = Day.parse("--since", since, Clock.systemUTC());
        Instant first = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return version.bundle().envelopes().stream()
                .map(Envelope::statement)
                .filter(statement -> statement.predicateType().equals(ScanPredicate.TYPE))
                .map(Statement::predicate)
                .map(ScanPredicate::fromJson)
                .anyMatch(scan -> !scan.moment().isBefore(first));
    }

    private void print(Judged judged) {
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%-40s %s → %s%n",
                        judged.version(),
                        judged.now().label(),
                        judged.then().label());
        judged.objections().forEach(result -> console().out().println("  " + result.rule() + ": " + result.reason()));
    }

    private static Json json(Judged judged) {
        return JsonObject.builder()
                .put("version", judged.version())
                .put("now", judged.now().label())
                .put("then", judged.then().label())
                .putStrings(
                        "objections",
                        judged.objections().stream().map(RuleResult::rule).toList())
                .build();
    }
}
