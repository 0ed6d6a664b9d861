package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;

/** The JSON-LD context Croissant 1.1 asks for: its terms, most of which mean {@code cr:} and their own name. */
final class CroissantContext {
    private static final List<String> TERMS = List.of(
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "extract",
            "field",
            "fileObject",
            "fileProperty",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "samplingRate",
            "separator",
            "source",
            "subField",
            "transform");

    static final JsonObject JSON = context();

    private CroissantContext() {}

    private static JsonObject context() {
        JsonObject.Builder context = JsonObject.builder()
                .put("@language", "en")
                .put("@vocab", "https://schema.org/")
                .put("sc", "https://schema.org/")
                .put("cr", "http://mlcommons.org/croissant/")
                .put("rai", "http://mlcommons.org/croissant/RAI/")
                .put("dct", "http://purl.org/dc/terms/")
                .put("conformsTo", "dct:conformsTo")
                .put("data", typed("cr:data", "@json"))
                .put("examples", typed("cr:examples", "@json"))
                .put("dataType", typed("cr:dataType", "@vocab"));
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context.build();
    }

    private static Json typed(String id, String type) {
        return JsonObject.builder().put("@id", id).put("@type", type).build();
    }
}
