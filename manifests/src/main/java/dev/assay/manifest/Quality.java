package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the values look like: how complete, how varied, how long, how large, and how many rows are there twice.
 *
 * @param repeatedRows rows that are there more than once
 * @param nearDuplicates long texts that are much like another; null if that was not measured
 * @param distinctMethod how different values are estimated where they were not counted one by one
 * @param columns sorted by path
 * @param expectations values that are as the policy of the scan expected, sorted by column and digest
 * @param representation how the values of declared label, sensitive and proxy columns are spread, sorted by column
 * @param contamination how much of each evaluation set is in the data, sorted by name; empty if none was named
 * @param unique whether values are there twice in the columns that the policy of the scan asked about, sorted by column
 * @param mostCommon the most common values; null if the scan had no key to digest them with
 */
public record Quality(
        RepeatedRows repeatedRows,
        @Nullable NearDuplicates nearDuplicates,
        String distinctMethod,
        List<QualityColumn> columns,
        List<MetExpectation> expectations,
        List<Representation> representation,
        List<Contamination> contamination,
        List<UniqueColumn> unique,
        @Nullable MostCommon mostCommon) {
    public Quality {
        Require.text(distinctMethod, "quality.distinctMethod");
        columns = Order.sorted(columns, Order.by(QualityColumn::path), "quality.columns");
        expectations = Order.sorted(expectations, Order.by(MetExpectation::key), "quality.expectations");
        representation = Order.sorted(representation, Order.by(Representation::column), "quality.representation");
        contamination = Order.sorted(contamination, Order.by(Contamination::name), "quality.contamination");
        unique = Order.sorted(unique, Order.by(UniqueColumn::column), "quality.unique");
    }

    /** Values of which nothing was expected and whose texts were not compared. */
    public Quality(RepeatedRows repeatedRows, String distinctMethod, List<QualityColumn> columns) {
        this(repeatedRows, null, distinctMethod, columns, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** One column's values. */
    public Optional<QualityColumn> column(String path) {
        return columns.stream().filter(column -> column.path().equals(path)).findFirst();
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("repeatedRows", repeatedRows.toJson())
                .put("distinctMethod", distinctMethod)
                .put("columns", columns.stream().map(QualityColumn::toJson).toList());
        if (nearDuplicates != null) {
            json.put("nearDuplicates", nearDuplicates.toJson());
        }
        if (!expectations.isEmpty()) {
            json.put(
                    "expectations",
                    expectations.stream().map(MetExpectation::toJson).toList());
        }
        if (!representation.isEmpty()) {
            json.put(
                    "representation",
                    representation.stream().map(Representation::toJson).toList());
        }
        if (!contamination.isEmpty()) {
            json.put(
                    "contamination",
                    contamination.stream().map(Contamination::toJson).toList());
        }
        if (!unique.isEmpty()) {
            json.put("unique", unique.stream().map(UniqueColumn::toJson).toList());
        }
        if (mostCommon != null) {
            json.put("mostCommon", mostCommon.toJson());
        }
        return json.build();
    }

    static Quality fromJson(JsonObject json) {
        return new Quality(
                RepeatedRows.fromJson(json.object("repeatedRows")),
                json.findObject("nearDuplicates").map(NearDuplicates::fromJson).orElse(null),
                json.string("distinctMethod"),
                json.array("columns").objects(QualityColumn::fromJson),
                json.find("expectations")
                        .map(found -> found.asArray().objects(MetExpectation::fromJson))
                        .orElse(List.of()),
                json.find("representation")
                        .map(found -> found.asArray().objects(Representation::fromJson))
                        .orElse(List.of()),
                json.find("contamination")
                        .map(found -> found.asArray().objects(Contamination::fromJson))
                        .orElse(List.of()),
                json.find("unique")
                        .map(found -> found.asArray().objects(UniqueColumn::fromJson))
                        .orElse(List.of()),
                json.findObject("mostCommon").map(MostCommon::fromJson).orElse(null));
    }
}
