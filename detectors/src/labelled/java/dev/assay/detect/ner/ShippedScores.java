package dev.assay.detect.ner;

import dev.assay.config.ConfidenceBand;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.efficacy.Corpus;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.LabelledSpan;
import dev.assay.efficacy.LabelledText;
import dev.assay.efficacy.NameFigure;
import dev.assay.efficacy.Writing;
import dev.assay.json.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the shipped models on every development portion as scans decide: all detectors at work, each text a cell of its own. */
final class ShippedScores {
    private static final List<Integer> BANDS =
            List.of(ConfidenceBand.POSSIBLE.floor(), ConfidenceBand.LIKELY.floor());

    private final RuleSet rules = RuleSet.shippedWithNames();
    private final CellScanner scanner = rules.scanner();
    private final ColumnContext column = rules.column("");
    private final Findings findings = new Findings();
    private final CellBatch batch = new CellBatch(1 << 12);
    private final List<NameFigure> figures = new ArrayList<>();

    private ShippedScores() {}

    /** All figures, in the order of the languages and portions. */
    static List<NameFigure> measured(Path data) throws IOException {
        List<NameFigure> all = new ArrayList<>();
        for (String language : Portions.LANGUAGES) {
            all.addAll(measured(language, data));
        }
        return List.copyOf(all);
    }

    /** The figures of one language. */
    static List<NameFigure> measured(String language, Path data) throws IOException {
        ShippedScores scores = new ShippedScores();
        for (Map.Entry<String, List<Labelled>> corpus :
                new Portions(data).development(language).entrySet()) {
            scores.measure(language, corpus.getKey(), items(corpus.getValue(), language));
        }
        return List.copyOf(scores.figures);
    }

    /** A portion's texts, numbered. */
    static List<LabelledText> items(List<Labelled> texts, String language) {
        List<LabelledText> items = new ArrayList<>();
        for (Labelled text : texts) {
            items.add(text.item(Integer.toString(items.size()), language));
        }
        return items;
    }

    /** Digest of a shipped model's file. */
    static String sha256(String language) throws IOException {
        return sha256OfFile("names-" + language + ".bin");
    }

    static String sha256OfFile(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ShippedNames.class.getResourceAsStream(resource), resource)) {
            return Sha256.hex(in.readAllBytes());
        }
    }

    private void measure(String language, String name, List<LabelledText> items) throws IOException {
        String model = sha256(language);
        Corpus corpus = Corpus.of(name, items);
        for (Writing writing : Writing.values()) {
            for (int band : BANDS) {
                Map<NameKind, Scores> scores = scores(items, writing, band);
                scores.forEach((kind, one) -> {
                    if (one.labelled() > 0) {
                        Figure figure = new Figure(
                                kind.name(),
                                language,
                                one.covered(),
                                one.wrong(),
                                one.labelled() - one.covered());
                        figures.add(new NameFigure(model, corpus, writing, band, figure, one.exact(), one.found()));
                    }
                });
            }
        }
    }

    private Map<NameKind, Scores> scores(List<LabelledText> items, Writing writing, int band) {
        Map<NameKind, Scores> scores = new EnumMap<>(NameKind.class);
        for (LabelledText item : items) {
            LabelledText written = writing.of(item);
            scan(written.text());
            for (NameKind kind : NameKind.values()) {
                scores.computeIfAbsent(kind, unused -> new Scores()).count(labels(written, kind), found(kind, band));
            }
        }
        return scores;
    }

    private void scan(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        batch.clear();
        batch.add(utf8, 0, utf8.length);
        scanner.scan(batch, column, findings);
    }

    private List<int[]> found(NameKind kind, int band) {
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String entity = rules.detector(findings.detector(i)).entity();
            if (findings.isWinner(i) && findings.confidence(i) >= band && entity.equals(kind.name())) {
                found.add(new int[] {findings.start(i), findings.end(i)});
            }
        }
        return found;
    }

    private static List<int[]> labels(LabelledText item, NameKind kind) {
        return item.spans().stream()
                .filter(span -> span.entity().equals(kind.name()))
                .map(span -> bytes(item.text(), span))
                .toList();
    }

    private static int[] bytes(String text, LabelledSpan span) {
        return new int[] {bytes(text, span.start()), bytes(text, span.end())};
    }

    private static int bytes(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, codePoints);
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
