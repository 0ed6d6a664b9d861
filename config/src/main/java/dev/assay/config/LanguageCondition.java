package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the texts of columns are in some languages, by the counts of different texts that the manifest holds.
 *
 * @param columns patterns over column paths; a pattern that no column with texts answers to is not met
 * @param languages tags of BCP 47 as manifests have them, such as {@code en} or {@code und-Cyrl}; sorted
 * @param min smallest share of the texts whose language was told
 */
public record LanguageCondition(List<ColumnGlob> columns, List<String> languages, Share min) implements Condition {
    public LanguageCondition {
        columns = List.copyOf(columns);
        languages = List.copyOf(new TreeSet<>(languages));
    }

    static LanguageCondition read(Section rule, String key) {
        Section section = rule.section(key).require("columns").require("languages");
        return new LanguageCondition(
                section.list("columns", ColumnGlob::new),
                section.texts("languages"),
                section.findShare("min").orElse(Share.ALL));
    }

    @Override
    public String kind() {
        return ConditionKind.LANGUAGE_SHARE.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", ColumnGlob.patterns(columns))
                .putStrings("languages", languages)
                .put("min", min.toString())
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.language(this);
    }
}
