package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an export reads of the card's sources. Nothing in it was measured. */
final class DeclaredSources {
    private DeclaredSources() {}

    static List<JsonObject> of(ExportInput input) {
        return input.declared()
                .find("sources")
                .map(sources -> sources.asArray().objects(source -> source))
                .orElse(List.of());
    }

    /** One text of every source that declares it, each once, in the card's order. */
    static List<String> texts(ExportInput input, String key) {
        return of(input).stream()
                .flatMap(source -> source.findString(key).stream())
                .distinct()
                .toList();
    }

    /** One list of texts of every source that declares it, all together, each once. */
    static List<String> lists(ExportInput input, String key) {
        return of(input).stream()
                .flatMap(source -> source.find(key).stream())
                .flatMap(list -> list.asArray().strings().stream())
                .distinct()
                .toList();
    }

    /** A text inside a group of every source, each once. */
    static List<String> texts(ExportInput input, String group, String key) {
        return of(input).stream()
                .flatMap(source -> source.findObject(group).stream())
                .flatMap(inside -> inside.findString(key).stream())
                .distinct()
                .toList();
    }

    /** A list of groups, one text of each. */
    static List<String> named(Optional<Json> groups, String key) {
        List<String> names = new ArrayList<>();
        groups.ifPresent(list -> list.asArray()
                .objects(group -> group)
                .forEach(group -> group.findString(key).ifPresent(names::add)));
        return names;
    }
}
