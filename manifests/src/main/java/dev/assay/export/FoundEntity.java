package dev.assay.export;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.manifest.EntityCount;
import dev.assay.policy.SetAside;
import dev.assay.policy.SuppressionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one type and class. What a suppression in force sets aside is told apart, so that nothing is counted
 * twice and no count says more than the verdict does.
 *
 * @param type entity type
 * @param findingClass somebody's data, or only its shape
 * @param column path; null where columns are not told apart
 * @param setAside the suppression in force; null if there is none
 * @param lists ids of the allow lists whose counts are in it; the empty one stands for what no list matches
 * @param cells cells with a hit; the most there can be where counts of one column were added up
 * @param cellsExact whether there are just as many
 * @param hits hits
 */
record FoundEntity(
        EntityType type,
        FindingClass findingClass,
        @Nullable String column,
        @Nullable SuppressionResult setAside,
        Set<String> lists,
        long cells,
        boolean cellsExact,
        long hits) {
    FoundEntity {
        lists = Set.copyOf(lists);
    }

    /**
     * In the manifest's order; for the public, the columns added up and no credentials. What the columns as a whole
     * refuted is left out.
     */
    static List<FoundEntity> in(List<EntityCount> entities, SetAside setAside, Profile profile) {
        Map<List<Object>, FoundEntity> byColumn = new LinkedHashMap<>();
        for (EntityCount count : entities) {
            if (count.settled().hits() > 0 && shown(count, profile)) {
                FoundEntity found = of(count, setAside.suppression(count).orElse(null));
                byColumn.merge(found.key(profile), found, (a, b) -> a.plus(b, a.column, false));
            }
        }
        if (profile != Profile.PUBLIC) {
            return List.copyOf(byColumn.values());
        }
        Map<List<Object>, FoundEntity> together = new LinkedHashMap<>();
        for (FoundEntity found : byColumn.values()) {
            FoundEntity anywhere = found.anywhere();
            together.merge(anywhere.key(profile), anywhere, (a, b) -> a.plus(b, null, a.cellsExact && b.cellsExact));
        }
        return new ArrayList<>(together.values());
    }

    private static boolean shown(EntityCount count, Profile profile) {
        return profile != Profile.PUBLIC || count.type().dataClass() != DataClass.CREDENTIAL;
    }

    private static FoundEntity of(EntityCount count, @Nullable SuppressionResult setAside) {
        return new FoundEntity(
                count.type(),
                count.findingClass(),
                count.column(),
                setAside,
                Set.of(count.suppression()),
                count.settled().cells().count(),
                true,
                count.settled().hits());
    }

    /** What makes two counts one; the public does not learn which suppression it was. */
    private List<Object> key(Profile profile) {
        Object by = setAside == null ? "" : profile == Profile.PUBLIC ? "set aside" : setAside.id();
        return Arrays.asList(type, findingClass, column, by);
    }

    private FoundEntity anywhere() {
        return new FoundEntity(type, findingClass, null, setAside, lists, cells, cellsExact, hits);
    }

    private FoundEntity plus(FoundEntity other, @Nullable String where, boolean exact) {
        Set<String> all = new HashSet<>(lists);
        all.addAll(other.lists);
        return new FoundEntity(type, findingClass, where, setAside, all, cells + other.cells, exact, hits + other.hits);
    }

    boolean isReal() {
        return findingClass == FindingClass.REAL;
    }

    /** Whether it is somebody's data or a secret, rather than its shape or a trait of the text. */
    boolean isPersonal() {
        return isReal() && type().dataClass().isPersonal();
    }

    /** Such as {@code 5} or {@code at most 5}. */
    String cellsText() {
        return cellsExact ? String.valueOf(cells) : "at most " + cells;
    }

    /** Such as {@code EMAIL_ADDRESS (contact, real)}. */
    String label() {
        return type.name() + " (" + type.dataClass().label() + ", " + findingClass.label()
                + (setAside == null ? "" : ", suppressed by the policy") + ")";
    }
}
