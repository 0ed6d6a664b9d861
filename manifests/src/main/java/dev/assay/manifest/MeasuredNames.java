package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * What the model of names of one language found and missed in one labelled corpus, measured when the model was made.
 *
 * @param language of the model
 * @param artifactSha256 digest of its file
 * @param corpus name of the corpus
 * @param corpusSha256 digest of its items
 * @param items how many
 * @param types by entity, writing and least confidence
 */
public record MeasuredNames(
        String language,
        String artifactSha256,
        String corpus,
        String corpusSha256,
        long items,
        List<MeasuredWriting> types) {
    public MeasuredNames {
        Require.text(language, "efficacy.names.language");
        DigestField.require(artifactSha256, "efficacy.names.artifactSha256");
        Require.text(corpus, "efficacy.names.corpus.name");
        DigestField.require(corpusSha256, "efficacy.names.corpus.sha256");
        Require.count(items, "efficacy.names.corpus.items");
        types = Order.sorted(types, Order.by(MeasuredWriting::key), "efficacy.names.types");
    }

    String key() {
        return language + ' ' + corpus;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("language", language)
                .put("artifactSha256", artifactSha256)
                .put("corpus", Measurement.corpus(corpus, corpusSha256, items))
                .put("types", types.stream().map(MeasuredWriting::toJson).toList())
                .build();
    }

    static MeasuredNames fromJson(JsonObject json) {
        JsonObject corpus = json.object("corpus");
        String language = json.string("language");
        return new MeasuredNames(
                language,
                json.string("artifactSha256"),
                corpus.string("name"),
                corpus.string("sha256"),
                corpus.integer("items"),
                json.array("types").objects(type -> MeasuredWriting.fromJson(type, language)));
    }
}
