package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.StorageFacts;
import java.util.List;

/**
 * How a dataset is scanned: its files, pinned, divided into splits. Depends on the files and the settings, never on how
 * many workers there are, and can be stored: a run that is taken up again works on the plan it began with.
 *
 * @param splits in order; {@code splits.get(i).index() == i}
 * @param leftOut what lies at the location and is no part of the dataset
 * @param sidecars lists of the files that others made, in the card's order
 * @param storage what the storage says of the files besides their bytes
 */
public record ScanPlan(List<Split> splits, LeftOutFiles leftOut, List<Sidecar> sidecars, StorageFacts storage) {
    public ScanPlan {
        splits = List.copyOf(splits);
        sidecars = List.copyOf(sidecars);
    }

    /** A plan for files that nobody listed. */
    public ScanPlan(List<Split> splits, LeftOutFiles leftOut) {
        this(splits, leftOut, List.of(), StorageFacts.NONE);
    }

    /** Bytes all files have together. */
    public long bytes() {
        return splits.stream()
                .filter(split -> split.kind() == Split.Kind.SCAN)
                .mapToLong(Split::bytes)
                .sum();
    }

    /** How many files. */
    public long files() {
        return splits.stream()
                .filter(split -> split.kind() == Split.Kind.SCAN)
                .flatMap(split -> split.sections().stream())
                .filter(part -> part.section().ordinal() == 0)
                .count();
    }

    /** The same, with what the storage says. */
    ScanPlan with(StorageFacts told) {
        return new ScanPlan(splits, leftOut, sidecars, told);
    }

    public Json toJson() {
        return pieces(splits).put("storage", storage.toJson()).build();
    }

    private JsonObject.Builder pieces(List<Split> all) {
        return JsonObject.builder()
                .put("splits", all.stream().map(Split::toJson).toList())
                .put("leftOut", leftOut.toJson())
                .put("sidecars", sidecars.stream().map(Sidecar::toJson).toList());
    }

    public static ScanPlan fromJson(Json json) {
        JsonObject object = json.asObject();
        return new ScanPlan(
                object.array("splits").objects(Split::fromJson),
                LeftOutFiles.fromJson(object.object("leftOut")),
                object.array("sidecars").objects(Sidecar::fromJson),
                object.findObject("storage").map(StorageFacts::fromJson).orElse(StorageFacts.NONE));
    }

    /** SHA-256 of the plan without the storage's words: two with the same digest scan the same bytes in the same pieces. */
    public String digest() {
        return pieces(splits.stream().map(Split::asLookedAt).toList()).build().sha256();
    }
}
