package dev.assay.efficacy;

import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The figures of the shipped rules on the shipped corpus: a resource the build writes once the catalogue is compiled, so that
 * a scan need not measure. It names the rule set it was measured with; other rules are measured when they are asked about.
 */
final class ShippedFigures {
    private static final String RESOURCE = CorpusGenerator.FOLDER + "figures.json";
    private static final String RESOURCE_WITH_NAMES = CorpusGenerator.FOLDER + "figures-with-names.json";
    private static final String CATALOGUE = "detectors.bin";

    private ShippedFigures() {}

    /** Read when they are first asked for, and once. */
    private static final class Resources {
        private static final List<Figures> ALL = Stream.of(RESOURCE, RESOURCE_WITH_NAMES)
                .flatMap(resource -> read(resource).stream())
                .toList();
    }

    static Figures of(RuleSet rules) {
        return Resources.ALL.stream()
                .filter(figures -> figures.ruleSetSha256().equals(rules.sha256()))
                .findFirst()
                .orElseGet(() -> Figures.measured(rules));
    }

    /** Empty where the build step was skipped, as some editors do. */
    private static Optional<Figures> read(String name) {
        try (InputStream resource = ShippedFigures.class.getClassLoader().getResourceAsStream(name)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(
                            Figures.fromJson(Json.parse(resource.readAllBytes()).asObject()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The build step: measures the compiled catalogue, unless its figures are there already.
     *
     * @param args the folder of classes and resources
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Files.createDirectories(classes.resolve(CorpusGenerator.FOLDER));
        // The catalogue is compiled again when anything is younger than it: figures of its time are figures of this
        // code.
        FileTime compiled = Files.getLastModifiedTime(classes.resolve(CATALOGUE));
        write(classes.resolve(RESOURCE), compiled, RuleSet::shipped);
        write(classes.resolve(RESOURCE_WITH_NAMES), compiled, RuleSet::shippedWithNames);
    }

    private static void write(Path target, FileTime compiled, Supplier<RuleSet> rules) throws IOException {
        if (Files.exists(target) && Files.getLastModifiedTime(target).equals(compiled)) {
            return;
        }
        Files.writeString(target, Figures.measured(rules.get()).toJson().canonical() + "\n");
        Files.setLastModifiedTime(target, compiled);
    }
}
