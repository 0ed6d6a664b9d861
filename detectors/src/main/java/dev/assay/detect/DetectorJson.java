package dev.assay.detect;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A {@link Detector} as JSON: what the rule set's digest is made over. */
final class DetectorJson {
    private DetectorJson() {}

    static JsonObject write(Detector detector) {
        Confidence confidence = detector.confidence();
        return JsonObject.builder()
                .put("id", detector.id())
                .put("entity", detector.entity())
                .put("data-class", detector.dataClass().name())
                .put("version", detector.version())
                .putIfPresent("region", detector.region())
                .put("standard", detector.standard())
                .putStrings("shapes", detector.shapes())
                .putIfPresent("lead", detector.lead())
                .putIfPresent("anchor", detector.anchor())
                .put("left", detector.left().name())
                .put("right", detector.right().name())
                .putIfPresent("check", detector.check())
                .put("context", words(detector.context()))
                .put("against", words(detector.against()))
                .putStrings("columns", detector.columns())
                .putStrings("not-columns", detector.notColumns())
                .put(
                        "confidence",
                        JsonObject.builder()
                                .put("shape", confidence.shape())
                                .put("checked", confidence.checked())
                                .put("context", confidence.context())
                                .put("column", confidence.column())
                                .put("counter", confidence.counter())
                                .build())
                .put("specificity", detector.specificity())
                .put("chance", detector.chancePpm())
                .putStrings("peers", detector.peers())
                .build();
    }

    private static JsonObject words(Map<String, List<String>> byLanguage) {
        JsonObject.Builder builder = JsonObject.builder();
        byLanguage.forEach(builder::putStrings);
        return builder.build();
    }
}
