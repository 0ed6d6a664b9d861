package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * How far one histogram of one column moved.
 *
 * @param path column path
 * @param aspect which histogram: {@code lengths}, {@code numbers} or {@code values} (the spread by hash)
 * @param distance how far
 */
public record Shift(String path, Aspect aspect, Distance distance) {

    /** Which histogram of a column. */
    public enum Aspect {
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
