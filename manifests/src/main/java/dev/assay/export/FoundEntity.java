package dev.assay.export;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.manifest.EntityCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one type and class.
 *
 * @param type entity type
 * @param findingClass somebody's data, or only its shape
 * @param column path; null where columns are not told apart
 * @param cells cells with a hit
 * @param hits hits
 */
record FoundEntity(
        EntityType type,
        FindingClass findingClass,
        @Nullable String column,
        long cells,
        long hits) {

    /** In the manifest's order; for the public, the columns added up and no credentials. What allow lists match is among it; what the columns as a whole refuted is left out. */
    static List<FoundEntity> in(List<EntityCount> entities, Profile profile) {
        List<FoundEntity> found = new ArrayList<>();
        for (EntityCount count : entities) {
            if (count.settled().hits() > 0 && shown(count, profile)) {
                FoundEntity next = of(count, profile);
                int last = found.size() - 1;
                if (last >= 0 && found.get(last).sameAs(next)) {
                    found.set(last, found.get(last).plus(next));
                } else {
                    found.add(next);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean shown(EntityCount count, Profile profile) {
        return profile != Profile.PUBLIC || count.type().dataClass() != DataClass.CREDENTIAL;
    }

    private static FoundEntity of(EntityCount count, Profile profile) {
        return new FoundEntity(
                count.type(),
                count.findingClass(),
                profile == Profile.PUBLIC ? null : count.column(),
                count.settled().cells().count(),
                count.settled().hits());
    }

    private boolean sameAs(FoundEntity other) {
        return type.equals(other.type) && findingClass == other.findingClass && Objects.equals(column, other.column);
    }

    private FoundEntity plus(FoundEntity other) {
        return new FoundEntity(type, findingClass, column, cells + other.cells, hits + other.hits);
    }

    boolean isReal() {
        return findingClass == FindingClass.REAL;
    }

    /** Such as {@code EMAIL_ADDRESS (contact, real)}. */
    String label() {
        return type.name() + " (" + type.dataClass().label() + ", " + findingClass.label() + ")";
    }
}
