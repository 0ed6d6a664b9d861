package dev.assay.detect;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.ConfigException;
import dev.assay.config.CustomDetector;
import dev.assay.config.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the detectors a workspace describes into entries like the catalogue's and holds them against their own test
 * tables. Every problem of every one of them is found before any is reported.
 */
public final class CustomDetectors {
    private static final String STANDARD = "the workspace's own";
    private static final int SPECIFICITY = 60;
    private static final int COUNTER = 20;

    private final List<Problem> problems = new ArrayList<>();

    private CustomDetectors() {}

    /**
     * The entries of a workspace's own detectors, in the order of the file.
     *
     * @param shipped the rule set they are to join; none may take an id of it
     * @param file name of the file they stand in, for complaints
     * @throws ConfigException with every id that is taken, pattern that is wrong, validator that does not exist and case
     *     that does not hold
     */
    public static List<Detector> entries(RuleSet shipped, List<CustomDetector> custom, String file) {
        CustomDetectors work = new CustomDetectors();
        List<Detector> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CustomDetector one : custom) {
            Detector entry = entry(one);
            entries.add(entry);
            if (!ids.add(one.id()) || shipped.index(one.id()).isPresent()) {
                work.problem(one, ".id", "`" + one.id() + "` is the id of another detector; choose a new one");
            }
            work.hold(one, entry);
        }
        if (!work.problems.isEmpty()) {
            throw new ConfigException(file, work.problems);
        }
        return List.copyOf(entries);
    }

    private static Detector entry(CustomDetector custom) {
        CustomDetector.Sure sure = custom.sure();
        List<String> shapes = new ArrayList<>(custom.patterns());
        custom.words().forEach(word -> shapes.add("(?i:" + literal(word) + ")"));
        return new Detector(
                custom.id(),
                custom.entity().name(),
                custom.entity().dataClass(),
                custom.version(),
                null,
                STANDARD,
                shapes,
                null,
                null,
                Boundary.WORD,
                Boundary.WORD,
                custom.validator(),
                custom.context(),
                Map.of(),
                custom.columns(),
                List.of(),
                new Confidence(
                        sure.alone(), sure.checked(), sure.context(), sure.column(), Math.min(COUNTER, sure.alone())),
                SPECIFICITY,
                0,
                List.of());
    }

    /** The pattern that matches a text and nothing else. */
    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean plain = character > 0x7F || character == ' ' || Character.isLetterOrDigit(character);
            pattern.append(plain ? "" : "\\").appendCodePoint(character);
        });
        return pattern.toString();
    }

    private void hold(CustomDetector custom, Detector entry) {
        RuleSet alone;
        try {
            alone = RuleSet.of(List.of(entry));
        } catch (CatalogueException wrong) {
            wrong.problems().forEach(trouble -> problem(custom, "", trouble));
            return;
        }
        CellScanner scanner = alone.scanner();
        for (int i = 0; i < custom.cases().size(); i++) {
            CustomDetector.Example example = custom.cases().get(i);
            List<String> found = found(alone, scanner, example);
            if (!found.equals(example.finds())) {
                problems.add(new Problem(
                        example.line(),
                        custom.key() + ".cases[" + i + "]",
                        "finds " + found + ", not " + example.finds() + "; mend the detector or its table"));
            }
        }
    }

    /** What the detector finds at band possible or above, in order. The text is configuration, no cell of a dataset. */
    private static List<String> found(RuleSet rules, CellScanner scanner, CustomDetector.Example example) {
        Findings findings = new Findings();
        byte[] utf8 = example.text().getBytes(StandardCharsets.UTF_8);
        scanner.scan(CellBatch.of(List.of(example.text())), rules.column(example.column()), findings);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.isWinner(i) && findings.confidence(i) >= ConfidenceBand.POSSIBLE.floor()) {
                int start = findings.start(i);
                found.add(new String(utf8, start, findings.end(i) - start, StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private void problem(CustomDetector custom, String key, String message) {
        problems.add(new Problem(custom.line(), custom.key() + key, message));
    }
}
