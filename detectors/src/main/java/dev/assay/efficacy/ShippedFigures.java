package dev.assay.efficacy;

import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The figures of the shipped rules on the shipped corpus: a resource the build writes once the catalogue is compiled, so that
 * a scan need not measure. It names the rule set it was measured with; other rules are measured when they are asked about.
 */
final class ShippedFigures {
    private static final String RESOURCE = CorpusGenerator.FOLDER + "figures.json";
    private static final String CATALOGUE = "detectors.bin";

    private ShippedFigures() {}

    static Figures of(RuleSet rules) {
        return read().filter(figures -> figures.ruleSetSha256().equals(rules.sha256()))
                .orElseGet(() -> Figures.measured(rules));
    }

    /** Empty where the build step was skipped, as some editors do. */
    private static Optional<Figures> read() {
        try (InputStream resource = ShippedFigures.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(
                            Figures.fromJson(Json.parse(resource.readAllBytes()).asObject()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The build step: measures the compiled catalogue.
     *
     * @param args the folder of classes and resources
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path target = classes.resolve(RESOURCE);
        byte[] figures =
                (Figures.measured(RuleSet.shipped()).toJson().canonical() + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(classes.resolve(CorpusGenerator.FOLDER));
        Files.write(target, figures);
        // The catalogue is compiled again when anything is younger than it, and the figures come out of it.
        Files.setLastModifiedTime(target, Files.getLastModifiedTime(classes.resolve(CATALOGUE)));
    }
}
