package dev.assay.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A piece of somebody else's YAML or JSON, read leniently: what is not of the kind asked for is as if it were not there.
 * JSON is read as YAML 1.2, of which it is a part.
 *
 * @param value a map, a list or a single value
 */
public record Declaration(@Nullable Object value) {
    private static final int MAX_CODE_POINTS = 8 << 20;
    private static final int MAX_ALIASES = 50;

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException saying why it is none
     */
    public static Declaration parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_CODE_POINTS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .build();
        try {
            return new Declaration(new Load(settings).loadFromString(text));
        } catch (YamlEngineException trouble) {
            String first =
                    String.valueOf(trouble.getMessage()).lines().findFirst().orElse("");
            throw new IllegalArgumentException(first, trouble);
        }
    }

    public boolean isGroup() {
        return value instanceof Map;
    }

    /** A member; holds nothing if there is none. */
    public Declaration get(String key) {
        return new Declaration(value instanceof Map<?, ?> group ? group.get(key) : null);
    }

    /** The first of several names under which something stands. */
    public Declaration first(String... keys) {
        for (String key : keys) {
            Declaration found = get(key);
            if (found.value != null) {
                return found;
            }
        }
        return new Declaration(null);
    }

    /** The elements of a list, the members of a group, or the one piece there is. */
    public List<Declaration> each() {
        List<Declaration> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> all.add(new Declaration(element)));
        } else if (value != null) {
            all.add(this);
        }
        return all;
    }

    /** The values of a group's members, or what {@link #each} gives. */
    public List<Declaration> members() {
        List<Declaration> all = new ArrayList<>();
        if (value instanceof Map<?, ?> group) {
            group.values().forEach(member -> all.addAll(new Declaration(member).each()));
            return all;
        }
        return each();
    }

    /** A single value with something in it, without white space around it. */
    public Optional<String> text() {
        boolean single = value != null && !(value instanceof Map) && !(value instanceof List);
        return Optional.ofNullable(value)
                .filter(unused -> single)
                .map(any -> any.toString().strip())
                .filter(text -> !text.isEmpty());
    }

    /** All single values of a list, in its order, each once. */
    public List<String> texts() {
        return each().stream().flatMap(one -> one.text().stream()).distinct().toList();
    }
}
