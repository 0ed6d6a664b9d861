package dev.assay.manifest;

import dev.assay.config.FindingClass;
import dev.assay.json.JsonObject;
import java.util.Comparator;

/**
 * One finding, shown without its text.
 *
 * @param entity entity type's name
 * @param findingClass somebody's data, or only its shape
 * @param column path
 * @param suppression id of the {@link AllowList} that matches it; empty if none does
 * @param file path within the dataset
 * @param row in the file, from 0
 * @param start first Unicode code point in the cell, from 0
 * @param end one past the last code point
 * @param confidence 0–100
 * @param detector id
 * @param masked the finding and its surroundings with everything that could identify replaced
 */
public record FindingSample(
        String entity,
        FindingClass findingClass,
        String column,
        String suppression,
        String file,
        long row,
        int start,
        int end,
        int confidence,
        String detector,
        String masked) {
    static final Comparator<FindingSample> ORDER = Order.by(FindingSample::entity)
            .thenComparing(Order.by(sample -> sample.findingClass().label()))
            .thenComparing(Order.by(FindingSample::column))
            .thenComparing(Order.by(FindingSample::file))
            .thenComparingLong(FindingSample::row)
            .thenComparingInt(FindingSample::start)
            .thenComparingInt(FindingSample::end)
            .thenComparing(Order.by(FindingSample::detector))
            .thenComparingInt(FindingSample::confidence)
            .thenComparing(Order.by(FindingSample::masked))
            .thenComparing(Order.by(FindingSample::suppression));

    /** A finding that no allow list matches. */
    public FindingSample(
            String entity,
            FindingClass findingClass,
            String column,
            String file,
            long row,
            int start,
            int end,
            int confidence,
            String detector,
            String masked) {
        this(entity, findingClass, column, "", file, row, start, end, confidence, detector, masked);
    }

    public FindingSample {
        Require.text(entity, "entity");
        DatasetPath.require(file);
        Require.count(row, "row");
        Require.text(detector, "detector");
        if (start < 0 || end <= start) {
            throw new ManifestException("A finding spans code points " + start + " to " + end + ".");
        }
        if (confidence < 0 || confidence > 100) {
            throw new ManifestException("A finding's confidence is " + confidence + "; it lies between 0 and 100.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("entity", entity)
                .put("class", findingClass.label())
                .put("column", column)
                .putIfPresent("suppression", suppression.isEmpty() ? null : suppression)
                .put("file", file)
                .put("row", row)
                .put("start", start)
                .put("end", end)
                .put("confidence", confidence)
                .put("detector", detector)
                .put("masked", masked)
                .build();
    }

    static FindingSample fromJson(JsonObject json) {
        return new FindingSample(
                json.string("entity"),
                Labels.parse(FindingClass.class, json.string("class"), "class"),
                json.string("column"),
                json.findString("suppression").orElse(""),
                json.string("file"),
                json.integer("row"),
                json.int32("start"),
                json.int32("end"),
                json.int32("confidence"),
                json.string("detector"),
                json.string("masked"));
    }
}
