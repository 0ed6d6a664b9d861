package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks the catalogue both ways: entries, case tables, checks and entity types all know each other. */
@Tag("slow")
class CatalogueTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void everyDetectorHasACaseTableAndEveryTableADetector() throws IOException {
        TreeSet<String> tables = new TreeSet<>();
        for (CaseTable table : tables()) {
            tables.add(table.detector());
        }
        TreeSet<String> ids = new TreeSet<>();
        RuleSet.shippedWithNames().detectors().forEach(detector -> ids.add(detector.id()));
        assertThat(tables).isEqualTo(ids);
    }

    @Test
    void everyTableHoldsHitsAndNearMisses() throws IOException {
        List<String> thin = new ArrayList<>();
        for (CaseTable table : tables()) {
            long hits = table.cases().stream()
                    .filter(row -> !row.expected().isEmpty())
                    .count();
            if (hits == 0 || hits == table.cases().size()) {
                thin.add(table.detector());
            }
        }
        assertThat(thin).isEmpty();
    }

    @Test
    void everyCaseOfEveryTableHolds() throws IOException {
        RuleSet rules = RuleSet.shippedWithNames();
        CellScanner scanner = rules.scanner();
        List<String> wrong = new ArrayList<>();
        for (CaseTable table : tables()) {
            int detector = rules.index(table.detector()).orElseThrow();
            for (CaseTable.Case row : table.cases()) {
                List<String> expected = row.expected().stream()
                        .map(span -> span.start() + "-" + span.end() + ":"
                                + span.findingClass().label())
                        .toList();
                List<String> found = new ArrayList<>();
                List<String> tooUnsure = new ArrayList<>();
                for (Hit hit : Hit.in(rules, scanner, row.text(), row.column())) {
                    if (hit.detector().equals(table.detector())
                            && hit.confidence() >= ConfidenceBand.POSSIBLE.floor()) {
                        found.add(hit.start() + "-" + hit.end() + ":"
                                + hit.findingClass().label());
                        row.expected().stream()
                                .filter(span -> span.start() == hit.start()
                                        && hit.confidence() < span.band().floor())
                                .forEach(span -> tooUnsure.add(hit.start() + "-" + hit.end() + "@" + hit.confidence()));
                    }
                }
                if (!found.equals(expected) || !tooUnsure.isEmpty()) {
                    wrong.add(rules.detector(detector).id() + ".tsv:" + row.line() + " (" + row.why() + "): expected "
                            + expected + ", found " + found + (tooUnsure.isEmpty() ? "" : ", too unsure " + tooUnsure));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEntityTypeIsOnTheList() throws IOException {
        try (InputStream list = getClass().getClassLoader().getResourceAsStream("dev/assay/config/entity-types.yaml")) {
            assumeTrue(list != null, "the list of entity types is not on the class path");
            List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(":") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(':')).strip())
                    .toList();
            assertThat(RuleSet.shippedWithNames().detectors())
                    .allSatisfy(detector -> assertThat(lines).contains(detector.entity()));
        }
    }

    @Test
    void theCompiledCatalogueIsTheOneInTheYamlFiles() {
        assertThat(RuleSet.shippedWithNames().detectors()).isEqualTo(Catalogue.onClassPath());
    }

    @Test
    void theHeadOfTheCompiledCatalogueIsReadAsItWasWritten() {
        List<Detector> all = Catalogue.onClassPath();
        CatalogueHead head = CatalogueHead.of(all, "tables");

        assertThat(CatalogueHead.read(head.bytes())).isEqualTo(head);
        assertThat(head.sha256()).isEqualTo(RuleSet.digest(all, "tables"));
        assertThat(head.shapesSha256())
                .isEqualTo(RuleSet.digest(RuleSet.shipped().detectors(), "tables"))
                .isNotEqualTo(head.sha256());
    }

    @Test
    void theCatalogueIsCompiledWithTheBuild() {
        assertThat(getClass().getClassLoader().getResource(CompiledCatalogue.RESOURCE))
                .isNotNull();
    }

    private static List<CaseTable> tables() throws IOException {
        List<CaseTable> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                tables.add(CaseTable.read(file));
            }
        }
        return tables;
    }
}
