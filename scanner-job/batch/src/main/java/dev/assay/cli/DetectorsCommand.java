package dev.assay.cli;

import dev.assay.detect.CatalogueTable;
import dev.assay.detect.Detector;
import dev.assay.detect.RuleSet;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "detectors",
        header = "List what this build can detect.",
        footer = {
            "",
            "Examples:",
            "  assay detectors",
            "  assay detectors --entity IBAN_CODE",
            "  assay detectors --json",
            "  assay detectors --markdown"
        })
final class DetectorsCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Option(
            names = "--entity",
            paramLabel = "<name>",
            description = "Only detectors of this entity type",
            defaultValue = "")
    String entity = "";

    @Option(names = "--markdown", description = "Print a table of all types and of the tools that have them too")
    boolean markdown;

    DetectorsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        RuleSet rules = Workspaces.rulesWithNames(global.workspace(console()));
        if (markdown) {
            console().out().print(CatalogueTable.types(rules.detectors()));
            console().out().flush();
            return ExitCode.PASS;
        }
        String wanted = entity.toUpperCase(Locale.ROOT);
        List<Detector> detectors = rules.detectors().stream()
                .filter(detector -> wanted.isEmpty() || detector.entity().equals(wanted))
                .toList();
        if (detectors.isEmpty()) {
            console().say("No detector finds " + wanted + "; `assay detectors` lists all.");
            return ExitCode.CONFIGURATION;
        }
        if (format.json) {
            console().result(json(rules, detectors));
        } else {
            detectors.forEach(this::print);
            console().say(detectors.size() + " detectors, rule set sha256:" + rules.sha256());
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void print(Detector detector) {
        console().out().printf(Locale.ROOT, "%-34s %-34s %s%n", detector.id(), detector.entity(), detector.standard());
    }

    private static Json words(Map<String, List<String>> byLanguage) {
        JsonObject.Builder words = JsonObject.builder();
        byLanguage.forEach(words::putStrings);
        return words.build();
    }

    private static Json json(RuleSet rules, List<Detector> detectors) {
        return JsonObject.builder()
                .put("ruleSetSha256", rules.sha256())
                .put(
                        "detectors",
                        detectors.stream()
                                .map(detector -> JsonObject.builder()
                                        .put("id", detector.id())
                                        .put("entity", detector.entity())
                                        .put("dataClass", detector.dataClass().label())
                                        .put("version", detector.version())
                                        .put("standard", detector.standard())
                                        .putIfPresent("region", detector.region())
                                        .putIfPresent("check", detector.check())
                                        .put("context", words(detector.context()))
                                        .putStrings("columns", detector.columns())
                                        .putStrings("peers", detector.peers())
                                        .build())
                                .toList())
                .build();
    }
}
