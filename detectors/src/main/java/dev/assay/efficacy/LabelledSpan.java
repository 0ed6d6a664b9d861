package dev.assay.efficacy;

import dev.assay.json.JsonObject;

/**
 * A stretch of a text that somebody says holds a value of a type.
 *
 * @param start first code point, from 0
 * @param end one past the last code point, greater than {@code start}
 * @param entity name of the entity type
 */
public record LabelledSpan(int start, int end, String entity) {
    public LabelledSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + " holds nothing");
        }
        if (entity.isBlank()) {
            throw new IllegalArgumentException("a span without an entity");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("start", start)
                .put("end", end)
                .put("entity", entity)
                .build();
    }

    static LabelledSpan fromJson(JsonObject json) {
        return new LabelledSpan(json.int32("start"), json.int32("end"), json.string("entity"));
    }
}
