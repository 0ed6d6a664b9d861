package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.gate.ExitCode;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Population;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "population",
        header = "List every statement of a period as CSV, name its gaps, draw a sample.",
        description = {
            "Gaps go to stderr and end the command with exit code 2: statements that were removed or slipped in, that"
                    + " nobody trusted signed, and times without a scan."
        },
        footer = {
            "",
            "Examples:",
            "  assay population --from 2026-01-01 --to 2026-06-30 > population.csv",
            "  assay population --from 2026-01-01 --to 2026-06-30 --sample 25 --seed audit-2026-1"
        })
final class PopulationCommand extends AssayCommand {
    @Option(names = "--from", required = true, paramLabel = "<day>", description = "First day, in UTC")
    String from = "";

    @Option(names = "--to", required = true, paramLabel = "<day>", description = "Last day, in UTC")
    String to = "";

    @Option(
            names = "--cadence",
            paramLabel = "<days>",
            description = "Days without a scan that are no gap; default: ${DEFAULT-VALUE}")
    int cadence = 31;

    @Option(names = "--sample", paramLabel = "<n>", description = "Only so many rows, drawn by --seed")
    @Nullable Integer sample;

    @Option(names = "--seed", paramLabel = "<text>", description = "The same seed draws the same rows again")
    @Nullable String seed;

    PopulationCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        if ((sample == null) != (seed == null) || (sample != null && sample < 1) || cadence < 1) {
            throw new ConfigException("--sample and --seed come together; --sample and --cadence count from 1.");
        }
        Clock clock = Clock.systemUTC();
        Population population;
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(global.workspace(console())))) {
            population = Population.of(
                    ledger, Day.parse("--from", from, clock), Day.parse("--to", to, clock), Duration.ofDays(cadence));
        }
        console()
                .out()
                .print(Population.csv(
                        sample == null || seed == null ? population.rows() : population.sample(sample, seed)));
        console().out().flush();
        population.gaps().forEach(gap -> console().say("gap: " + gap));
        console()
                .say(population.rows().size() + " statements, "
                        + population.gaps().size() + " gaps");
        return population.gaps().isEmpty() ? ExitCode.PASS : ExitCode.INTEGRITY;
    }
}
