package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.detect.RuleSet;
import dev.assay.efficacy.Corpus;
import dev.assay.efficacy.Evaluation;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.Figures;
import dev.assay.efficacy.Floors;
import dev.assay.efficacy.LabelledText;
import dev.assay.efficacy.NameFigure;
import dev.assay.efficacy.NameFigures;
import dev.assay.efficacy.Writing;
import dev.assay.gate.ExitCode;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        header = "Measure how much the detectors find and how often they are right.",
        description = {
            "Without a file: on the synthetic corpus that comes with the program.",
            "A corpus is JSON Lines: {\"id\": \"1\", \"text\": \"…\", \"column\": \"optional\", \"language\": \"optional\","
                    + " \"spans\": [{\"start\": 0, \"end\": 5, \"entity\": \"EMAIL_ADDRESS\"}]}. start and end count"
                    + " Unicode code points, end is exclusive. Every value must be labelled: an unlabelled one that is"
                    + " found counts as wrong.",
            "With --written small or capitals the texts are changed first: names are told by their capitals, and chat,"
                    + " headings and some files do without. Without a file and with names sought, what the models of names"
                    + " found in labelled text of other people is printed too, as it was measured when they were made.",
            "Low is the lower end of the 95 % interval (Wilson). Findings of band likely or above count."
        },
        footer = {
            "",
            "Examples:",
            "  assay evaluate",
            "  assay evaluate --json --floors floors.tsv labelled.jsonl",
            "  assay evaluate --written small labelled.jsonl",
            "  assay evaluate --corpus > shipped.jsonl"
        })
final class EvaluateCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(arity = "0..*", paramLabel = "<corpus.jsonl>", description = "Labelled corpora, taken as one")
    List<Path> corpora = List.of();

    @Option(
            names = "--floors",
            paramLabel = "<floors.tsv>",
            description = "End with 1 if a type falls below; entity, recall and precision in parts per million a line")
    @Nullable Path floors;

    @Option(names = "--corpus", description = "Print the corpus that comes with the program as JSON Lines, and stop")
    boolean printCorpus;

    @Option(
            names = "--written",
            paramLabel = "<way>",
            defaultValue = "as-written",
            description = "as-written, small (no capitals) or capitals (nothing else)")
    String written = Writing.AS_WRITTEN.label();

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        if (printCorpus) {
            Figures.shippedItems()
                    .forEach(item -> console().out().print(item.toJson().canonical() + "\n"));
            console().out().flush();
            return ExitCode.PASS;
        }
        Optional<Floors> limits = Optional.ofNullable(floors).map(this::read);
        RuleSet rules = Workspaces.rulesWithNames(global.workspace(console()));
        Writing writing = writing();
        Figures figures = corpora.isEmpty() ? shipped(rules, writing) : measured(rules, writing);
        List<NameFigure> names = corpora.isEmpty() ? namesOf(rules, writing) : List.of();
        if (format.json) {
            console().result(NameFigures.withNames(figures, names));
        } else {
            print(figures);
            print(names);
        }
        List<String> broken = limits.map(limit -> limit.brokenBy(figures)).orElse(List.of());
        broken.forEach(console()::say);
        return broken.isEmpty() ? ExitCode.PASS : ExitCode.POLICY;
    }

    private Writing writing() {
        try {
            return Writing.of(written);
        } catch (IllegalArgumentException unknown) {
            throw new ConfigException("--written is as-written, small or capitals, not " + written + ".");
        }
    }

    private static Figures shipped(RuleSet rules, Writing writing) {
        Evaluation evaluation = new Evaluation(rules);
        Figures.shippedItems().forEach(item -> evaluation.add(writing.of(item)));
        return evaluation.finish(Corpus.SHIPPED);
    }

    /** As it was measured; all ways of writing unless one was asked for. */
    private static List<NameFigure> namesOf(RuleSet rules, Writing writing) {
        return NameFigures.of(rules).stream()
                .filter(figure -> writing == Writing.AS_WRITTEN || figure.writing() == writing)
                .toList();
    }

    private Figures measured(RuleSet rules, Writing writing) {
        Evaluation evaluation = new Evaluation(rules);
        for (Path corpus : corpora) {
            try (InputStream in = Files.newInputStream(console().resolve(corpus))) {
                add(new JsonLineReader(corpus.toString(), in), writing, evaluation);
            } catch (IOException trouble) {
                throw unreadable(corpus, trouble);
            }
        }
        return evaluation.finish(
                corpora.size() == 1 ? corpora.get(0).getFileName().toString() : corpora.size() + " files");
    }

    private static void add(JsonLineReader in, Writing writing, Evaluation evaluation) {
        for (Optional<JsonObject> line = in.next(); line.isPresent(); line = in.next()) {
            try {
                evaluation.add(writing.of(LabelledText.fromJson(line.get())));
            } catch (JsonException | IllegalArgumentException trouble) {
                throw in.wrong(trouble.getMessage());
            }
        }
    }

    private Floors read(Path file) {
        try {
            return Floors.parse(Files.readString(console().resolve(file)));
        } catch (IOException trouble) {
            throw unreadable(file, trouble);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(file + ", " + wrong.getMessage());
        }
    }

    private static ConfigException unreadable(Path file, IOException trouble) {
        return new ConfigException(
                trouble instanceof NoSuchFileException
                        ? "There is no file " + file + "."
                        : "Cannot read " + file + ": " + trouble.getMessage());
    }

    private void print(Figures figures) {
        console().say(line("type", "language", "found", "missed", "wrong", "recall", "low", "precision", "low", "F2"));
        for (Figure total : figures.byEntity()) {
            console().say(line(total.entity(), "all", total));
            figures.figures().stream()
                    .filter(figure -> figure.entity().equals(total.entity())
                            && !figure.language().isEmpty())
                    .forEach(figure -> console().say(line("", figure.language(), figure)));
        }
        console()
                .say(figures.corpus().items() + " items of " + figures.corpus().name() + ", sha256:"
                        + figures.corpus().sha256() + "; rule set sha256:" + figures.ruleSetSha256());
    }

    private void print(List<NameFigure> names) {
        if (names.isEmpty()) {
            return;
        }
        console().say("");
        console().say("Models of names, on labelled text set aside when they were made:");
        console()
                .say(line(
                        "corpus, type, written",
                        "model",
                        "found",
                        "missed",
                        "wrong",
                        "recall",
                        "low",
                        "precision",
                        "low",
                        "F2"));
        for (NameFigure name : names) {
            if (name.minConfidence() == Evaluation.MIN_CONFIDENCE) {
                String what = name.corpus().name() + " " + name.figure().entity() + " "
                        + name.writing().label();
                console().say(line(what, name.language(), name.figure()));
            }
        }
    }

    private static String line(String type, String language, Figure figure) {
        return line(
                type,
                language,
                Long.toString(figure.found()),
                Long.toString(figure.missed()),
                Long.toString(figure.wrong()),
                percent(figure.recallPpm()),
                percent(figure.recallLowPpm()),
                percent(figure.precisionPpm()),
                percent(figure.precisionLowPpm()),
                percent(figure.f2Ppm()));
    }

    private static String line(Object... fields) {
        return String.format(Locale.ROOT, "%-40s %-8s %7s %7s %7s %9s %9s %9s %9s %9s", fields);
    }

    private static String percent(long ppm) {
        return ppm < 0 ? "–" : String.format(Locale.ROOT, "%d.%02d %%", ppm / 10_000, ppm % 10_000 / 100);
    }
}
