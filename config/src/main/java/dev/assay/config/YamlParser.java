package dev.assay.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Turns YAML text into nodes. Takes the plain part of YAML 1.2: groups, lists, single values, several documents.
 * Anchors, aliases, tags and merge keys are problems, so a small file cannot unfold into a large one.
 */
final class YamlParser {
    private static final int MAX_DEPTH = 50;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(YamlFile.MAX_BYTES)
            .build();

    private final String file;
    private final Iterator<Event> events;
    private final List<Problem> problems;

    private YamlParser(String file, String text, List<Problem> problems) {
        this.file = file;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.problems = problems;
    }

    /**
     * Reads all documents of a text, adding to {@code problems} what can be skipped over.
     *
     * @throws ConfigException if the text is no YAML from some line on
     */
    static List<YamlNode> documents(String file, String text, List<Problem> problems) {
        try {
            return new YamlParser(file, text, problems).documents();
        } catch (MarkedYamlEngineException trouble) {
            throw new ConfigException(file, with(problems, notYaml(trouble)));
        } catch (ReaderException trouble) {
            throw new ConfigException(
                    file,
                    with(
                            problems,
                            new Problem(
                                    lineOf(text, trouble.getPosition()),
                                    "",
                                    String.format(
                                            Locale.ROOT,
                                            "the character U+%04X is not allowed in YAML",
                                            trouble.getCodePoint()))));
        }
    }

    private static Problem notYaml(MarkedYamlEngineException trouble) {
        int line = trouble.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
        String hint = trouble.getProblem().contains("'\\t") ? "; indent with spaces, not tabs" : "";
        String context = trouble.getContext() == null ? "" : trouble.getContext() + ", ";
        return new Problem(line, "", "this is no valid YAML: " + context + trouble.getProblem() + hint);
    }

    private static int lineOf(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }

    private static List<Problem> with(List<Problem> problems, Problem last) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(last);
        return all;
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                documents.add(node(events.next(), "", 0));
            }
        }
        return documents;
    }

    private YamlNode node(Event event, String path, int depth) {
        int line = line(event);
        if (depth > MAX_DEPTH) {
            throw new ConfigException(
                    file, with(problems, new Problem(line, "", "more than " + MAX_DEPTH + " levels deep; flatten it")));
        }
        refuseExtras(event, path, line);
        return switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                yield new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line);
            }
            case SequenceStart -> sequence(path, line, depth);
            case MappingStart -> mapping(path, line, depth);
            case Alias -> new YamlNode.Scalar("", true, line);
            default -> throw new IllegalStateException("A YAML node cannot start with " + event.getEventId());
        };
    }

    private YamlNode sequence(String path, int line, int depth) {
        List<YamlNode> values = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            values.add(node(event, path + "[" + values.size() + "]", depth + 1));
        }
        return new YamlNode.Sequence(values, line);
    }

    private YamlNode mapping(String path, int line, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, path, depth + 1);
            String name = key instanceof YamlNode.Scalar scalar ? scalar.value() : "";
            String keyPath = path.isEmpty() ? name : path + "." + name;
            YamlNode value = node(events.next(), keyPath, depth + 1);
            if (!(key instanceof YamlNode.Scalar)) {
                problem(key.line(), path, "a key must be a single word, not " + key.kind());
            } else if (name.equals("<<")) {
                problem(key.line(), keyPath, "merge keys are not supported; write the keys out");
            } else {
                YamlNode.Entry first = entries.putIfAbsent(name, new YamlNode.Entry(key.line(), value));
                if (first != null) {
                    problem(key.line(), keyPath, "named twice, first on line " + first.line() + "; keep one");
                }
            }
        }
        return new YamlNode.Mapping(entries, line);
    }

    private void refuseExtras(Event event, String path, int line) {
        if (event instanceof AliasEvent alias) {
            problem(line, path, "the alias *" + alias.getAlias() + " is not supported; write the value out");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problem(line, path, "the anchor &" + node.getAnchor().get() + " is not supported; write the value out");
        }
        String tag = tag(event);
        if (!tag.isEmpty()) {
            problem(
                    line,
                    path,
                    "the tag " + tag.replace("tag:yaml.org,2002:", "!!") + " is not supported; leave it out");
        }
    }

    private static String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag().orElse("");
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getTag().orElse("");
        }
        return event instanceof MappingStartEvent mapping ? mapping.getTag().orElse("") : "";
    }

    private void problem(int line, String path, String message) {
        problems.add(new Problem(line, path, message));
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
