package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.SectionDigest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What reading one section of a file came to.
 *
 * @param path relative path of the file
 * @param ordinal which section of the file
 * @param format name of the format; empty if it has none Assay reads
 * @param digest of all bytes of the section, and of bytes outside it that reading it needed, such as a footer
 * @param columns columns that were met, sorted, if this is a piece of a file of lines that was cut; else nobody needs them
 * @param rows rows read
 * @param rowsExpected rows the file promised; -1 if it promised none
 * @param whole whether the section is the whole file
 * @param reused whether an earlier scan parsed it and this one only hashed it
 */
public record SectionResult(
        String path,
        int ordinal,
        String format,
        SectionDigest digest,
        SortedSet<String> columns,
        long rows,
        long rowsExpected,
        boolean whole,
        boolean reused)
        implements Comparable<SectionResult> {
    private static final Comparator<SectionResult> ORDER =
            Comparator.comparing(SectionResult::path).thenComparingInt(SectionResult::ordinal);

    public SectionResult {
        boolean needed = isPieceOfLines(whole, rowsExpected);
        columns = Collections.unmodifiableSortedSet(needed ? new TreeSet<>(columns) : new TreeSet<>());
    }

    /** Whether this is a piece of a file that was cut without knowing what rows and columns each piece has. */
    boolean isPieceOfLines() {
        return isPieceOfLines(whole, rowsExpected);
    }

    private static boolean isPieceOfLines(boolean whole, long rowsExpected) {
        return !whole && rowsExpected < 0;
    }

    /** First byte of the section in its file. */
    public long start() {
        return digest.section().range().start();
    }

    /** Bytes of the section, all of them hashed. */
    public long bytes() {
        return digest.section().range().length();
    }

    SectionResult asReused() {
        return new SectionResult(path, ordinal, format, digest, columns, rows, rowsExpected, whole, true);
    }

    @Override
    public int compareTo(SectionResult other) {
        return ORDER.compare(this, other);
    }

    /** As JSON; what most sections have alike is left out, for a cache reads many of them. */
    Json toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("path", path)
                .put("format", format)
                .put("section", RangeJson.write(List.of(digest.section())))
                .put("rows", rows);
        if (ordinal != 0) {
            json.put("ordinal", ordinal);
        }
        if (!digest.outside().isEmpty()) {
            json.put("outside", RangeJson.write(digest.outside()));
        }
        if (!digest.within().isEmpty()) {
            json.put("within", RangeJson.write(digest.within()));
        }
        if (!columns.isEmpty()) {
            json.putStrings("columns", columns);
        }
        if (rowsExpected >= 0) {
            json.put("rowsExpected", rowsExpected);
        }
        if (!whole) {
            json.put("piece", true);
        }
        if (reused) {
            json.put("reused", true);
        }
        return json.build();
    }

    static SectionResult fromJson(JsonObject json) {
        return new SectionResult(
                json.string("path"),
                json.find("ordinal")
                        .map(ordinal -> Math.toIntExact(ordinal.asLong()))
                        .orElse(0),
                json.string("format"),
                new SectionDigest(
                        RangeJson.read(json.array("section")).get(0), ranges(json, "outside"), ranges(json, "within")),
                json.find("columns").isPresent() ? new TreeSet<>(json.strings("columns")) : new TreeSet<>(),
                json.integer("rows"),
                json.find("rowsExpected").map(Json::asLong).orElse(-1L),
                json.find("piece").isEmpty(),
                json.find("reused").isPresent());
    }

    private static List<RangeDigest> ranges(JsonObject json, String key) {
        return json.find(key).map(ranges -> RangeJson.read(ranges.asArray())).orElse(List.of());
    }
}
