package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coverage ledger: what should have been read and what was.
 *
 * @param bytesExpected bytes of the listed files
 * @param bytesRead of these, bytes that were hashed and parsed
 * @param rowsExpected rows the files promise; where a file promises none, rows read
 * @param rowsRead rows that were scanned
 * @param cellsScanned cells that went through the detectors
 * @param columns every column, sorted by path
 * @param skipped every part that was left out
 * @param truncatedCells cells longer than the limit, of which only the beginning was scanned
 * @param decodeErrors values and lines that could not be decoded
 * @param invalidUtf8Cells cells whose bytes are not UTF-8; the detectors saw every byte of them
 * @param irregular what was read in spite of something, sorted by reason
 * @param nameSampling that only some rows were read for names; null if all were or none
 */
public record Coverage(
        long bytesExpected,
        long bytesRead,
        long rowsExpected,
        long rowsRead,
        long cellsScanned,
        List<ColumnCoverage> columns,
        Skipped skipped,
        long truncatedCells,
        long decodeErrors,
        long invalidUtf8Cells,
        List<Irregular> irregular,
        @Nullable NameSampling nameSampling) {
    public Coverage {
        Require.count(bytesExpected, "coverage.bytesExpected");
        Require.count(bytesRead, "coverage.bytesRead");
        Require.count(rowsExpected, "coverage.rowsExpected");
        Require.count(rowsRead, "coverage.rowsRead");
        Require.count(cellsScanned, "coverage.cellsScanned");
        columns = Order.sorted(columns, Order.by(ColumnCoverage::path), "coverage.columns");
        Require.count(truncatedCells, "coverage.truncatedCells");
        Require.count(decodeErrors, "coverage.decodeErrors");
        Require.count(invalidUtf8Cells, "coverage.invalidUtf8Cells");
        irregular = Order.sorted(irregular, Order.by(Irregular::reason), "coverage.irregular");
    }

    /** Of a scan that treated all rows alike. */
    public Coverage(
            long bytesExpected,
            long bytesRead,
            long rowsExpected,
            long rowsRead,
            long cellsScanned,
            List<ColumnCoverage> columns,
            Skipped skipped,
            long truncatedCells,
            long decodeErrors,
            long invalidUtf8Cells,
            List<Irregular> irregular) {
        this(
                bytesExpected,
                bytesRead,
                rowsExpected,
                rowsRead,
                cellsScanned,
                columns,
                skipped,
                truncatedCells,
                decodeErrors,
                invalidUtf8Cells,
                irregular,
                null);
    }

    /** Whether everything was read. If not, the dataset cannot pass. */
    public boolean complete() {
        return gaps().isEmpty();
    }

    /** What was not read, one sentence each; empty if everything was. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        gap(gaps, bytesExpected - bytesRead, "byte was not read", "bytes were not read");
        gap(gaps, rowsExpected - rowsRead, "row was not read", "rows were not read");
        gap(gaps, skipped.parts(), "part was skipped", "parts were skipped");
        long columnsLeft =
                columns.stream().filter(c -> c.status().leavesUnread()).count();
        gap(gaps, columnsLeft, "column was not wholly read", "columns were not wholly read");
        gap(gaps, truncatedCells, "cell was cut at the length limit", "cells were cut at the length limit");
        gap(gaps, decodeErrors, "value could not be decoded", "values could not be decoded");
        return List.copyOf(gaps);
    }

    /** What was read all the same and is worth a look, one half sentence each; no reason not to pass. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        gap(
                remarks,
                invalidUtf8Cells,
                "cell is not valid UTF-8 and was scanned byte by byte",
                "cells are not valid UTF-8 and were scanned byte by byte");
        irregular.forEach(met -> remarks.add(met.rows() + " × " + met.reason()));
        if (nameSampling != null) {
            remarks.add("names were looked for in " + nameSampling.read() + " of " + rowsRead
                    + " rows, so at most about " + ppmText(nameSampling.highPpm())
                    + " % of all rows hold one that would be found");
        }
        return List.copyOf(remarks);
    }

    private static String ppmText(long ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
    }

    private static void gap(List<String> gaps, long count, String one, String many) {
        if (count != 0) {
            gaps.add(count + " " + (count == 1 ? one : many));
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("bytesExpected", bytesExpected)
                .put("bytesRead", bytesRead)
                .put("rowsExpected", rowsExpected)
                .put("rowsRead", rowsRead)
                .put("cellsScanned", cellsScanned)
                .put("columns", columns.stream().map(ColumnCoverage::toJson).toList())
                .put("skipped", skipped.toJson())
                .put("truncatedCells", truncatedCells)
                .put("decodeErrors", decodeErrors)
                .put("invalidUtf8Cells", invalidUtf8Cells)
                .put("irregular", irregular.stream().map(Irregular::toJson).toList())
                .put(
                        "sampling",
                        nameSampling == null
                                ? Json.of("none")
                                : JsonObject.builder()
                                        .put("names", nameSampling.toJson())
                                        .build())
                .build();
    }

    static Coverage fromJson(JsonObject json) {
        return new Coverage(
                json.integer("bytesExpected"),
                json.integer("bytesRead"),
                json.integer("rowsExpected"),
                json.integer("rowsRead"),
                json.integer("cellsScanned"),
                json.array("columns").objects(ColumnCoverage::fromJson),
                Skipped.fromJson(json.object("skipped")),
                json.integer("truncatedCells"),
                json.integer("decodeErrors"),
                json.integer("invalidUtf8Cells"),
                json.array("irregular").objects(Irregular::fromJson),
                sampling(json.get("sampling")));
    }

    private static @Nullable NameSampling sampling(Json json) {
        return json instanceof JsonObject object ? NameSampling.fromJson(object.object("names")) : null;
    }
}
