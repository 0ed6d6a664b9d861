package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.storage.ByteRange;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How files are divided, by the version they had when a scan looked into them: one entry for some hundred files, so that
 * an unchanged one need not be opened to be planned. A version is what the storage takes for one. Should bytes have
 * changed under it all the same, then they are no reused bytes, and whoever scans them looks again. Thread-safe.
 */
final class LayoutCache {
    /** About how many files share an entry. */
    private static final int GROUP_FILES = 256;

    private final CacheEntries entries;
    private final String settingsSha256;

    /** @param settingsSha256 of everything but the file that decides how it is divided */
    LayoutCache(CacheEntries entries, String settingsSha256) {
        this.entries = entries;
        this.settingsSha256 = settingsSha256;
    }

    /**
     * Files that share an entry. Where a group begins depends on that file's path alone: a new file moves no other group, nor does
     * another place.
     */
    static List<List<StoredFile>> groups(List<StoredFile> files) {
        List<List<StoredFile>> groups = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= files.size(); at++) {
            if (at == files.size() || beginsGroup(files.get(at))) {
                groups.add(files.subList(start, at));
                start = at;
            }
        }
        return groups;
    }

    private static boolean beginsGroup(StoredFile file) {
        // Bits of a product are well mixed at its upper end (Knuth, The Art of Computer Programming 3, 6.4).
        return (file.path().hashCode() * 0x9E37_79B1) >>> 16 < (1 << 16) / GROUP_FILES;
    }

    /** Plans of those files of a group that are known in the version they have now, by location. */
    Map<String, FilePlan> find(List<StoredFile> group) {
        Map<String, StoredFile> files = new HashMap<>();
        group.forEach(file -> files.put(file.location().text(), file));
        return entries.find(
                        name(group),
                        entry -> entry.string("settings").equals(settingsSha256)
                                ? Optional.of(read(entry.object("files"), files))
                                : Optional.empty())
                .orElse(Map.of());
    }

    private static Map<String, FilePlan> read(JsonObject plans, Map<String, StoredFile> files) {
        Map<String, FilePlan> known = new HashMap<>();
        plans.members().forEach((location, plan) -> {
            Optional<StoredFile> file = Optional.ofNullable(files.get(location));
            file.flatMap(same -> read(plan.asObject(), same)).ifPresent(found -> known.put(location, found));
        });
        return known;
    }

    /** Keeps the plans of a group's files, in place of what was known of the group. */
    void keep(List<StoredFile> group, List<FilePlan> plans) {
        JsonObject.Builder files = JsonObject.builder();
        for (int i = 0; i < group.size(); i++) {
            files.put(group.get(i).location().text(), write(group.get(i), plans.get(i)));
        }
        entries.keep(
                name(group),
                JsonObject.builder()
                        .put("settings", settingsSha256)
                        .put("files", files.build())
                        .build());
    }

    private static String name(List<StoredFile> group) {
        return Sha256.hex("layouts from " + group.get(0).location().text());
    }

    private static JsonObject write(StoredFile file, FilePlan plan) {
        JsonObject.Builder json = JsonObject.builder()
                .put("pin", file.pin())
                .put("format", plan.sections().get(0).format())
                .put(
                        "sections",
                        plan.sections().stream().map(LayoutCache::write).toList());
        if (!plan.shared().isEmpty()) {
            json.put(
                    "shared",
                    plan.shared().stream()
                            .map(range -> numbers(range.start(), range.end()))
                            .toList());
        }
        if (!plan.problem().isEmpty()) {
            json.put("problem", plan.problem());
        }
        return json.build();
    }

    private static Json write(FileSection section) {
        return numbers(
                section.start(),
                section.end(),
                section.firstRowGroup(),
                section.rowGroups(),
                section.firstRow(),
                section.rows());
    }

    private static Json numbers(long... numbers) {
        List<Json> all = new ArrayList<>();
        for (long number : numbers) {
            all.add(Json.of(number));
        }
        return Json.of(all);
    }

    /** Empty if it was another version. */
    private static Optional<FilePlan> read(JsonObject json, StoredFile file) {
        if (!json.string("pin").equals(file.pin())) {
            return Optional.empty();
        }
        String format = json.string("format");
        List<FileSection> sections = new ArrayList<>();
        for (Json section : json.array("sections").values()) {
            List<Long> numbers = section.asArray().longs();
            sections.add(new FileSection(
                    file,
                    format,
                    sections.size(),
                    numbers.get(0),
                    numbers.get(1),
                    Math.toIntExact(numbers.get(2)),
                    Math.toIntExact(numbers.get(3)),
                    numbers.get(4),
                    numbers.get(5)));
        }
        List<ByteRange> shared = json.find("shared").map(Json::asArray).map(JsonArray::values).stream()
                .flatMap(List::stream)
                .map(range -> range.asArray().longs())
                .map(range -> new ByteRange(range.get(0), range.get(1)))
                .toList();
        return Optional.of(
                new FilePlan(sections, shared, json.findString("problem").orElse(""), true));
    }
}
