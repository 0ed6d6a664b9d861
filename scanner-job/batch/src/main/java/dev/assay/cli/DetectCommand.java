package dev.assay.cli;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.ConfigException;
import dev.assay.detect.RuleSet;
import dev.assay.gate.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "detect",
        header = "Find personal data and secrets in texts given as JSON Lines.",
        description = {
            "Input, one object a line: {\"id\": \"1\", \"text\": \"…\", \"column\": \"optional header or path\"}.",
            "Output, one object a line in the same order: {\"id\": \"1\", \"findings\": [{\"entity\": …, \"start\": 0, \"end\": 5,"
                    + " \"confidence\": 95, \"detector\": …, \"class\": \"real\", \"alternatives\": […]}]}.",
            "start and end count Unicode code points, end is exclusive."
        },
        footer = {
            "",
            "Examples:",
            "  echo '{\"id\":\"1\",\"text\":\"write to ada@example.org\"}' | assay detect",
            "  assay detect --table --min-confidence 60 cells.jsonl -o findings.jsonl"
        })
final class DetectCommand extends AssayCommand {
    @Mixin
    LineFiles files = new LineFiles();

    @Option(
            names = "--min-confidence",
            paramLabel = "<0-100>",
            description = "Leave out what is less sure; 0 shows every candidate whose check did not fail; default: 30")
    int minConfidence = ConfidenceBand.POSSIBLE.floor();

    @Option(names = "--table", description = "Treat equal columns of the input as one column and let the column decide")
    boolean table;

    DetectCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        if (minConfidence < 0 || minConfidence > 100) {
            throw new ConfigException("--min-confidence: " + minConfidence + " is not between 0 and 100.");
        }
        RuleSet rules = Workspaces.rulesWithNames(global.workspace(console()));
        files.with(console(), (in, out) -> {
            CellDetection detection = new CellDetection(rules, minConfidence, out);
            if (table) {
                detection.table(in);
            } else {
                detection.stream(in);
            }
        });
        return ExitCode.PASS;
    }
}
