package dev.assay.config;

/**
 * A kind of personal data or secret, by the name the field knows it under (Presidio's where it has one).
 *
 * @param name upper case with underscores, such as {@code EMAIL_ADDRESS}
 * @param dataClass its kind of data
 */
public record EntityType(String name, DataClass dataClass) implements Comparable<EntityType> {
    public EntityType {
        if (!name.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("An entity type is named in upper case with underscores, not " + name);
        }
    }

    @Override
    public int compareTo(EntityType other) {
        return name.compareTo(other.name);
    }
}
