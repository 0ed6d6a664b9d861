package dev.assay.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How often we judge another tool's cases as it does, printed and left in {@code target/peercases} for {@code .ci/peers}. */
public final class AgreementTable {
    static final String HEAD = "suite\tkind\tcases\tagree\tshare\tnot judged\n";

    private AgreementTable() {}

    /**
     * One line.
     *
     * @param cases of types we have, agreements among them, and cases that are not judged because we lack their type
     */
    static String line(String suite, String kind, int cases, int agreements, int others) {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%d\t%.2f %%\t%d%n",
                suite,
                kind,
                cases,
                agreements,
                100.0 * agreements / cases,
                others);
    }

    /** Prints and keeps a table of one line. */
    public static void show(String suite, String kind, int cases, int agreements, int others) throws IOException {
        show(suite, HEAD + line(suite, kind, cases, agreements, others));
    }

    static void show(String suite, String table) throws IOException {
        System.out.print(table);
        Files.writeString(Files.createDirectories(Path.of("target/peercases")).resolve(suite + ".tsv"), table);
    }
}
