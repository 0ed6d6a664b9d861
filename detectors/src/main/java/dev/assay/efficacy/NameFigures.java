package dev.assay.efficacy;

import dev.assay.detect.RuleSet;
import dev.assay.json.JsonObject;
import java.util.List;

/**
 * How good the models of names that come with the program are, by model, corpus, kind of name and how the text is written: a
 * resource of the program, for the labelled text is not part of it.
 */
public final class NameFigures {
    static final String RESOURCE = "names.tsv";
    private static final String HEADER = "language\tmodel-sha256\tcorpus\tcorpus-sha256\titems\twriting\tmin-confidence"
            + "\tentity\tfound\tmissed\twrong\texact\tfindings";

    private NameFigures() {}

    /** Every figure, in the order of the resource. */
    public static List<NameFigure> shipped() {
        return Table.rows(RESOURCE).stream().map(NameFigures::read).toList();
    }

    /**
     * The figures of the models that these rules ask: none where they seek no names, and none of a kind for which a model of the
     * workspace's own is asked in its language.
     */
    public static List<NameFigure> of(RuleSet rules) {
        if (rules.index("person-name").isEmpty()) {
            return List.of();
        }
        return shipped().stream()
                .filter(figure -> rules.models().stream()
                        .noneMatch(own -> own.language().equals(figure.language())
                                && own.entities().contains(figure.figure().entity())))
                .toList();
    }

    private static NameFigure read(Table.Row row) {
        return new NameFigure(
                row.field("model-sha256"),
                new Corpus(row.field("corpus"), row.field("corpus-sha256"), Long.parseLong(row.field("items"))),
                Writing.of(row.field("writing")),
                Integer.parseInt(row.field("min-confidence")),
                new Figure(
                        row.field("entity"),
                        row.field("language"),
                        Long.parseLong(row.field("found")),
                        Long.parseLong(row.field("wrong")),
                        Long.parseLong(row.field("missed"))),
                Long.parseLong(row.field("exact")),
                Long.parseLong(row.field("findings")));
    }

    /** The resource as a text. */
    public static String toText(List<NameFigure> figures) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (NameFigure one : figures) {
            Figure figure = one.figure();
            text.append(String.join(
                            "\t",
                            one.language(),
                            one.modelSha256(),
                            one.corpus().name(),
                            one.corpus().sha256(),
                            Long.toString(one.corpus().items()),
                            one.writing().label(),
                            Integer.toString(one.minConfidence()),
                            figure.entity(),
                            Long.toString(figure.found()),
                            Long.toString(figure.missed()),
                            Long.toString(figure.wrong()),
                            Long.toString(one.exact()),
                            Long.toString(one.findings())))
                    .append('\n');
        }
        return text.toString();
    }

    /** As {@code assay evaluate --json} prints figures of a corpus and, where there are any, of the models of names. */
    public static JsonObject withNames(Figures figures, List<NameFigure> names) {
        JsonObject.Builder json = figures.into(JsonObject.builder());
        if (!names.isEmpty()) {
            json.put("names", names.stream().map(NameFigures::toJson).toList());
        }
        return json.build();
    }

    private static JsonObject toJson(NameFigure one) {
        return Figures.into(one.figure(), JsonObject.builder())
                .put("modelSha256", one.modelSha256())
                .put("corpus", one.corpus().toJson())
                .put("writing", one.writing().label())
                .put("minConfidence", one.minConfidence())
                .build();
    }
}
