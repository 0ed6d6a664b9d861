package dev.assay.report;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.manifest.BandCounts;
import dev.assay.manifest.EntityCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found of one entity type and class in all columns together.
 *
 * @param type entity type
 * @param findingClass somebody's data, or only its shape
 * @param paths the columns it is in
 * @param cells in how many cells at most: one that holds findings an allow list matches and others counts for both
 * @param hits how often
 * @param bands hits by confidence
 */
record Found(EntityType type, FindingClass findingClass, Set<String> paths, long cells, long hits, BandCounts bands) {
    Found {
        paths = Set.copyOf(paths);
    }

    /** Somebody's data first, then what weighs most, then what there is most of. */
    private static final Comparator<Found> ORDER = Comparator.comparing(Found::findingClass)
            .thenComparing(found -> weight(found.type().dataClass()))
            .thenComparing(Comparator.comparingLong(Found::hits).reversed())
            .thenComparing(found -> found.type().name());

    /** All that was found, one row for each type and class. */
    static List<Found> in(List<EntityCount> entities) {
        Map<List<Object>, Found> rows = new LinkedHashMap<>();
        for (EntityCount entity : entities) {
            if (entity.settled().hits() > 0) {
                rows.merge(List.of(entity.type(), entity.findingClass()), of(entity), Found::plus);
            }
        }
        List<Found> sorted = new ArrayList<>(rows.values());
        sorted.sort(ORDER);
        return sorted;
    }

    private static Found of(EntityCount entity) {
        return new Found(
                entity.type(),
                entity.findingClass(),
                Set.of(entity.column()),
                entity.settled().cells().count(),
                entity.settled().hits(),
                entity.settled().bands());
    }

    /** In how many columns. */
    long columns() {
        return paths.size();
    }

    private Found plus(Found other) {
        Set<String> all = new HashSet<>(paths);
        all.addAll(other.paths);
        return new Found(
                type,
                findingClass,
                all,
                cells + other.cells,
                hits + other.hits,
                new BandCounts(
                        bands.possible() + other.bands.possible(),
                        bands.likely() + other.bands.likely(),
                        bands.certain() + other.bands.certain()));
    }

    /** Which kinds of data a reader sees first; smaller is earlier. */
    static int weight(DataClass dataClass) {
        return switch (dataClass) {
            case CREDENTIAL -> 0;
            case SPECIAL_CATEGORY -> 1;
            case GOVERNMENT_ID -> 2;
            case HEALTH -> 3;
            case FINANCIAL -> 4;
            case PERSON -> 5;
            case CONTACT -> 6;
            case LOCATION -> 7;
            case DEVICE -> 8;
            case REFERENCE -> 9;
            case CONTENT -> 10;
        };
    }
}
