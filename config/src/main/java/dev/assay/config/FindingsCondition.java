package dev.assay.config;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Limits the findings that pass its filters. A finding counts when it passes each filter; an empty filter lets all pass,
 * and {@code entities} and {@code dataClasses} are one filter: either may name it.
 *
 * @param entities entity types
 * @param dataClasses kinds of data
 * @param classes real, published test value, placeholder
 * @param columns patterns over column paths
 * @param minConfidence 0–100, included
 * @param maxCount most findings allowed in the whole dataset; null for no such limit
 * @param maxRate most cells with such a finding, as a share of the cells scanned in the columns that pass the filter;
 *     null for no such limit
 * @param maxColumns most columns with such a finding; null for no such limit
 */
public record FindingsCondition(
        List<EntityType> entities,
        List<DataClass> dataClasses,
        List<FindingClass> classes,
        List<ColumnGlob> columns,
        int minConfidence,
        @Nullable Long maxCount,
        @Nullable Share maxRate,
        @Nullable Long maxColumns)
        implements Condition {
    public FindingsCondition {
        entities = entities.stream().distinct().sorted().toList();
        dataClasses = dataClasses.stream().distinct().sorted().toList();
        classes = classes.stream().distinct().sorted().toList();
        columns = List.copyOf(columns);
        if (maxCount == null && maxRate == null && maxColumns == null) {
            maxCount = 0L;
        }
    }

    static FindingsCondition read(Section rule, String key) {
        Section findings = rule.section(key);
        return new FindingsCondition(
                findings.list("entities", EntityTypes.loaded()::parse),
                findings.choices("data-classes", DataClass.class),
                findings.findChoices("classes", FindingClass.class).orElse(List.of(FindingClass.REAL)),
                findings.list("columns", ColumnGlob::new),
                findings.get("min-confidence", ConfidenceBand.LIKELY.floor(), FindingsCondition::confidence),
                findings.findInteger("max-count", 0, Json.MAX_SAFE_INTEGER).orElse(null),
                findings.findShare("max-rate").orElse(null),
                findings.findInteger("max-columns", 0, Json.MAX_SAFE_INTEGER).orElse(null));
    }

    /** Reads the short form that limits the cells with some types: {@code entity-rate}. */
    static FindingsCondition readEntityRate(Section rule, String key) {
        Section rate = rule.section(key).require("entities").require("max");
        return new FindingsCondition(
                rate.list("entities", EntityTypes.loaded()::parse),
                List.of(),
                List.of(FindingClass.REAL),
                rate.list("columns", ColumnGlob::new),
                rate.get("min-confidence", ConfidenceBand.LIKELY.floor(), FindingsCondition::confidence),
                null,
                rate.findShare("max").orElse(Share.NONE),
                null);
    }

    /** Reads the short form that limits credentials: {@code secret-count}. */
    static FindingsCondition readSecretCount(Section rule, String key) {
        Section count = rule.section(key);
        return new FindingsCondition(
                List.of(),
                List.of(DataClass.CREDENTIAL),
                List.of(FindingClass.REAL),
                count.list("columns", ColumnGlob::new),
                count.get("min-confidence", ConfidenceBand.LIKELY.floor(), FindingsCondition::confidence),
                count.integer("max", 0, 0, Json.MAX_SAFE_INTEGER),
                null,
                null);
    }

    private static int confidence(String text) {
        return Character.isDigit(text.charAt(0)) || text.charAt(0) == '-'
                ? (int) Values.integer(text, 0, 100)
                : Values.choice(text, ConfidenceBand.class).floor();
    }

    /** Whether a finding of this kind counts, wherever it lies. */
    public boolean takes(EntityType entity, FindingClass findingClass, int confidence) {
        boolean wanted = (entities.isEmpty() && dataClasses.isEmpty())
                || entities.stream().anyMatch(named -> named.name().equals(entity.name()))
                || dataClasses.contains(entity.dataClass());
        return wanted && (classes.isEmpty() || classes.contains(findingClass)) && confidence >= minConfidence;
    }

    /** Whether findings of this column count. */
    public boolean takesColumn(String path) {
        return columns.isEmpty() || columns.stream().anyMatch(glob -> glob.matches(path));
    }

    @Override
    public String kind() {
        return ConditionKind.FINDINGS.label();
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .putStrings("entities", texts(entities, EntityType::name))
                .putStrings("dataClasses", texts(dataClasses, DataClass::label))
                .putStrings("classes", texts(classes, FindingClass::label))
                .putStrings("columns", texts(columns, ColumnGlob::pattern))
                .put("minConfidence", minConfidence);
        if (maxCount != null) {
            json.put("maxCount", maxCount);
        }
        if (maxColumns != null) {
            json.put("maxColumns", maxColumns);
        }
        return json.putIfPresent("maxRate", maxRate == null ? null : maxRate.toString())
                .build();
    }

    /** Names of a filter: a set, so its order in the file does not reach the digest. */
    private static <T> SortedSet<String> texts(List<T> values, Function<T, String> name) {
        SortedSet<String> names = new TreeSet<>();
        values.forEach(value -> names.add(name.apply(value)));
        return names;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.findings(this);
    }
}
