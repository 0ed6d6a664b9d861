package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * How the files of a dataset compare with the lists of them that others made. A digest that is equal shows that the bytes
 * are those the list's maker had; with MD5, only that nothing changed by accident.
 *
 * @param lists one for each list the card names, in its order
 * @param unlisted files of the dataset that no list names
 * @param deviations the first {@value #MAX_DEVIATIONS} files that are not as listed, by path
 */
public record ListedFiles(List<SidecarList> lists, long unlisted, List<Deviation> deviations) {
    /** How many deviations are spelled out. */
    public static final int MAX_DEVIATIONS = 100;

    /**
     * One list and what came of it. Every entry of it is counted once.
     *
     * @param name file name
     * @param kind what wrote it, such as {@code checksums} or {@code git-lfs}
     * @param sha256 digest of the list's own bytes
     * @param matching files whose bytes have the digest listed, by hash function
     * @param missing files it names that the dataset does not have
     * @param differing files of another size or digest
     * @param elsewhere entries that speak of no file at the dataset's location
     * @param undigested entries without a digest that can be compared
     */
    public record SidecarList(
            String name,
            String kind,
            String sha256,
            Matching matching,
            long missing,
            long differing,
            long elsewhere,
            long undigested) {
        public SidecarList {
            DigestField.require(sha256, "sha256");
            Require.count(missing, "missing");
            Require.count(differing, "differing");
            Require.count(elsewhere, "elsewhere");
            Require.count(undigested, "undigested");
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("name", name)
                    .put("kind", kind)
                    .put("sha256", sha256)
                    .put("matching", matching.toJson())
                    .put("missing", missing)
                    .put("differing", differing)
                    .put("elsewhere", elsewhere)
                    .put("undigested", undigested)
                    .build();
        }

        static SidecarList fromJson(JsonObject json) {
            return new SidecarList(
                    json.string("name"),
                    json.string("kind"),
                    json.string("sha256"),
                    Matching.fromJson(json.object("matching")),
                    json.integer("missing"),
                    json.integer("differing"),
                    json.integer("elsewhere"),
                    json.integer("undigested"));
        }
    }

    /**
     * Files that are as listed.
     *
     * @param sha256 shown by SHA-256
     * @param md5 shown by MD5 only
     */
    public record Matching(long sha256, long md5) {
        public Matching {
            Require.count(sha256, "sha256");
            Require.count(md5, "md5");
        }

        JsonObject toJson() {
            return JsonObject.builder().put("sha256", sha256).put("md5", md5).build();
        }

        static Matching fromJson(JsonObject json) {
            return new Matching(json.integer("sha256"), json.integer("md5"));
        }
    }

    /** How a file is not as listed. */
    public enum Kind {
        /** A list names it, the dataset does not have it. */
        MISSING,
        /** Its size or digest is not the listed one. */
        DIFFERING,
        /** The dataset has it, no list names it. */
        UNLISTED
    }

    /**
     * A file that is not as listed.
     *
     * @param list name of the list; empty if none names it
     */
    public record Deviation(String path, Kind kind, String list) implements Comparable<Deviation> {
        private static final Comparator<Deviation> ORDER = Order.<Deviation>by(Deviation::path)
                .thenComparing(Deviation::kind)
                .thenComparing(Order.by(Deviation::list));

        @Override
        public int compareTo(Deviation other) {
            return ORDER.compare(this, other);
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("path", path)
                    .put("kind", Labels.of(kind))
                    .put("list", list)
                    .build();
        }

        static Deviation fromJson(JsonObject json) {
            return new Deviation(
                    json.string("path"), Labels.parse(Kind.class, json.string("kind"), "kind"), json.string("list"));
        }
    }

    public ListedFiles {
        Require.count(unlisted, "unlisted");
        lists = List.copyOf(lists);
        deviations =
                deviations.stream().sorted().distinct().limit(MAX_DEVIATIONS).toList();
    }

    /** Files that are missing, over all lists. */
    public long missing() {
        return lists.stream().mapToLong(SidecarList::missing).sum();
    }

    /** Files that differ, over all lists. */
    public long differing() {
        return lists.stream().mapToLong(SidecarList::differing).sum();
    }

    /** Files that are as listed, over all lists. */
    public long matching() {
        return lists.stream()
                .mapToLong(list -> list.matching().sha256() + list.matching().md5())
                .sum();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("lists", lists.stream().map(SidecarList::toJson).toList())
                .put("unlisted", unlisted)
                .put("deviations", deviations.stream().map(Deviation::toJson).toList())
                .build();
    }

    static ListedFiles fromJson(JsonObject json) {
        return new ListedFiles(
                json.array("lists").objects(SidecarList::fromJson),
                json.integer("unlisted"),
                json.array("deviations").objects(Deviation::fromJson));
    }
}
