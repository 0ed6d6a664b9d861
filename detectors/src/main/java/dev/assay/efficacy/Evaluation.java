package dev.assay.efficacy;

import dev.assay.config.ConfidenceBand;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends labelled items through the detectors and counts. A value counts as found if a winning finding of its type and of
 * band likely or above covers at least half of it; a finding of a type counts as wrong if it touches no value of that type.
 * An item is judged alone, with its column's header and without its column's other cells. Memory does not grow with the
 * corpus. Not thread-safe.
 */
public final class Evaluation {
    /** The least confidence that counts. */
    public static final int MIN_CONFIDENCE = ConfidenceBand.LIKELY.floor();

    private static final int MOST_COLUMNS = 10_000;
    private final RuleSet rules;
    private final CellScanner scanner;
    private final Findings findings = new Findings();
    private final CellBatch batch = new CellBatch(1 << 12);
    private final Map<String, ColumnContext> columns = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Figure>> figures = new TreeMap<>();
    private final Corpus.Digest digest = new Corpus.Digest();

    public Evaluation(RuleSet rules) {
        this.rules = rules;
        scanner = rules.scanner();
    }

    /** A finding that counts; offsets in bytes. */
    private record Found(int start, int end, String entity) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }

        /** Whether it covers at least half of a stretch. */
        boolean covers(int from, int to) {
            return 2 * (Math.min(end, to) - Math.max(start, from)) >= to - from;
        }
    }

    /** A value that ought to be found; offsets in bytes. */
    private record Wanted(int start, int end, String entity) {}

    /** Looks at one item. */
    public void add(LabelledText item) {
        digest.add(item);
        List<Found> found = findIn(item);
        List<Wanted> wanted = item.spans().stream()
                .map(span ->
                        new Wanted(bytes(item.text(), span.start()), bytes(item.text(), span.end()), span.entity()))
                .toList();
        for (Wanted value : wanted) {
            boolean hit = found.stream()
                    .anyMatch(finding -> finding.entity.equals(value.entity) && finding.covers(value.start, value.end));
            count(new Figure(value.entity, item.language(), hit ? 1 : 0, 0, hit ? 0 : 1));
        }
        for (Found finding : found) {
            boolean right = wanted.stream()
                    .anyMatch(value -> value.entity.equals(finding.entity) && finding.overlaps(value.start, value.end));
            if (!right) {
                count(new Figure(finding.entity, item.language(), 0, 1, 0));
            }
        }
    }

    private List<Found> findIn(LabelledText item) {
        byte[] utf8 = item.text().getBytes(StandardCharsets.UTF_8);
        batch.clear();
        batch.add(utf8, 0, utf8.length);
        if (columns.size() > MOST_COLUMNS) {
            columns.clear();
        }
        scanner.scan(batch, columns.computeIfAbsent(item.column(), rules::column), findings);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.isWinner(i) && findings.confidence(i) >= MIN_CONFIDENCE) {
                String entity = rules.detector(findings.detector(i)).entity();
                found.add(new Found(findings.start(i), findings.end(i), entity));
            }
        }
        return found;
    }

    private static int bytes(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, codePoints);
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private void count(Figure one) {
        figures.computeIfAbsent(one.entity(), unused -> new TreeMap<>()).merge(one.language(), one, Figure::plus);
    }

    /** What was counted; the evaluation is over with it. */
    public Figures finish(String corpus) {
        List<Figure> all = new ArrayList<>();
        figures.values().forEach(byLanguage -> all.addAll(byLanguage.values()));
        return new Figures(digest.finish(corpus), rules.sha256(), all);
    }
}
