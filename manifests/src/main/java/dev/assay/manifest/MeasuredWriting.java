package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Locale;

/**
 * How one kind of name fared in a corpus, given in one way.
 *
 * @param writing how the texts were given: {@value #AS_WRITTEN}, small or capitals
 * @param minConfidence the least confidence that counted
 * @param figure counts and rates; its locale is the model's language
 */
public record MeasuredWriting(String writing, long minConfidence, MeasuredType figure) {
    /** As the corpus has it. */
    public static final String AS_WRITTEN = "as-written";

    public MeasuredWriting {
        Require.text(writing, "efficacy.names.writing");
        Require.count(minConfidence, "efficacy.names.minConfidence");
    }

    String key() {
        return String.format(Locale.ROOT, "%s %s %03d", figure.entity(), writing, minConfidence);
    }

    JsonObject toJson() {
        return figure.into(JsonObject.builder().put("entity", figure.entity()))
                .put("writing", writing)
                .put("minConfidence", minConfidence)
                .build();
    }

    static MeasuredWriting fromJson(JsonObject json, String language) {
        return new MeasuredWriting(
                json.string("writing"), json.integer("minConfidence"), MeasuredType.fromJson(json, language));
    }
}
