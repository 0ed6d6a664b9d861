package dev.assay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every entity type Assay knows by name, sorted by it. Immutable. */
public final class EntityTypes {
    static final String RESOURCE = "dev/assay/config/entity-types.yaml";
    private static final EntityTypes LOADED =
            YamlFile.resource(EntityTypes.class.getClassLoader(), RESOURCE).as(EntityTypes::read);

    /** How names of types begin that only one workspace knows, those of its own detectors. */
    public static final String OWN_PREFIX = "CUSTOM_";

    private final SortedMap<String, EntityType> byName;

    private EntityTypes(SortedMap<String, EntityType> byName) {
        this.byName = byName;
    }

    /** The types of this build, read once. */
    public static EntityTypes loaded() {
        return LOADED;
    }

    static EntityTypes read(Section section) {
        SortedMap<String, EntityType> byName = new TreeMap<>();
        for (String name : section.names()) {
            if (!section.has(name)) {
                section.problem(name, "needs the kind of data it is, such as `contact`");
            }
            section.findChoice(name, DataClass.class).ifPresent(dataClass -> put(section, byName, name, dataClass));
        }
        return new EntityTypes(byName);
    }

    private static void put(Section section, SortedMap<String, EntityType> byName, String name, DataClass dataClass) {
        try {
            byName.put(name, new EntityType(name, dataClass));
        } catch (IllegalArgumentException trouble) {
            section.problem(name, String.valueOf(trouble.getMessage()));
        }
    }

    public Optional<EntityType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The type a configuration file names: one of the list, or a workspace's own, which is of the class {@code reference}
     * until its detector says otherwise.
     *
     * @throws IllegalArgumentException with a suggestion, as {@link Section#find} takes it
     */
    public EntityType parse(String name) {
        if (isOwn(name)) {
            return own(name);
        }
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is no entity type"
                        + Suggestion.orElse(name, byName.keySet(), "; `assay detectors` lists them")));
    }

    /** Whether a name is one that workspaces give to types of their own. */
    public static boolean isOwn(String name) {
        return name.startsWith(OWN_PREFIX);
    }

    static EntityType own(String name) {
        return new EntityType(name, DataClass.REFERENCE);
    }

    public List<EntityType> all() {
        return new ArrayList<>(byName.values());
    }
}
