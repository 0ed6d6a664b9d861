package dev.assay.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A group of keys in a {@link YamlFile}, read with types. A value that does not fit is noted as a problem and the
 * fallback is handed out, so that reading goes on and finds the next problem; the file's {@link YamlFile#finish} throws.
 * A key with nothing after it counts as absent.
 */
public final class Section {
    private final YamlFile file;
    private final String path;
    private final String pattern;
    private final YamlNode.Mapping node;
    private final SortedSet<String> asked = new TreeSet<>();

    Section(YamlFile file, String path, String pattern, YamlNode.Mapping node) {
        this.file = file;
        this.path = path;
        this.pattern = pattern;
        this.node = node;
    }

    /** The line this group starts on, from 1. */
    public int line() {
        return node.line();
    }

    /** The line a key stands on, or the group's where it is absent. */
    public int line(String key) {
        YamlNode.Entry entry = node.entries().get(key);
        return entry == null ? node.line() : entry.line();
    }

    /** Place of this group in its list, from 1; 1 for a group that is in no list. */
    public int position() {
        int bracket = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        return bracket < 0 ? 1 : 1 + Integer.parseInt(path, bracket + 1, path.length() - 1, 10);
    }

    /** Name of the file this group is in. */
    public String file() {
        return file.name();
    }

