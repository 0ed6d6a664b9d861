package dev.assay.config.controls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The catalogue of this build, read once. A file of it is a table: {@code #} begins a comment, the first line names the
 * columns, cells are parted by tabs.
 */
public final class ControlCatalogue {
    private static final ControlCatalogue LOADED = read();

    private final List<Framework> frameworks;
    private final List<Control> controls;
    private final List<SafeHarbourKind> safeHarbour;

    private ControlCatalogue(List<Framework> frameworks, List<Control> controls, List<SafeHarbourKind> safeHarbour) {
        this.frameworks = List.copyOf(frameworks);
        this.controls = List.copyOf(controls);
        this.safeHarbour = List.copyOf(safeHarbour);
    }

    public static ControlCatalogue loaded() {
        return LOADED;
    }

    /** In the order to show them. */
    public List<Framework> frameworks() {
        return frameworks;
    }

    /** Of all frameworks, in the order to show them. */
    public List<Control> controls() {
        return controls;
    }

    /** Of one framework. */
    public List<Control> controls(Framework framework) {
        return controls.stream()
                .filter(control -> control.framework().equals(framework.id()))
                .toList();
    }

    /** The eighteen kinds of identifiers of HIPAA's safe harbour. */
    public List<SafeHarbourKind> safeHarbour() {
        return safeHarbour;
    }

    private static ControlCatalogue read() {
        return new ControlCatalogue(
                rows("frameworks.tsv", 2).stream()
                        .map(row -> new Framework(row.get(0), row.get(1)))
                        .toList(),
                rows("controls.tsv", 9).stream().map(ControlCatalogue::control).toList(),
                rows("safe-harbour.tsv", 4).stream()
                        .map(ControlCatalogue::safeHarbour)
                        .toList());
    }

    private static Control control(List<String> row) {
        Set<EvidenceKind> evidence = EnumSet.noneOf(EvidenceKind.class);
        names(row.get(3)).forEach(name -> evidence.add(EvidenceKind.valueOf(name.toUpperCase(Locale.ROOT))));
        return new Control(
                row.get(0),
                row.get(1),
                row.get(2),
                evidence,
                Strength.valueOf(row.get(4).toUpperCase(Locale.ROOT)),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8));
    }

    private static SafeHarbourKind safeHarbour(List<String> row) {
        List<String> types = row.get(2).equals("-") ? List.of() : names(row.get(2));
        return new SafeHarbourKind(Integer.parseInt(row.get(0)), row.get(1), types, row.get(3));
    }

    private static List<String> names(String cell) {
        return Arrays.asList(cell.split(",", -1));
    }

    private static List<List<String>> rows(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        boolean header = true;
        for (String line : text(name).split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> row = Arrays.asList(line.split("\t", -1));
                if (row.size() != columns || row.stream().anyMatch(String::isBlank)) {
                    throw new IllegalStateException(name + " has a line that is not " + columns + " cells: " + line);
                }
                if (!header) {
                    rows.add(row);
                }
                header = false;
            }
        }
        return rows;
    }

    private static String text(String name) {
        try (InputStream in = ControlCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
