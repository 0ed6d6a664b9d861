package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.controls.Control;
import dev.assay.config.controls.ControlCatalogue;
import dev.assay.config.controls.EvidenceKind;
import dev.assay.config.controls.Framework;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "controls",
        header = "List which controls a dataset record supports, how strongly, and what it cannot show.",
        description = {
            "Identifiers and our own paraphrases. A record supports a control; what follows is for auditors to say."
        },
        footer = {"", "Examples:", "  assay controls", "  assay controls --framework gdpr --json"})
final class ControlsCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Option(
            names = "--framework",
            paramLabel = "<name>",
            description = "Only this one: soc2, iso27001, iso42001, nist-ai-rmf, eu-ai-act, gdpr, hipaa")
    @Nullable String framework;

    ControlsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        ControlCatalogue catalogue = ControlCatalogue.loaded();
        List<String> known = catalogue.frameworks().stream().map(Framework::id).toList();
        if (framework != null && !known.contains(framework)) {
            throw new ConfigException(
                    "There is no framework `" + framework + "`; known are " + String.join(", ", known) + ".");
        }
        List<Control> shown = catalogue.controls().stream()
                .filter(control -> framework == null || control.framework().equals(framework))
                .toList();
        if (format.json) {
            console().result(Json.of(shown.stream().map(ControlsCommand::json).toList()));
        } else {
            shown.forEach(this::print);
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void print(Control control) {
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%-12s %-18s %-11s %s; cannot show: %s%n",
                        control.framework(),
                        control.id(),
                        control.strength().label(),
                        control.relevance(),
                        control.cannotShow());
    }

    private static Json json(Control control) {
        return JsonObject.builder()
                .put("framework", control.framework())
                .put("id", control.id())
                .put("about", control.about())
                .putStrings(
                        "evidence",
                        control.evidence().stream().map(EvidenceKind::label).toList())
                .put("strength", control.strength().label())
                .put("relevance", control.relevance())
                .put("condition", control.condition())
                .put("cannotShow", control.cannotShow())
                .put("checked", control.checked())
                .build();
    }
}