    /** Notes a problem with a key of this group, or with the whole group when the key is empty. */
    public void problem(String key, String message) {
        file.problem(key.isEmpty() ? line() : line(key), key.isEmpty() ? path : pathOf(key), message);
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** Notes a problem when a key is absent. */
    public Section require(String key) {
        if (!has(key)) {
            problem(key, "is missing; it has no default");
        }
        return this;
    }

    // --- single values

    /**
     * A single value turned into something else.
     *
     * @param parse throws IllegalArgumentException, its message saying what is wrong and what to write instead
     */
    public <T> Optional<T> find(String key, Function<String, T> parse) {
        return scalar(key).flatMap(scalar -> parsed(pathOf(key), scalar, parse));
    }

    /** As {@link #find}, with a default. */
    public <T> T get(String key, T fallback, Function<String, T> parse) {
        return find(key, parse).orElse(fallback);
    }

    public Optional<String> findText(String key) {
        return find(key, Values::text);
    }

    public String text(String key, String fallback) {
        return findText(key).orElse(fallback);
    }

    /** A text that must be there. */
    public String text(String key) {
        return require(key).text(key, "");
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public Optional<Long> findInteger(String key, long min, long max) {
        return find(key, text -> Values.integer(text, min, max));
    }

    public long integer(String key, long fallback, long min, long max) {
        return findInteger(key, min, max).orElse(fallback);
    }

    /** A decimal exactly as written. */
    public Optional<BigDecimal> findDecimal(String key) {
        return find(key, Values::decimal);
    }

    public Optional<Share> findShare(String key) {
        return find(key, Share::parse);
    }

    public Optional<Boolean> findTruth(String key) {
        return find(key, Values::truth);
    }

    public boolean truth(String key, boolean fallback) {
        return findTruth(key).orElse(fallback);
    }

    public Optional<DataSize> findSize(String key) {
        return find(key, DataSize::parse);
    }

    public DataSize size(String key, DataSize fallback) {
        return findSize(key).orElse(fallback);
    }

    public Optional<Duration> findDuration(String key) {
        return find(key, Durations::parse);
    }

    public Optional<LocalDate> findDate(String key) {
        return find(key, Values::date);
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type) {
        return find(key, text -> Values.choice(text, type));
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        return findChoice(key, type).orElse(fallback);
    }

    // --- lists and maps

    /** A list of single values; empty when the key is absent, a list without elements when it is {@code []}. */
    public <T> Optional<List<T>> findList(String key, Function<String, T> parse) {
        return sequence(key).map(sequence -> elements(sequence, pathOf(key), parse));
    }

    public <T> List<T> list(String key, Function<String, T> parse) {
        return findList(key, parse).orElse(List.of());
    }

    public Optional<List<String>> findTexts(String key) {
        return findList(key, Values::text);
    }

    public List<String> texts(String key) {
        return findTexts(key).orElse(List.of());
    }

    public <E extends Enum<E>> Optional<List<E>> findChoices(String key, Class<E> type) {
        return findList(key, text -> Values.choice(text, type));
    }

    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return findChoices(key, type).orElse(List.of());
    }

    /** Free keys with single values, sorted by key. */
    public SortedMap<String, String> textMap(String key) {
        SortedMap<String, String> map = new TreeMap<>();
        mapping(key)
                .ifPresent(entries -> entries.entries().forEach((name, entry) -> {
                    String where = pathOf(key) + "." + name;
                    scalar(entry.value(), where)
                            .flatMap(scalar -> parsed(where, scalar, Values::text))
                            .ifPresent(value -> map.put(name, value));
                }));
        return Collections.unmodifiableSortedMap(map);
    }

    /** Free keys with lists of single values, sorted by key. */
    public SortedMap<String, List<String>> textsMap(String key) {
        SortedMap<String, List<String>> map = new TreeMap<>();
        mapping(key)
                .ifPresent(entries -> entries.entries().forEach((name, entry) -> {
                    String where = pathOf(key) + "." + name;
                    sequence(entry.value(), where)
                            .ifPresent(list -> map.put(name, elements(list, where, Values::text)));
                }));
        return Collections.unmodifiableSortedMap(map);
    }

    // --- groups

    /** A group of keys; without keys when it is absent. */
    public Section section(String key) {
        return section(key, mapping(key).orElse(new YamlNode.Mapping(Map.of(), line(key))));
    }

    public Optional<Section> findSection(String key) {
        return mapping(key).map(mapping -> section(key, mapping));
    }

    /** A list of groups; empty when the key is absent, a list without elements when it is {@code []}. */
    public <T> Optional<List<T>> findSections(String key, Function<Section, T> read) {
        return sequence(key).map(sequence -> {
            List<T> values = new ArrayList<>();
            for (int i = 0; i < sequence.values().size(); i++) {
                String where = pathOf(key) + "[" + i + "]";
                mapping(sequence.values().get(i), where)
                        .map(mapping -> file.open(new Section(file, where, patternOf(key) + "[]", mapping)))
                        .map(read)
                        .ifPresent(values::add);
            }
            return List.copyOf(values);
        });
    }

    public <T> List<T> sections(String key, Function<Section, T> read) {
        return findSections(key, read).orElse(List.of());
    }

    /** All keys of this group as the file names them, in its order; for groups whose keys are free. */
    public List<String> names() {
        asked.addAll(node.entries().keySet());
        return List.copyOf(node.entries().keySet());
    }

    void reportUnknownKeys() {
        node.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String known = asked.isEmpty() ? "" : ", known here: " + String.join(", ", asked);
                file.problem(entry.line(), pathOf(key), "unknown key" + Suggestion.orElse(key, asked, known));
            }
        });
    }

    private Section section(String key, YamlNode.Mapping mapping) {
        return file.open(new Section(file, pathOf(key), patternOf(key), mapping));
    }

    private Optional<YamlNode> value(String key) {
        if (asked.add(key)) {
            file.asked(patternOf(key));
        }
        YamlNode.Entry entry = node.entries().get(key);
        return Optional.ofNullable(entry).map(YamlNode.Entry::value).filter(Section::isSomething);
    }

    private static boolean isSomething(YamlNode value) {
        return !(value instanceof YamlNode.Scalar scalar && scalar.isNothing());
    }

    private Optional<YamlNode.Scalar> scalar(String key) {
        return value(key).flatMap(value -> scalar(value, pathOf(key)));
    }

    private Optional<YamlNode.Scalar> scalar(YamlNode value, String where) {
        if (value instanceof YamlNode.Scalar scalar && isSomething(value)) {
            return Optional.of(scalar);
        }
        return expected(value, where, "a single value");
    }

    private Optional<YamlNode.Sequence> sequence(String key) {
        return value(key).flatMap(value -> sequence(value, pathOf(key)));
    }

    private Optional<YamlNode.Sequence> sequence(YamlNode value, String where) {
        return value instanceof YamlNode.Sequence sequence
                ? Optional.of(sequence)
                : expected(value, where, "a list such as [a, b]");
    }

    private Optional<YamlNode.Mapping> mapping(String key) {
        return value(key).flatMap(value -> mapping(value, pathOf(key)));
    }

    private Optional<YamlNode.Mapping> mapping(YamlNode value, String where) {
        return value instanceof YamlNode.Mapping mapping
                ? Optional.of(mapping)
                : expected(value, where, "a group of keys");
    }

    private <T> Optional<T> expected(YamlNode value, String where, String expected) {
        file.problem(
                value.line(),
                where,
                (isSomething(value) ? value.kind() : "nothing") + " where " + expected + " was expected");
        return Optional.empty();
    }

    private <T> List<T> elements(YamlNode.Sequence sequence, String where, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < sequence.values().size(); i++) {
            String element = where + "[" + i + "]";
            scalar(sequence.values().get(i), element)
                    .flatMap(scalar -> parsed(element, scalar, parse))
                    .ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private <T> Optional<T> parsed(String where, YamlNode.Scalar scalar, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(scalar.value()));
        } catch (IllegalArgumentException trouble) {
            file.problem(scalar.line(), where, String.valueOf(trouble.getMessage()));
            return Optional.empty();
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String patternOf(String key) {
        return pattern.isEmpty() ? key : pattern + "." + key;
    }
}
