package dev.assay.manifest;

import dev.assay.config.ConfidenceBand;
import dev.assay.json.JsonObject;
import java.util.List;

/**
 * How often something was found in one column.
 *
 * @param cells cells with a hit, of the column's scanned cells
 * @param rows rows with a hit in this column, of the dataset's scanned rows
 * @param hits hits; a cell may hold several
 * @param distinctEstimate about how many different values
 * @param bands hits by confidence, adding up to {@code hits}
 * @param cellBands cells whose most confident hit lies in each band, adding up to {@code cells}
 * @param detectors hits by detector, sorted by id
 */
public record Counts(
        Share cells,
        Share rows,
        long hits,
        long distinctEstimate,
        BandCounts bands,
        BandCounts cellBands,
        List<DetectorHits> detectors) {
    public Counts {
        Require.count(hits, "hits");
        Require.count(distinctEstimate, "distinctEstimate");
        detectors = Order.sorted(detectors, Order.by(DetectorHits::detector), "detectors");
        if (bands.total() != hits) {
            throw new ManifestException(
                    "The confidence bands add up to " + bands.total() + ", not to " + hits + " hits.");
        }
        if (cellBands.total() != cells.count()) {
            throw new ManifestException(
                    "The cells by confidence add up to " + cellBands.total() + ", not to " + cells.count() + " cells.");
        }
    }

    /** Cells whose most confident hit is at least in this band, of the column's scanned cells. */
    public Share cellsAtLeast(ConfidenceBand floor) {
        return new Share(cellBands.atLeast(floor), cells.of());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("cells", cells.toJson())
                .put("rows", rows.toJson())
                .put("hits", hits)
                .put("distinctEstimate", distinctEstimate)
                .put("bands", bands.toJson())
                .put("cellBands", cellBands.toJson())
                .put("detectors", detectors.stream().map(DetectorHits::toJson).toList())
                .build();
    }

    static Counts fromJson(JsonObject json) {
        return new Counts(
                Share.fromJson(json.object("cells")),
                Share.fromJson(json.object("rows")),
                json.integer("hits"),
                json.integer("distinctEstimate"),
                BandCounts.fromJson(json.object("bands")),
                BandCounts.fromJson(json.object("cellBands")),
                json.array("detectors").objects(DetectorHits::fromJson));
    }
}
