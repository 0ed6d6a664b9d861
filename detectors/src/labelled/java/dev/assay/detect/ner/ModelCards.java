package dev.assay.detect.ner;

import dev.assay.config.ConfidenceBand;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.NameFigure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of {@code docs/names.md} that say what the shipped models are and how good: written, never edited. */
final class ModelCards {
    private static final String BEGIN = "<!-- written by NameScoresTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final int SHOWN = 12;

    private ModelCards() {}

    /** The document with its tables made anew. */
    static String in(String document, List<NameFigure> figures) throws IOException {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IllegalArgumentException("the document has no place for the tables");
        }
        return document.substring(0, begin + BEGIN.length())
                + models()
                + "\n"
                + scores(figures)
                + document.substring(end);
    }

    private static String models() throws IOException {
        StringBuilder table = new StringBuilder("| Model | SHA-256 | Features | Lean |\n|---|---|---|---|\n");
        table.append("| `lexicon.bin` | `")
                .append(ShippedScores.sha256OfFile("lexicon.bin"), 0, SHOWN)
                .append("` | | |\n");
        for (String code : Portions.LANGUAGES) {
            Language language = Language.valueOf(code.toUpperCase(Locale.ROOT));
            Lean lean = language.lean();
            table.append(String.format(
                    Locale.ROOT,
                    "| `names-%s.bin` | `%s` | %,d | %d / %d / %d |\n",
                    code,
                    ShippedScores.sha256(code).substring(0, SHOWN),
                    ShippedNames.model(language).orElseThrow().size(),
                    lean.person(),
                    lean.location(),
                    lean.organization()));
        }
        return table.toString();
    }

    /** Figures of one model, corpus and kind in all writings and bands, in one line. */
    private static String scores(List<NameFigure> figures) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (NameFigure figure : figures) {
            Line line = lines.computeIfAbsent(
                    figure.language() + figure.corpus().name() + figure.figure().entity(), unused -> new Line());
            line.take(figure);
        }
        StringBuilder table = new StringBuilder(
                "| Model | Measured on | Kind (labelled) | Exact P / R / F1 | P / R | Likely: P / R | Small: F1, P / R |"
                        + " Capitals: F1, P / R |\n|---|---|---|---|---|---|---|---|\n");
        lines.values().forEach(line -> table.append(line).append('\n'));
        return table.toString();
    }

    private static final class Line {
        private String head = "";
        private String written = "";
        private String likely = "";
        private String small = "";
        private String capitals = "";

        void take(NameFigure one) {
            boolean possible = one.minConfidence() == ConfidenceBand.POSSIBLE.floor();
            Figure figure = one.figure();
            switch (one.writing()) {
                case AS_WRITTEN -> {
                    if (possible) {
                        head = one.language() + " | " + one.corpus().name() + " | " + figure.entity() + " ("
                                + labelled(figure) + ")";
                        written = exact(one) + " | " + rates(one);
                    } else {
                        likely = rates(one);
                    }
                }
                case SMALL -> small = possible ? f1(one) + ", " + rates(one) : small;
                case CAPITALS -> capitals = possible ? f1(one) + ", " + rates(one) : capitals;
            }
        }

        @Override
        public String toString() {
            return "| " + String.join(" | ", head, written, likely, small, capitals) + " |";
        }
    }

    private static long labelled(Figure figure) {
        return figure.found() + figure.missed();
    }

    private static String exact(NameFigure one) {
        return part(one.exact(), one.findings()) + " / " + part(one.exact(), labelled(one.figure())) + " / " + f1(one);
    }

    private static String f1(NameFigure one) {
        return part(2 * one.exact(), one.findings() + labelled(one.figure()));
    }

    private static String rates(NameFigure one) {
        long right = one.findings() - one.figure().wrong();
        return part(right, one.findings()) + " / " + part(one.figure().found(), labelled(one.figure()));
    }

    /** Three digits, rounded half up. */
    private static String part(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long permille = (2000 * part + whole) / (2 * whole);
        return permille == 1000 ? "1.000" : String.format(Locale.ROOT, ".%03d", permille);
    }
}
