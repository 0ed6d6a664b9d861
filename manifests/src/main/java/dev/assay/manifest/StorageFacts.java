package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the storage says of a dataset besides its bytes: of the bucket, and counted over the objects. It is true of a place
 * and a day, so it stands in scan statements and never in a manifest: the same bytes have the same manifest wherever they
 * lie. No value of a tag or of metadata is in it, because people write names and addresses there.
 *
 * @param objects files it is about, asked one by one or not; 0 where the storage can say nothing or was asked nothing
 * @param told what was said, and of how many; facts about the bucket are counted once
 * @param unreadable what could not be had, by the storage's answer such as {@code 403 AccessDenied}, and of how many
 * @param lockedUntil the earliest day, in UTC, that the lock of an object ends; null if none is locked until a day
 */
public record StorageFacts(
        long objects,
        Map<StorageFact, SortedMap<String, Long>> told,
        Map<StorageFact, SortedMap<String, Long>> unreadable,
        @Nullable LocalDate lockedUntil) {
    /** How many names of a fact are spelled out. */
    public static final int MAX_NAMES = 100;

    /** Of a storage that can say nothing, such as a local disk. */
    public static final StorageFacts NONE = new StorageFacts(0, Map.of(), Map.of(), null);

    public StorageFacts {
        Require.count(objects, "storage.objects");
        told = copy(told);
        unreadable = copy(unreadable);
    }

    private static Map<StorageFact, SortedMap<String, Long>> copy(Map<StorageFact, SortedMap<String, Long>> counts) {
        Map<StorageFact, SortedMap<String, Long>> copy = new EnumMap<>(StorageFact.class);
        counts.forEach((fact, names) -> copy.put(fact, Collections.unmodifiableSortedMap(new TreeMap<>(names))));
        return Collections.unmodifiableMap(copy);
    }

    /** Whether the storage could be asked at all. */
    public boolean isTold() {
        return objects > 0;
    }

    /** What was said of one fact, and of how many; empty if nothing was. */
    public SortedMap<String, Long> said(StorageFact fact) {
        return told.getOrDefault(fact, new TreeMap<>());
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("objects", objects)
                .put("told", json(told))
                .put("unreadable", json(unreadable));
        if (lockedUntil != null) {
            json.put("lockedUntil", lockedUntil.toString());
        }
        return json.build();
    }

    private static JsonObject json(Map<StorageFact, SortedMap<String, Long>> counts) {
        JsonObject.Builder json = JsonObject.builder();
        counts.forEach((fact, names) -> json.put(fact.label(), JsonObject.ofCounts(names)));
        return json.build();
    }

    /** Reads what {@link #toJson} writes; throws {@link dev.assay.json.JsonException} if it is something else. */
    public static StorageFacts fromJson(JsonObject json) {
        return new StorageFacts(
                json.integer("objects"),
                counts(json.object("told")),
                counts(json.object("unreadable")),
                json.findString("lockedUntil").map(StorageFacts::day).orElse(null));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw new JsonException("\"" + text + "\" is no day");
        }
    }

    private static Map<StorageFact, SortedMap<String, Long>> counts(JsonObject json) {
        Map<StorageFact, SortedMap<String, Long>> counts = new EnumMap<>(StorageFact.class);
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
            counts.put(
                    StorageFact.named(member.getKey()),
                    Origins.counts(member.getValue().asObject()));
        }
        return counts;
    }
}
