package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * How one entity type fared on a labelled corpus, in the items of one language. Rates are in parts per million, rounded
 * down; −1, which the record leaves out, where there is nothing to divide by. The low ones are lower ends of Wilson's 95 %
 * interval.
 *
 * @param entity name of the type
 * @param locale language of the items; empty where the corpus says none
 * @param tp values that were found
 * @param fp findings where no such value is
 * @param fn values that were missed
 */
public record MeasuredType(
        String entity,
        String locale,
        long tp,
        long fp,
        long fn,
        long recallPpm,
        long recallLowPpm,
        long precisionPpm,
        long precisionLowPpm) {
    public MeasuredType {
        Require.text(entity, "efficacy.entity");
        Require.count(tp, "efficacy.tp");
        Require.count(fp, "efficacy.fp");
        Require.count(fn, "efficacy.fn");
        Require.countOrUnknown(recallPpm, "efficacy.recallPpm");
        Require.countOrUnknown(recallLowPpm, "efficacy.recallLowPpm");
        Require.countOrUnknown(precisionPpm, "efficacy.precisionPpm");
        Require.countOrUnknown(precisionLowPpm, "efficacy.precisionLowPpm");
    }

    String key() {
        return entity + ' ' + locale;
    }

    JsonObject toJson() {
        return into(JsonObject.builder().put("entity", entity).put("locale", locale))
                .build();
    }

    /** Adds counts and rates. */
    JsonObject.Builder into(JsonObject.Builder json) {
        json.put("tp", tp).put("fp", fp).put("fn", fn);
        putKnown(json, "recallPpm", recallPpm);
        putKnown(json, "recallLowPpm", recallLowPpm);
        putKnown(json, "precisionPpm", precisionPpm);
        putKnown(json, "precisionLowPpm", precisionLowPpm);
        return json;
    }

    private static void putKnown(JsonObject.Builder json, String key, long value) {
        if (value >= 0) {
            json.put(key, value);
        }
    }

    static MeasuredType fromJson(JsonObject json) {
        return fromJson(json, json.string("locale"));
    }

    static MeasuredType fromJson(JsonObject json, String locale) {
        return new MeasuredType(
                json.string("entity"),
                locale,
                json.integer("tp"),
                json.integer("fp"),
                json.integer("fn"),
                known(json, "recallPpm"),
                known(json, "recallLowPpm"),
                known(json, "precisionPpm"),
                known(json, "precisionLowPpm"));
    }

    private static long known(JsonObject json, String key) {
        return json.find(key).isPresent() ? json.integer(key) : -1;
    }
}
