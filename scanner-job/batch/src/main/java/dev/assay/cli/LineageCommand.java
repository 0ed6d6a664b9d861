package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Lineage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lineage",
        header = "Show what a version was made from, and what was made from it.",
        description = {
            "Follows the manifests that sources name under `upstream`, over all datasets on record. An input that is not on"
                    + " record here, or of whose location no scan could tell the manifest, is shown as such."
        },
        footer = {"", "Examples:", "  assay lineage tides-clean", "  assay lineage tides-clean@2 --json"})
final class LineageCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(paramLabel = "<dataset>", description = "Id or card, with @ and a version; default: the newest one")
    String dataset = "";

    LineageCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(global.workspace(console())))) {
            String sha256 =
                    DatasetName.read(dataset, console()).find(ledger).manifest().sha256();
            Lineage lineage = Lineage.of(ledger);
            Lineage.Node node = lineage.find(sha256).orElseThrow();
            if (format.json) {
                console().result(json(lineage, node));
            } else {
                print(lineage, node);
            }
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void print(Lineage lineage, Lineage.Node node) {
        console().out().println(node.name() + "  sha256:" + node.manifestSha256());
        console().out().println(node.inputs().isEmpty() ? "made from: nothing its card names" : "made from:");
        printInputs(lineage, node, 1, new HashSet<>());
        List<Lineage.Node> results = lineage.madeFrom(node.manifestSha256());
        console().out().println(results.isEmpty() ? "made from it: nothing on record" : "made from it:");
        printResults(lineage, node, 1, new HashSet<>());
    }

    /** What several versions share is followed once. */
    private void printInputs(Lineage lineage, Lineage.Node node, int depth, Set<String> shown) {
        for (Lineage.Input input : node.inputs()) {
            Optional<Lineage.Node> known = input.manifestSha256().flatMap(lineage::find);
            line(depth, described(input, known) + "  (source " + input.source() + ")");
            known.filter(one -> shown.add(one.manifestSha256()))
                    .ifPresent(one -> printInputs(lineage, one, depth + 1, shown));
        }
    }

    private static String described(Lineage.Input input, Optional<Lineage.Node> known) {
        return known.map(node -> node.name() + "  sha256:" + node.manifestSha256())
                .or(() -> input.manifestSha256().map(sha256 -> "sha256:" + sha256 + ", not on record here"))
                .orElseGet(() -> input.location().orElse("a dataset nobody named") + ", not pinned to a manifest");
    }

    private void printResults(Lineage lineage, Lineage.Node node, int depth, Set<String> shown) {
        for (Lineage.Node result : lineage.madeFrom(node.manifestSha256())) {
            line(depth, result.name() + "  sha256:" + result.manifestSha256());
            if (shown.add(result.manifestSha256())) {
                printResults(lineage, result, depth + 1, shown);
            }
        }
    }

    private void line(int depth, String text) {
        console().out().println("  ".repeat(depth) + text);
    }

    private static JsonObject json(Lineage lineage, Lineage.Node node) {
        List<JsonObject> inputs = new ArrayList<>();
        collectInputs(lineage, node, new HashSet<>(), inputs);
        List<JsonObject> results = new ArrayList<>();
        collectResults(lineage, node, new HashSet<>(), results);
        return JsonObject.builder()
                .put("name", node.name())
                .put("manifestSha256", node.manifestSha256())
                .put("upstream", inputs)
                .put("downstream", results)
                .build();
    }

    /** One object an edge: who was made from what. */
    private static void collectInputs(Lineage lineage, Lineage.Node node, Set<String> seen, List<JsonObject> into) {
        for (Lineage.Input input : node.inputs()) {
            Optional<Lineage.Node> known = input.manifestSha256().flatMap(lineage::find);
            into.add(JsonObject.builder()
                    .put("of", node.name())
                    .put("source", input.source())
                    .putIfPresent("manifestSha256", input.manifestSha256().orElse(null))
                    .putIfPresent("location", input.location().orElse(null))
                    .putIfPresent("name", known.map(Lineage.Node::name).orElse(null))
                    .build());
            known.filter(one -> seen.add(one.manifestSha256()))
                    .ifPresent(one -> collectInputs(lineage, one, seen, into));
        }
    }

    private static void collectResults(Lineage lineage, Lineage.Node node, Set<String> seen, List<JsonObject> into) {
        for (Lineage.Node result : lineage.madeFrom(node.manifestSha256())) {
            into.add(JsonObject.builder()
                    .put("from", node.name())
                    .put("name", result.name())
                    .put("manifestSha256", result.manifestSha256())
                    .build());
            if (seen.add(result.manifestSha256())) {
                collectResults(lineage, result, seen, into);
            }
        }
    }
}
