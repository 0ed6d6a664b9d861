package dev.assay.detect;

import dev.assay.config.FindingClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A finding as tests speak of it: by the detector's id, in code points. */
record Hit(String detector, int start, int end, int confidence, FindingClass findingClass, boolean winner) {
    /** All findings in a text, alternatives included. */
    static List<Hit> in(RuleSet rules, String text, String column) {
        return in(rules, rules.scanner(), text, column);
    }

    /** As {@link #in(RuleSet, String)}, with the unlikely candidates that nothing speaks for. */
    static List<Hit> inThoroughly(RuleSet rules, String text) {
        return in(rules, rules.thoroughScanner(), text, "");
    }

    /** As {@link #in(RuleSet, String)}, with a scanner that is there already. */
    static List<Hit> in(RuleSet rules, CellScanner scanner, String text, String column) {
        Findings findings = new Findings();
        CellBatch batch = CellBatch.of(List.of(text));
        scanner.scan(batch, rules.column(column), findings);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            hits.add(new Hit(
                    rules.detector(findings.detector(i)).id(),
                    codePoints(utf8, findings.start(i)),
                    codePoints(utf8, findings.end(i)),
                    findings.confidence(i),
                    findings.findingClass(i),
                    findings.isWinner(i)));
        }
        return hits;
    }

    static List<Hit> in(RuleSet rules, String text) {
        return in(rules, text, "");
    }

    private static int codePoints(byte[] utf8, int length) {
        String before = new String(utf8, 0, length, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length());
    }
}
