package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of the parent's files, in numbers; the paths follow from the two listings.
 *
 * @param added paths that are new, renamed ones apart
 * @param removed paths that are gone, renamed ones apart
 * @param modified paths whose bytes differ
 * @param unchanged paths whose bytes are the same
 * @param renamed bytes that left one path and came back under another
 */
public record Changes(long added, long removed, long modified, long unchanged, long renamed) {

    /** How much changed, as Croissant counts versions. */
    public enum Extent {
        /** The same files: only the card, the rules or the scanner changed. */
        NONE,
        /** The same data under other names. */
        PATCH,
        /** More data; nothing that was there is gone or different. */
        MINOR,
        /** Something that was there is gone or different. */
        MAJOR
    }

    public Changes {
        Require.count(added, "changes.added");
        Require.count(removed, "changes.removed");
        Require.count(modified, "changes.modified");
        Require.count(unchanged, "changes.unchanged");
        Require.count(renamed, "changes.renamed");
    }

    /** Compares two listings. A file without a digest is never the same as another. */
    public static Changes between(FileListing before, FileListing after) {
        Map<String, FileEntry> old = before.byPath();
        Map<String, FileEntry> now = after.byPath();
        Map<String, Long> gone = digests(before, now);
        Map<String, Long> come = digests(after, old);
        long renamed = gone.entrySet().stream()
                .mapToLong(e -> Math.min(e.getValue(), come.getOrDefault(e.getKey(), 0L)))
                .sum();
        long common = now.keySet().stream().filter(old::containsKey).count();
        long unchanged = now.values().stream()
                .filter(file -> {
                    FileEntry match = old.get(file.path());
                    return match != null && match.sameBytes(file);
                })
                .count();
        return new Changes(
                now.size() - common - renamed, old.size() - common - renamed, common - unchanged, unchanged, renamed);
    }

    /** How often each digest stands at a path the other listing does not have. */
    private static Map<String, Long> digests(FileListing listing, Map<String, FileEntry> other) {
        Map<String, Long> counts = new HashMap<>();
        for (FileEntry file : listing.files()) {
            String sha256 = file.sha256();
            if (sha256 != null && !other.containsKey(file.path())) {
                counts.merge(sha256, 1L, Long::sum);
            }
        }
        return counts;
    }

    public Extent extent() {
        if (removed > 0 || modified > 0) {
            return Extent.MAJOR;
        }
        if (added > 0) {
            return Extent.MINOR;
        }
        return renamed > 0 ? Extent.PATCH : Extent.NONE;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("added", added)
                .put("removed", removed)
                .put("modified", modified)
                .put("unchanged", unchanged)
                .put("renamed", renamed)
                .put("semverClass", Labels.of(extent()))
                .build();
    }

    static Changes fromJson(JsonObject json) {
        return new Changes(
                json.integer("added"),
                json.integer("removed"),
                json.integer("modified"),
                json.integer("unchanged"),
                json.integer("renamed"));
    }
}
