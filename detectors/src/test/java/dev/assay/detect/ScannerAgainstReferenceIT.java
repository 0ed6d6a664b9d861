package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scanner and the slow matcher find the same, to the byte, in text as it stands; {@link ReadingLawTest} has the rest. */
class ScannerAgainstReferenceIT {
    private static final String[] PIECES = {
        "a",
        "b",
        "ab",
        "aba",
        "1",
        "23",
        "456",
        "7890",
        ".",
        ",",
        "-",
        ":",
        "/",
        "@",
        "://",
        " ",
        " ",
        " ",
        "_",
        "=",
        "\n",
        "tk_",
        "TK_",
        "pass",
        "PW",
        "pwd: ",
        "password=\"",
        "k=",
        "k==aa",
        "AB123",
        "code ",
        "Über Num ",
        "order ",
        "invoice number ",
        "ü",
        "漢",
        "x.yz",
        "anna@firma.io",
        "http://",
        "u:p@h.de",
        "12:34:ab",
        "fe80::1",
        "10.0.0.1",
        "3c:22:fb:9a:01:7e",
        "\u00ff",
        "\"",
        "\"code\": \"",
        "?num=",
        "&sha=",
        "'",
        "aaaa",
        "0000"
    };

    /** A piece of so many files; the slow matcher takes seconds for each thousand bytes. */
    private static final int REAL_CELLS = 20;

    @Test
    void onGeneratedTextWithDetectorsThatCollide() {
        RuleSet rules = RuleSet.of(Shapes.colliding());
        compare(rules, rules.column("item.code2"), generated(11, 700));
        compare(rules, rules.column("sha"), generated(12, 200));
        compare(rules, rules.column(""), generated(13, 200));
    }

    @Test
    void onGeneratedTextWithTheShippedCatalogue() {
        RuleSet rules = RuleSet.shipped();
        compare(rules, rules.column(""), generated(21, 120));
        compare(rules, rules.column("client.ip_address"), generated(22, 50));
    }

    @Test
    void onBytesThatAreNoUtf8() {
        RuleSet rules = RuleSet.of(Shapes.colliding());
        Random random = new Random(31);
        List<byte[]> cells = new ArrayList<>();
        for (byte[] cell : generated(32, 250)) {
            for (int i = 0; i < cell.length / 6; i++) {
                cell[random.nextInt(cell.length)] = (byte) random.nextInt(256);
            }
            cells.add(cell);
        }
        compare(rules, rules.column(""), cells);
    }

    @Test
    void onRealText() throws IOException {
        Path text = SharedData.path("data/text");
        assumeTrue(Files.isDirectory(text), "no " + text + " beside the repository");
        List<byte[]> cells = new ArrayList<>();
        try (Stream<Path> files = Files.walk(text)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            for (int i = 0; i < all.size(); i += Math.max(1, all.size() / REAL_CELLS)) {
                byte[] bytes = Files.readAllBytes(all.get(i));
                int size = Math.min(bytes.length, 1500);
                cells.add(Arrays.copyOfRange(bytes, (bytes.length - size) / 2, (bytes.length + size) / 2));
            }
        }
        assertThat(cells).isNotEmpty();
        for (RuleSet rules : List.of(RuleSet.shipped(), RuleSet.of(Shapes.colliding()))) {
            compare(rules, rules.column(""), cells);
        }
    }

    private static List<byte[]> generated(long seed, int cells) {
        Random random = new Random(seed);
        List<byte[]> generated = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            StringBuilder cell = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int j = 0; j < pieces; j++) {
                cell.append(PIECES[random.nextInt(PIECES.length)]);
            }
            generated.add(cell.toString().getBytes(StandardCharsets.UTF_8));
        }
        return generated;
    }

    /** Compares over batches cut at random. */
    private static void compare(RuleSet rules, ColumnContext column, List<byte[]> cells) {
        compare(rules, column, cells, Candour.SUPPORTED);
        compare(rules, column, cells, Candour.ALL);
    }

    private static void compare(RuleSet rules, ColumnContext column, List<byte[]> cells, Candour candour) {
        ReferenceMatcher reference = new ReferenceMatcher(rules, candour);
        CellScanner scanner = new CellScanner(rules, candour);
        Findings findings = new Findings();
        CellBatch batch = new CellBatch(16);
        Random cuts = new Random(cells.size());
        int total = 0;
        int next = 0;
        while (next < cells.size()) {
            batch.clear();
            int first = next;
            int size = 1 + cuts.nextInt(200);
            while (next < cells.size() && next - first < size) {
                batch.add(cells.get(next), 0, cells.get(next).length);
                next++;
            }
            scanner.scanAsItStands(batch, column, findings);
            int at = 0;
            for (int cell = first; cell < next; cell++) {
                List<ReferenceMatcher.Found> expected = reference.find(cells.get(cell), column);
                List<ReferenceMatcher.Found> found = new ArrayList<>();
                int base = at;
                while (at < findings.size() && findings.cell(at) == cell - first) {
                    found.add(new ReferenceMatcher.Found(
                            findings.start(at),
                            findings.end(at),
                            findings.detector(at),
                            findings.confidence(at),
                            findings.findingClass(at),
                            findings.winner(at) - base));
                    at++;
                }
                assertThat(found)
                        .as("cell %d of %d bytes with detectors %s", cell, cells.get(cell).length, ids(rules))
                        .isEqualTo(expected);
                total += found.size();
            }
            assertThat(at).isEqualTo(findings.size());
        }
        assertThat(total).as("findings compared").isPositive();
    }

    private static List<String> ids(RuleSet rules) {
        return rules.detectors().stream().map(Detector::id).toList();
    }
}
