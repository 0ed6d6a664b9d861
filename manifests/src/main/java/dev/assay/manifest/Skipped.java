package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Everything that was not read: totals of all, and the first {@value #MAX_LISTED} parts by order of file, column, reason.
 *
 * @param parts how many there are
 * @param bytes their bytes, as far as known
 * @param rows their rows, as far as known
 * @param listed the listed ones, sorted
 */
public record Skipped(long parts, long bytes, long rows, List<SkippedPart> listed) {
    /** More than this are only counted. */
    public static final int MAX_LISTED = 1000;

    /** The order parts are listed in: file, column, reason, bytes, rows; parts that have none first. */
    public static final Comparator<SkippedPart> ORDER = Order.<SkippedPart>by(
                    part -> Objects.requireNonNullElse(part.file(), ""))
            .thenComparing(Order.by(part -> Objects.requireNonNullElse(part.column(), "")))
            .thenComparing(Order.by(SkippedPart::reason))
            .thenComparingLong(SkippedPart::bytes)
            .thenComparingLong(SkippedPart::rows);

    public Skipped {
        Require.count(parts, "coverage.skipped.parts");
        Require.count(bytes, "coverage.skipped.bytes");
        Require.count(rows, "coverage.skipped.rows");
        listed = listed.stream().sorted(ORDER).toList();
        if (listed.size() != Math.min(parts, MAX_LISTED)) {
            throw new ManifestException("\"coverage.skipped\" lists " + listed.size() + " of " + parts
                    + " parts; it lists all, or " + MAX_LISTED + " of more.");
        }
    }

    /** Nothing was left out. */
    public static Skipped none() {
        return of(List.of());
    }

    /** All parts, in any order. */
    public static Skipped of(List<SkippedPart> all) {
        return new Skipped(
                all.size(),
                all.stream().mapToLong(part -> Math.max(0, part.bytes())).sum(),
                all.stream().mapToLong(part -> Math.max(0, part.rows())).sum(),
                all.stream().sorted(ORDER).limit(MAX_LISTED).toList());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("parts", parts)
                .put("bytes", bytes)
                .put("rows", rows)
                .put("listed", listed.stream().map(SkippedPart::toJson).toList())
                .build();
    }

    static Skipped fromJson(JsonObject json) {
        return new Skipped(
                json.integer("parts"),
                json.integer("bytes"),
                json.integer("rows"),
                json.array("listed").objects(SkippedPart::fromJson));
    }
}
