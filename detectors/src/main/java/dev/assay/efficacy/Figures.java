package dev.assay.efficacy;

import dev.assay.detect.RuleSet;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one rule set found in one corpus.
 *
 * @param corpus which corpus
 * @param ruleSetSha256 digest of the rule set
 * @param figures by entity type and language, sorted
 */
public record Figures(Corpus corpus, String ruleSetSha256, List<Figure> figures) {
    public Figures {
        figures = figures.stream().sorted().toList();
    }

    /**
     * What these rules find in the corpus that comes with the program: as the build measured it if they are the rules of
     * the build, else measured now.
     */
    public static Figures shipped(RuleSet rules) {
        return ShippedFigures.of(rules);
    }

    /** Measures now, on the corpus that comes with the program. */
    public static Figures measured(RuleSet rules) {
        Evaluation evaluation = new Evaluation(rules);
        shippedItems().forEach(evaluation::add);
        return evaluation.finish(Corpus.SHIPPED);
    }

    /** The corpus that comes with the program, made anew. */
    public static List<LabelledText> shippedItems() {
        return CorpusGenerator.items();
    }

    /** The figures of each type, all languages together, sorted by type. */
    public List<Figure> byEntity() {
        SortedMap<String, Figure> sums = new TreeMap<>();
        for (Figure figure : figures) {
            Figure one = new Figure(figure.entity(), "", figure.found(), figure.wrong(), figure.missed());
            sums.merge(figure.entity(), one, Figure::plus);
        }
        return List.copyOf(sums.values());
    }

    /** The entity types that the rules look for and the corpus holds no value of, sorted. */
    public List<String> unmeasured(RuleSet rules) {
        NavigableSet<String> types = new TreeSet<>();
        rules.detectors().forEach(detector -> types.add(detector.entity()));
        byEntity().stream().filter(Figure::hasRecall).map(Figure::entity).forEach(types::remove);
        return List.copyOf(types);
    }

    /** As {@code assay evaluate --json} prints it and as the build keeps it. */
    public JsonObject toJson() {
        return into(JsonObject.builder()).build();
    }

    JsonObject.Builder into(JsonObject.Builder json) {
        return json.put("corpus", corpus.toJson())
                .put("ruleSetSha256", ruleSetSha256)
                .put("minConfidence", Evaluation.MIN_CONFIDENCE)
                .put("types", byEntity().stream().map(Figures::toJson).toList())
                .put("languages", figures.stream().map(Figures::toJson).toList());
    }

    private static JsonObject toJson(Figure figure) {
        return into(figure, JsonObject.builder()).build();
    }

    /** Counts and rates of a figure, into an object that may hold more. */
    static JsonObject.Builder into(Figure figure, JsonObject.Builder json) {
        json.put("entity", figure.entity())
                .put("tp", figure.found())
                .put("fp", figure.wrong())
                .put("fn", figure.missed());
        if (!figure.language().isEmpty()) {
            json.put("language", figure.language());
        }
        if (figure.hasRecall()) {
            json.put("recallPpm", figure.recallPpm()).put("recallLowPpm", figure.recallLowPpm());
        }
        if (figure.hasPrecision()) {
            json.put("precisionPpm", figure.precisionPpm()).put("precisionLowPpm", figure.precisionLowPpm());
        }
        return json.put("f2Ppm", figure.f2Ppm());
    }

    static Figures fromJson(JsonObject json) {
        JsonObject corpus = json.object("corpus");
        return new Figures(
                new Corpus(corpus.string("name"), corpus.string("sha256"), corpus.integer("items")),
                json.string("ruleSetSha256"),
                json.array("languages")
                        .objects(figure -> new Figure(
                                figure.string("entity"),
                                figure.findString("language").orElse(""),
                                figure.integer("tp"),
                                figure.integer("fp"),
                                figure.integer("fn"))));
    }
}
