package dev.assay.cli;

import dev.assay.config.Control;
import dev.assay.config.ControlCatalogue;
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
            description = "Only this one: soc2_tsc, iso27001, iso42001, nist_ai_rmf, eu_ai_act, gdpr, hipaa")
    Control.@Nullable Framework framework;

    ControlsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        List<Control> shown = ControlCatalogue.shipped().controls().stream()
                .filter(control -> framework == null || control.framework() == framework)
                .toList();
        if (format.json) {
            console()
                    .out()
                    .println(Json.of(shown.stream().map(ControlsCommand::json).toList())
                            .canonical());
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
                        "%-12s %-24s %-11s %s%s%n",
                        label(control.framework()),
                        control.id(),
                        label(control.strength()),
                        control.relevance(),
                        control.cannotShow().isEmpty() ? "" : "; cannot show: " + control.cannotShow());
    }

    private static Json json(Control control) {
        return JsonObject.builder()
                .put("framework", label(control.framework()))
                .put("frameworkTitle", control.framework().title())
                .put("id", control.id())
                .put("paraphrase", control.paraphrase())
                .put("verified", label(control.verified()))
                .putStrings("evidence", control.evidence())
                .put("strength", label(control.strength()))
                .put("relevance", control.relevance())
                .put("condition", control.condition())
                .put("cannotShow", control.cannotShow())
                .build();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
