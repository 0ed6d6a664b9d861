package dev.assay.detect;

import dev.assay.config.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads catalogue files: YAML, one document a detector. Collects problems with file and line instead of stopping at the first. */
final class CatalogueReader {
    private static final List<String> KEYS = List.of(
            "id",
            "entity",
            "version",
            "region",
            "standard",
            "shape",
            "shapes",
            "finder",
            "lead",
            "anchor",
            "boundary",
            "check",
            "context",
            "against",
            "columns",
            "not-columns",
            "confidence",
            "specificity",
            "chance",
            "peers");
    private static final List<String> CONFIDENCES = List.of("shape", "checked", "context", "column", "counter");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ENTITY = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
    private static final int DEFAULT_COUNTER = 20;
    private static final int DEFAULT_SPECIFICITY = 50;

    private final String file;
    private final DataClass dataClass;
    private final List<String> problems;

    CatalogueReader(String file, DataClass dataClass, List<String> problems) {
        this.file = file;
        this.dataClass = dataClass;
        this.problems = problems;
    }

    List<Detector> read(String yaml) {
        List<Detector> detectors = new ArrayList<>();
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            for (Node document : new Compose(settings).composeAllFromString(yaml)) {
                int before = problems.size();
                Map<String, Node> entry = mapping(document, "the document");
                entry.forEach((key, node) -> known(KEYS, key, node, ""));
                Detector detector = detector(document, entry);
                if (problems.size() == before) {
                    detectors.add(detector);
                }
            }
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(file + ":" + line + ": no YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            problems.add(file + ": no YAML: " + broken.getMessage());
        }
        return detectors;
    }

    private Detector detector(Node document, Map<String, Node> entry) {
        String id = required(document, entry, "id", ID);
        String entity = required(document, entry, "entity", ENTITY);
        String region = text(entry, "region");
        if (region != null && !REGION.matcher(region).matches()) {
            problem(entry.get("region"), "`region`: a country's two letters, such as DE");
        }
        List<String> shapes = new ArrayList<>(words(entry.get("shapes"), "shapes"));
        String shape = text(entry, "shape");
        if (shape != null) {
            shapes.add(shape);
        }
        String finder = text(entry, "finder");
        if (finder != null && !SpanFinders.names().contains(finder)) {
            problem(
                    entry.get("finder"),
                    "`finder`: there is no finder `" + finder + "`, there are " + SpanFinders.names());
        }
        boolean missing = finder == null ? shapes.isEmpty() : !shapes.isEmpty();
        if (missing || (shape != null && shapes.size() > 1)) {
            problem(document, "one of `shape`, `shapes` and `finder` must be given");
        }
        Map<String, Node> sides = sides(entry.get("boundary"));
        return new Detector(
                id,
                entity,
                dataClass,
                number(entry.get("version"), "version", 1, 1_000_000),
                region,
                required(document, entry, "standard", null),
                shapes,
                text(entry, "lead"),
                text(entry, "anchor"),
                boundary(sides.get("left")),
                boundary(sides.get("right")),
                text(entry, "check"),
                byLanguage(entry.get("context"), "context"),
                byLanguage(entry.get("against"), "against"),
                words(entry.get("columns"), "columns"),
                words(entry.get("not-columns"), "not-columns"),
                confidence(document, entry.get("confidence"), entry.containsKey("check")),
                number(entry.get("specificity"), "specificity", DEFAULT_SPECIFICITY, 100),
                number(entry.get("chance"), "chance", 0, 1_000_000),
                words(entry.get("peers"), "peers"));
    }

    private Confidence confidence(Node document, @Nullable Node node, boolean hasCheck) {
        if (node == null) {
            problem(document, "`confidence` is missing");
            return new Confidence(0, 0, 0, 0, 0);
        }
        Map<String, Node> values = mapping(node, "`confidence`");
        values.forEach((key, value) -> known(CONFIDENCES, key, value, "confidence."));
        int shape = number(values.get("shape"), "confidence.shape", -1, 100);
        int checked = number(values.get("checked"), "confidence.checked", hasCheck ? -1 : Math.max(0, shape), 100);
        if (shape < 0 || checked < 0) {
            problem(node, "`confidence` needs `shape`" + (hasCheck ? " and `checked`" : ""));
        }
        int base = Math.max(0, Math.max(shape, checked));
        return new Confidence(
                Math.max(0, shape),
                Math.max(0, checked),
                number(values.get("context"), "confidence.context", base, 100),
                number(values.get("column"), "confidence.column", base, 100),
                number(values.get("counter"), "confidence.counter", DEFAULT_COUNTER, 100));
    }

    private Map<String, Node> sides(@Nullable Node node) {
        if (!(node instanceof MappingNode)) {
            Map<String, Node> both = new TreeMap<>();
            if (node != null) {
                both.put("left", node);
                both.put("right", node);
            }
            return both;
        }
        Map<String, Node> sides = mapping(node, "`boundary`");
        sides.forEach((key, value) -> known(List.of("left", "right"), key, value, "boundary."));
        return sides;
    }

    private Boundary boundary(@Nullable Node node) {
        if (node == null) {
            return Boundary.WORD;
        }
        String label = scalar(node, "boundary");
        for (Boundary boundary : Boundary.values()) {
            if (boundary.label().equals(label)) {
                return boundary;
            }
        }
        problem(node, "`boundary`: `" + label + "` is none of word, number, dotted, group, host, token, none");
        return Boundary.WORD;
    }

    private Map<String, List<String>> byLanguage(@Nullable Node node, String key) {
        Map<String, List<String>> words = new TreeMap<>();
        if (node != null) {
            mapping(node, "`" + key + "`").forEach((language, list) -> words.put(language, words(list, key)));
        }
        return words;
    }

    private List<String> words(@Nullable Node node, String key) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problem(node, "`" + key + "`: a list is needed, such as [a, b]");
            return List.of();
        }
        return sequence.getValue().stream().map(item -> scalar(item, key)).toList();
    }

    private int number(@Nullable Node node, String key, int absent, int max) {
        if (node == null) {
            return absent;
        }
        String text = scalar(node, key);
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        problem(node, "`" + key + "`: " + text + " is no whole number from 0 to " + max);
        return 0;
    }

    private String required(Node document, Map<String, Node> entry, String key, @Nullable Pattern pattern) {
        String text = text(entry, key);
        if (text == null) {
            problem(document, "`" + key + "` is missing");
            return "";
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            problem(entry.get(key), "`" + key + "`: `" + text + "` does not look like " + pattern.pattern());
        }
        return text;
    }

    private @Nullable String text(Map<String, Node> entry, String key) {
        Node node = entry.get(key);
        return node == null ? null : scalar(node, key);
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, "`" + key + "`: one value is needed");
        return "";
    }

    private Map<String, Node> mapping(Node node, String what) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, what + " must hold keys and values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), what);
            if (entries.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "`" + key + "` is given twice");
            }
        }
        return entries;
    }

    private void known(List<String> keys, String key, Node node, String group) {
        if (!keys.contains(key)) {
            problem(node, "`" + group + key + "`: unknown key, known are " + String.join(", ", keys));
        }
    }

    private void problem(@Nullable Node node, String what) {
        int line = node == null
                ? 1
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        problems.add(file + ":" + line + ": " + what);
    }
}
