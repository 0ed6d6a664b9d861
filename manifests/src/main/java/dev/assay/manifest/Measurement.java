package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * What the detectors found and missed in a labelled corpus.
 *
 * @param corpus name of the corpus
 * @param corpusSha256 digest of its items
 * @param items how many
 * @param ruleSetSha256 digest of the rules that were measured
 * @param minConfidence the least confidence that counted
 * @param types by entity and locale
 * @param unmeasured entity types the rules look for and the corpus holds no value of, sorted
 */
public record Measurement(
        String corpus,
        String corpusSha256,
        long items,
        String ruleSetSha256,
        long minConfidence,
        List<MeasuredType> types,
        List<String> unmeasured) {
    public Measurement {
        Require.text(corpus, "efficacy.corpus.name");
        DigestField.require(corpusSha256, "efficacy.corpus.sha256");
        Require.count(items, "efficacy.corpus.items");
        DigestField.require(ruleSetSha256, "efficacy.ruleSetSha256");
        Require.count(minConfidence, "efficacy.minConfidence");
        types = Order.sorted(types, Order.by(MeasuredType::key), "efficacy.types");
        unmeasured = Order.texts(unmeasured, "efficacy.unmeasured");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("corpus", corpus(corpus, corpusSha256, items))
                .put("ruleSetSha256", ruleSetSha256)
                .put("minConfidence", minConfidence)
                .put("types", types.stream().map(MeasuredType::toJson).toList())
                .putStrings("unmeasured", unmeasured)
                .build();
    }

    /** Which corpus something was measured on. */
    static JsonObject corpus(String name, String sha256, long items) {
        return JsonObject.builder()
                .put("name", name)
                .put("sha256", sha256)
                .put("items", items)
                .build();
    }

    static Measurement fromJson(JsonObject json) {
        JsonObject corpus = json.object("corpus");
        return new Measurement(
                corpus.string("name"),
                corpus.string("sha256"),
                corpus.integer("items"),
                json.string("ruleSetSha256"),
                json.integer("minConfidence"),
                json.array("types").objects(MeasuredType::fromJson),
                json.strings("unmeasured"));
    }
}
