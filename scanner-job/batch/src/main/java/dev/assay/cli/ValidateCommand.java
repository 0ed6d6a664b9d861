package dev.assay.cli;

import dev.assay.detect.pii.Validators;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "validate",
        header = "Check numbers given as JSON Lines against the rules of their kind.",
        description = {
            "Input, one object a line: {\"id\": \"1\", \"validator\": \"pl.pesel\", \"text\": \"…\"}.",
            "Output, one object a line in the same order: {\"id\": \"1\", \"valid\": true}; null means that there is no"
                    + " such validator. Validators are named as python-stdnum names its modules."
        },
        footer = {
            "",
            "Example:",
            "  echo '{\"id\":\"1\",\"validator\":\"luhn\",\"text\":\"4111 1111 1111 1111\"}' | assay validate"
        })
final class ValidateCommand extends AssayCommand {
    @Mixin
    LineFiles files = new LineFiles();

    ValidateCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        files.with(console(), ValidateCommand::answerAll);
        return ExitCode.PASS;
    }

    private static void answerAll(JsonLineReader in, PrintStream out) {
        for (Optional<JsonObject> line = in.next(); line.isPresent(); line = in.next()) {
            out.print(answer(in, line.get()).canonical());
            out.print('\n');
            if (in.mayWait()) {
                out.flush();
            }
        }
    }

    private static Json answer(JsonLineReader in, JsonObject line) {
        try {
            String validator = line.string("validator");
            String text = line.string("text");
            return JsonObject.builder()
                    .put("id", line.get("id"))
                    .putOrNull("valid", Validators.valid(validator, text).map(Json::of))
                    .build();
        } catch (JsonException trouble) {
            throw in.wrong(trouble.getMessage());
        }
    }
}
