package dev.assay.cli;

import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the findings of one cell as {@code assay detect} answers them: positions in code points, never text. */
final class FindingJson {
    private final RuleSet rules;
    private final Findings findings;
    private final CellBatch batch;
    private final int minConfidence;
    private final @Nullable ColumnJudgement column;

    /**
     * A writer for the findings of a batch.
     *
     * @param column what the column says of its cells; null if each is judged alone
     */
    FindingJson(
            RuleSet rules, Findings findings, CellBatch batch, int minConfidence, @Nullable ColumnJudgement column) {
        this.rules = rules;
        this.findings = findings;
        this.batch = batch;
        this.minConfidence = minConfidence;
        this.column = column;
    }

    /** The answer for a cell whose findings stand at {@code from} until {@code to}. */
    JsonObject line(Json id, int cell, int from, int to) {
        int elected = column == null ? -1 : column.elected(batch, findings, cell, from, to);
        CodePoints points = points(cell, from, to);
        Map<Integer, List<Json>> alternatives = new HashMap<>();
        for (int finding = from; finding < to; finding++) {
            int winner = winner(finding, elected);
            if (finding != winner && confidence(finding) >= minConfidence) {
                alternatives
                        .computeIfAbsent(winner, first -> new ArrayList<>())
                        .add(base(finding, points).build());
            }
        }
        List<Json> winners = new ArrayList<>();
        for (int finding = from; finding < to; finding++) {
            if (finding == winner(finding, elected) && confidence(finding) >= minConfidence) {
                winners.add(base(finding, points)
                        .put("class", findings.findingClass(finding).label())
                        .put("alternatives", alternatives.getOrDefault(finding, List.of()))
                        .build());
            }
        }
        return JsonObject.builder().put("id", id).put("findings", winners).build();
    }

    /** An elected finding takes the whole cell, so all others overlap it. */
    private int winner(int finding, int elected) {
        return elected < 0 ? findings.winner(finding) : elected;
    }

    private int confidence(int finding) {
        return column == null ? findings.confidence(finding) : column.confidence(batch, findings, finding);
    }

    private JsonObject.Builder base(int finding, CodePoints points) {
        var detector = rules.detector(findings.detector(finding));
        return JsonObject.builder()
                .put("entity", detector.entity())
                .put("start", points.of(findings.start(finding)))
                .put("end", points.of(findings.end(finding)))
                .put("confidence", confidence(finding))
                .put("detector", detector.id());
    }

    private CodePoints points(int cell, int from, int to) {
        int[] offsets = new int[2 * (to - from)];
        for (int finding = from; finding < to; finding++) {
            offsets[2 * (finding - from)] = findings.start(finding);
            offsets[2 * (finding - from) + 1] = findings.end(finding);
        }
        return new CodePoints(batch.bytes(), batch.start(cell), offsets);
    }
}
