package dev.assay.summary;

import dev.assay.json.JsonObject;
import java.util.Comparator;

/**
 * One finding kept as evidence: where it is and what its text looks like, never the text.
 *
 * @param order a hash of the place; the samples with the smallest are kept, so that the choice depends on the data alone
 * @param file relative path of the file
 * @param row row in the file, from 0; while it is scanned in sections that do not know their first row, as these number it
 * @param start first code point in the cell
 * @param end one past the last code point
 * @param detector id of the detector
 * @param confidence 0–100
 * @param masked the text with its letters and digits replaced; see {@link Mask}
 */
public record Sample(
        long order, String file, long row, int start, int end, String detector, int confidence, String masked)
        implements Comparable<Sample> {
    private static final Comparator<Sample> ORDER = Comparator.comparingLong(Sample::order)
            .thenComparing(Sample::file)
            .thenComparingLong(Sample::row)
            .thenComparingInt(Sample::start)
            .thenComparingInt(Sample::end)
            .thenComparing(Sample::detector)
            .thenComparingInt(Sample::confidence)
            .thenComparing(Sample::masked);

    @Override
    public int compareTo(Sample other) {
        return ORDER.compare(this, other);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("order", Long.toHexString(order))
                .put("file", file)
                .put("row", row)
                .put("start", start)
                .put("end", end)
                .put("detector", detector)
                .put("confidence", confidence)
                .put("masked", masked)
                .build();
    }

    static Sample fromJson(JsonObject json) {
        return new Sample(
                Long.parseUnsignedLong(json.string("order"), 16),
                json.string("file"),
                json.integer("row"),
                json.int32("start"),
                json.int32("end"),
                json.string("detector"),
                json.int32("confidence"),
                json.string("masked"));
    }
}
