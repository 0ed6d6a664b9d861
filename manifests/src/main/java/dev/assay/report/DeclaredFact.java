package dev.assay.report;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of the dataset's card.
 *
 * @param key where it stands, such as {@code sources[0].license}
 * @param value what it says
 */
record DeclaredFact(String key, String value) {
    /** What says nothing about the data, or stands elsewhere on the page. */
    private static final Set<String> LEFT_OUT = Set.of("schema", "id", "title", "include", "exclude", "format");

    static List<DeclaredFact> in(JsonObject card) {
        List<DeclaredFact> facts = new ArrayList<>();
        card.members().forEach((key, value) -> {
            if (!LEFT_OUT.contains(key)) {
                collect(facts, key, value);
            }
        });
        return facts;
    }

    private static void collect(List<DeclaredFact> facts, String key, Json value) {
        if (value instanceof JsonObject object) {
            object.members().forEach((member, inner) -> collect(facts, key + "." + member, inner));
        } else if (value instanceof JsonArray array) {
            collect(facts, key, array);
        } else {
            facts.add(new DeclaredFact(key, plain(value)));
        }
    }

    private static void collect(List<DeclaredFact> facts, String key, JsonArray array) {
        if (array.values().stream().allMatch(Json.JsonString.class::isInstance)) {
            String all = String.join(", ", array.strings());
            facts.add(new DeclaredFact(key, all.isEmpty() ? "none" : all));
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            collect(facts, key + "[" + i + "]", array.values().get(i));
        }
    }

    private static String plain(Json value) {
        return value instanceof Json.JsonString text ? text.value() : value.canonical();
    }
}
