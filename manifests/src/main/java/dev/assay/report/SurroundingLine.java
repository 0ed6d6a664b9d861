package dev.assay.report;

import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One line of what a storage says of the place the data lay in.
 *
 * @param what what was asked
 * @param says the answers, and of how many objects
 */
public record StorageLine(String what, String says) {
    private static final int MAX_NAMES = 10;

    /** All of them, in the order of {@link StorageFact}; none for a storage that can say nothing. */
    public static List<StorageLine> of(StorageFacts storage) {
        List<StorageLine> lines = new ArrayList<>();
        for (StorageFact fact : StorageFact.values()) {
            List<String> parts = new ArrayList<>();
            if (!storage.said(fact).isEmpty()) {
                parts.add(counts(storage.said(fact)));
            }
            SortedMap<String, Long> refused = storage.unreadable().get(fact);
            if (refused != null) {
                parts.add("not readable: " + counts(refused));
            }
            if (!parts.isEmpty()) {
                lines.add(new StorageLine(title(fact), String.join("; ", parts)));
            }
        }
        if (storage.lockedUntil() != null) {
            lines.add(new StorageLine("First lock ends", storage.lockedUntil().toString()));
        }
        return List.copyOf(lines);
    }

    private static String title(StorageFact fact) {
        return switch (fact) {
            case REGION -> "Region";
            case VERSIONING -> "Versioning of the bucket";
            case DEFAULT_ENCRYPTION -> "Encryption by default";
            case OBJECT_LOCK -> "Object lock of the bucket";
            case BUCKET_TAGS -> "Names of the bucket's tags";
            case VERSIONS -> "Versions of the objects";
            case ENCRYPTION -> "Encryption of the objects";
            case STORAGE_CLASS -> "Storage class";
            case LOCKS -> "Locks";
            case METADATA -> "Names of objects' metadata";
            case TAGS -> "Names of objects' tags";
            case LICENCES -> "Licences in tags and metadata";
        };
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                        .limit(MAX_NAMES)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + (counts.size() > MAX_NAMES ? " and " + (counts.size() - MAX_NAMES) + " more" : "");
    }
}
