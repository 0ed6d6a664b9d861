package dev.assay.summary;

import dev.assay.config.FindingClass;
import java.util.Comparator;
import java.util.Locale;

/**
 * What findings of a column are counted by.
 *
 * @param entity name of the entity type
 * @param findingClass real, published test value or placeholder
 * @param suppression id of the policy's entry that matches them, see {@link Suppressions}; empty if none does
 */
public record EntityKey(String entity, FindingClass findingClass, String suppression) implements Comparable<EntityKey> {
    private static final Comparator<EntityKey> ORDER = Comparator.comparing(EntityKey::entity)
            .thenComparing(EntityKey::findingClass)
            .thenComparing(EntityKey::suppression);

    /** Findings that no entry matches. */
    public EntityKey(String entity, FindingClass findingClass) {
        this(entity, findingClass, "");
    }

    @Override
    public int compareTo(EntityKey other) {
        return ORDER.compare(this, other);
    }

    String encode() {
        return entity + '/' + findingClass.label() + (suppression.isEmpty() ? "" : '/' + suppression);
    }

    static EntityKey decode(String text) {
        String[] parts = text.split("/", -1);
        String label = parts[1].toUpperCase(Locale.ROOT).replace('-', '_');
        return new EntityKey(parts[0], FindingClass.valueOf(label), parts.length > 2 ? parts[2] : "");
    }
}
