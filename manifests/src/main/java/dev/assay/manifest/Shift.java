package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How far one histogram of one column moved.
 *
 * @param path column path
 * @param aspect which histogram: {@code lengths}, {@code numbers}, {@code languages} or {@code values} (the spread by hash)
 * @param distance how far
 */
public record Shift(String path, Aspect aspect, Distance distance) {

    /** Which histogram of a column. */
    public enum Aspect {
        LANGUAGES,
        LENGTHS,
        NUMBERS,
        VALUES
    }

    String key() {
        return path + ' ' + Labels.of(aspect);
    }

    /** The histograms that both versions of a column have. */
    static List<Shift> between(QualityColumn before, QualityColumn after) {
        List<Shift> shifts = new ArrayList<>();
        if (before.lengths() != null && after.lengths() != null) {
            shifts.add(shift(
                    after,
                    Aspect.LENGTHS,
                    before.lengths().grid(),
                    after.lengths().grid()));
        }
        if (before.numbers() != null && after.numbers() != null) {
            shifts.add(shift(
                    after,
                    Aspect.NUMBERS,
                    before.numbers().grid(),
                    after.numbers().grid()));
        }
        if (before.count() > 0 && after.count() > 0) {
            shifts.add(shift(after, Aspect.VALUES, before.spread(), after.spread()));
        }
        Languages was = before.languages();
        Languages is = after.languages();
        if (was.asked() > 0 && is.asked() > 0) {
            TreeSet<String> tags = new TreeSet<>(was.texts().keySet());
            tags.addAll(is.texts().keySet());
            shifts.add(shift(after, Aspect.LANGUAGES, was.histogram(tags), is.histogram(tags)));
        }
        return shifts;
    }

    private static Shift shift(QualityColumn column, Aspect aspect, Histogram before, Histogram after) {
        return new Shift(column.path(), aspect, Distance.between(before, after));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("aspect", Labels.of(aspect))
                .put("psiPpm", distance.psiPpm())
                .put("ksPpm", distance.ksPpm())
                .put("jsPpm", distance.jsPpm())
                .build();
    }

    static Shift fromJson(JsonObject json) {
        return new Shift(
                json.string("path"),
                Labels.parse(Aspect.class, json.string("aspect"), "drift.distributions.aspect"),
                new Distance(json.integer("psiPpm"), json.integer("ksPpm"), json.integer("jsPpm")));
    }
}
