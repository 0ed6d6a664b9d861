package dev.assay.config;

import dev.assay.json.JsonObject;

/**
 * Demands on the place the data lay in when it was scanned, by what the storage itself says. What the storage does not say
 * does not meet a demand.
 *
 * @param region whether the bucket must lie where the card's sources allow the data to be stored
 * @param encryption how every object must be encrypted
 * @param versioning whether every object must be read in a version that is never overwritten
 * @param objectLock whether something must keep every object from being deleted
 */
public record StorageCondition(Region region, Encryption encryption, Demand versioning, Demand objectLock)
        implements Condition {

    /** Where the bucket may lie. */
    public enum Region {
        ANY,
        /** Where every source that says anything allows it. */
        DECLARED
    }

    /** How objects are encrypted. */
    public enum Encryption {
        ANY,
        /** In whatever way. */
        REQUIRED,
        /** By keys of a key-management service. */
        MANAGED_KEYS
    }

    /** Whether something must be so. */
    public enum Demand {
        ANY,
        REQUIRED
    }

    static StorageCondition read(Section rule, String key) {
        Section section = rule.section(key);
        StorageCondition condition = new StorageCondition(
                section.choice("region", Region.class, Region.ANY),
                section.choice("encryption", Encryption.class, Encryption.ANY),
                section.choice("versioning", Demand.class, Demand.ANY),
                section.choice("object-lock", Demand.class, Demand.ANY));
        if (condition.equals(new StorageCondition(Region.ANY, Encryption.ANY, Demand.ANY, Demand.ANY))) {
            section.problem("", "demands nothing; give region, encryption, versioning or object-lock");
        }
        return condition;
    }

    @Override
    public String kind() {
        return ConditionKind.STORAGE.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("region", Values.label(region))
                .put("encryption", Values.label(encryption))
                .put("versioning", Values.label(versioning))
                .put("objectLock", Values.label(objectLock))
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.storage(this);
    }
}
