package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a column that the card declares as a label, a sensitive trait or a stand-in for one are spread. Which
 * value is which does not stand here, and groups of fewer than {@value #FEWEST} cells are told together: they could be
 * recognised.
 *
 * @param column column path
 * @param role the card's word: {@code label}, {@code sensitive} or {@code proxy}
 * @param missing places without a value, of all places
 * @param groups different values
 * @param exact whether they were counted one by one; else {@code sizes} is empty
 * @param sizes cells of each group that is large enough, largest first
 * @param small groups that are not, and the cells they have together
 */
public record Representation(
        String column, String role, Share missing, long groups, boolean exact, List<Long> sizes, Small small) {
    /** Cells a group has at least to be told apart. */
    public static final long FEWEST = 10;

    private static final Set<String> RECOGNISABLE = Set.of("sensitive", "proxy");
    private static final Set<String> ROLES = Set.of("label", "sensitive", "proxy");

    /** Groups that are told together. */
    public record Small(long groups, long cells) {
        public Small {
            Require.count(groups, "quality.representation.small.groups");
            Require.count(cells, "quality.representation.small.cells");
        }
    }

    public Representation {
        Require.text(column, "quality.representation.column");
        Require.text(role, "quality.representation.role");
        Require.count(groups, "quality.representation.groups");
        sizes = List.copyOf(sizes);
        if (sizes.stream().anyMatch(size -> size < FEWEST)) {
            throw new ManifestException(
                    "\"quality.representation.sizes\" tells groups of fewer than " + FEWEST + " cells apart.");
        }
    }

    /** The columns of a dataset, those of sensitive traits and of what stands for them without groups that could be recognised. */
    public static List<QualityColumn> told(Provenance card, List<QualityColumn> columns) {
        Map<String, String> roles = DeclaredRoles.in(card);
        return columns.stream()
                .map(column -> RECOGNISABLE.contains(roles.getOrDefault(column.path(), ""))
                        ? column.withoutSmallGroups()
                        : column)
                .toList();
    }

    /** The declared columns of a dataset that were read, by path. */
    public static List<Representation> of(Provenance card, List<QualityColumn> columns) {
        List<Representation> all = new ArrayList<>();
        DeclaredRoles.in(card).forEach((path, role) -> {
            if (ROLES.contains(role)) {
                columns.stream()
                        .filter(column -> column.path().equals(path))
                        .findFirst()
                        .ifPresent(column -> all.add(of(column, role)));
            }
        });
        return all;
    }

    private static Representation of(QualityColumn column, String role) {
        List<Long> sizes =
                column.frequencies().stream().filter(size -> size >= FEWEST).toList();
        List<Long> small =
                column.frequencies().stream().filter(size -> size < FEWEST).toList();
        Share filled = column.filled();
        return new Representation(
                column.path(),
                role,
                new Share(filled.of() - filled.count(), filled.of()),
                column.distinct(),
                column.distinctExact(),
                sizes,
                new Small(
                        small.size(), small.stream().mapToLong(Long::longValue).sum()));
    }

    /** The largest group, of all cells in groups; empty if groups were not counted. */
    public Optional<Share> largest() {
        return sizes.isEmpty() ? Optional.empty() : Optional.of(new Share(sizes.get(0), cells()));
    }

    /** The smallest group that is told, of all cells in groups. */
    public Optional<Share> smallest() {
        return sizes.isEmpty() ? Optional.empty() : Optional.of(new Share(sizes.get(sizes.size() - 1), cells()));
    }

    private long cells() {
        return sizes.stream().mapToLong(Long::longValue).sum() + small.cells();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("column", column)
                .put("role", role)
                .put("missing", missing.toJson())
                .put("groups", groups)
                .put("exact", exact)
                .put("sizes", sizes.stream().map(Json::of).toList())
                .put(
                        "small",
                        JsonObject.builder()
                                .put("groups", small.groups())
                                .put("cells", small.cells())
                                .build())
                .build();
    }

    static Representation fromJson(JsonObject json) {
        JsonObject small = json.object("small");
        return new Representation(
                json.string("column"),
                json.string("role"),
                Share.fromJson(json.object("missing")),
                json.integer("groups"),
                json.truth("exact"),
                json.array("sizes").longs(),
                new Small(small.integer("groups"), small.integer("cells")));
    }
}
