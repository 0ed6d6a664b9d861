package dev.assay.scan;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Invented values that every split sends through the very scanner it scans with. If one is not found, the detectors do
 * not work as they should, and the scan does not count. Where nothing had to be parsed, they are sent once for all.
 * Immutable, thread-safe.
 */
final class Canaries {
    private static final String RESOURCE = "canaries.tsv";
    private static final Canaries SHIPPED = new Canaries(read());

    private final List<Canary> canaries;

    /** One invented value: what it is, the path of the column it pretends to stand in, and the cell's text. */
    private record Canary(String entity, String column, String text) {}

    private Canaries(List<Canary> canaries) {
        this.canaries = List.copyOf(canaries);
    }

    /** The set that comes with the program; one value an entity type. */
    static Canaries shipped() {
        return SHIPPED;
    }

    /** Sends the canaries whose entity type some detector of the rule set looks for through a scanner. */
    void release(RuleSet rules, CellScanner scanner, ScanSummary summary) {
        SortedSet<String> sought = new TreeSet<>();
        rules.detectors().forEach(detector -> sought.add(detector.entity()));
        Findings findings = new Findings();
        for (Canary canary : canaries) {
            if (sought.contains(canary.entity)) {
                scanner.scan(CellBatch.of(List.of(canary.text)), rules.column(canary.column), findings);
                summary.canary(canary.entity, isFound(canary, findings, rules));
            }
        }
    }

    /** A canary that another detector won is found all the same: its own detector saw it. */
    private static boolean isFound(Canary canary, Findings findings, RuleSet rules) {
        for (int i = 0; i < findings.size(); i++) {
            boolean sure = findings.confidence(i) >= ConfidenceBand.LIKELY.floor()
                    && findings.findingClass(i) == FindingClass.REAL;
            if (sure && rules.detector(findings.detector(i)).entity().equals(canary.entity)) {
                return true;
            }
        }
        return false;
    }

    /** What all splits together say of the canaries. */
    static dev.assay.manifest.Canaries outcome(ScanSummary splits, RuleSet rules, CellScanners scanners) {
        ScanSummary all = splits;
        if (!splits.sections().isEmpty() && splits.sections().stream().allMatch(SectionResult::reused)) {
            all = new ScanSummary();
            CellScanner scanner = scanners.take();
            SHIPPED.release(rules, scanner, all);
            scanners.give(scanner);
        }
        List<String> missed = List.copyOf(all.canariesMissed());
        int found = all.canariesFound().size();
        return new dev.assay.manifest.Canaries(found + missed.size(), found, missed);
    }

    private static List<Canary> read() {
        List<Canary> canaries = new ArrayList<>();
        try (InputStream resource = Canaries.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the program.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                canaries.add(new Canary(fields[0], fields[1], unescape(fields[2])));
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return canaries;
    }

    /** Undoes {@code \n} and {@code \}{@code u0041}; the file uses them so that no tool takes an invented key for a live one. */
    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\n", i)) {
                out.append('\n');
                i += 1;
            } else if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
