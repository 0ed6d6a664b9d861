package dev.assay.detect;

import dev.assay.config.DataClass;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link Detector} as JSON: what the rule set's digest is made over, and how the compiled catalogue keeps it. */
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

    static Detector read(JsonObject json) {
        JsonObject confidence = json.object("confidence");
        return new Detector(
                json.string("id"),
                json.string("entity"),
                DataClass.valueOf(json.string("data-class")),
                json.int32("version"),
                json.findString("region").orElse(null),
                json.string("standard"),
                json.strings("shapes"),
                json.findString("lead").orElse(null),
                json.findString("anchor").orElse(null),
                Boundary.valueOf(json.string("left")),
                Boundary.valueOf(json.string("right")),
                json.findString("check").orElse(null),
                words(json.object("context")),
                words(json.object("against")),
                json.strings("columns"),
                json.strings("not-columns"),
                new Confidence(
                        confidence.int32("shape"),
                        confidence.int32("checked"),
                        confidence.int32("context"),
                        confidence.int32("column"),
                        confidence.int32("counter")),
                json.int32("specificity"),
                json.int32("chance"),
                json.strings("peers"));
    }

    private static JsonObject words(Map<String, List<String>> byLanguage) {
        JsonObject.Builder builder = JsonObject.builder();
        byLanguage.forEach(builder::putStrings);
        return builder.build();
    }

    private static Map<String, List<String>> words(JsonObject json) {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        json.members().keySet().forEach(language -> byLanguage.put(language, json.strings(language)));
        return byLanguage;
    }
}
