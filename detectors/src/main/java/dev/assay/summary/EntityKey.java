package dev.assay.summary;

import dev.assay.config.FindingClass;
import java.util.Comparator;
import java.util.Locale;

/**
 * What findings of a column are counted by.
 *
 * @param entity name of the entity type
 * @param findingClass real, published test value or placeholder
 */
public record EntityKey(String entity, FindingClass findingClass) implements Comparable<EntityKey> {
    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::entity).thenComparing(EntityKey::findingClass);

    @Override
    public int compareTo(EntityKey other) {
        return ORDER.compare(this, other);
    }

    String encode() {
        return entity + '/' + findingClass.label();
    }

    static EntityKey decode(String text) {
        int slash = text.indexOf('/');
        String label = text.substring(slash + 1).toUpperCase(Locale.ROOT).replace('-', '_');
        return new EntityKey(text.substring(0, slash), FindingClass.valueOf(label));
    }
}
