package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * How far one column was read.
 *
 * @param path column path
 * @param status how far
 * @param cells cells scanned
 * @param reason why not all; empty if all
 */
public record ColumnCoverage(String path, Reading status, long cells, String reason) {

    /** How far a column or file was read. */
    public enum Reading {
        /** All of it. */
        SCANNED,
        /** Some of it; {@code skipped} says which part is missing. */
        PARTLY,
        /** None of it. */
        SKIPPED,
        /** It holds nothing a detector reads, such as truth values. */
        NOT_APPLICABLE;

        /** Whether something that should have been read was not. */
        public boolean leavesUnread() {
            return this == PARTLY || this == SKIPPED;
        }
    }

    public ColumnCoverage {
        Require.count(cells, "coverage.columns.cells");
        if (status.leavesUnread() && reason.isBlank()) {
            throw new ManifestException("\"coverage.columns\": column \"" + path + "\" was not wholly read; say why.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("status", Labels.of(status))
                .put("cells", cells)
                .put("reason", reason)
                .build();
    }

    static ColumnCoverage fromJson(JsonObject json) {
        return new ColumnCoverage(
                json.string("path"),
                Labels.parse(Reading.class, json.string("status"), "coverage.columns.status"),
                json.integer("cells"),
                json.string("reason"));
    }
}
