package dev.assay.report;

import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.manifest.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One line of what a scan found around the bytes: what their storage says, and what is on record of their inputs.
 *
 * @param what what was looked at
 * @param says what was found
 */
public record SurroundingLine(String what, String says) {
    private static final int MAX_NAMES = 10;

    /** All of them, the storage first. */
    public static List<SurroundingLine> of(Surroundings surroundings) {
        List<SurroundingLine> lines = new ArrayList<>(of(surroundings.storage()));
        for (Upstream input : surroundings.upstream()) {
            lines.add(new SurroundingLine("Input of " + input.source(), says(input)));
        }
        return List.copyOf(lines);
    }

    private static String says(Upstream input) {
        String named = input.location() == null ? "manifest " + input.manifestSha256() : input.location();
        return switch (input.state()) {
            case APPROVED -> named + ": " + input.version() + ", approved";
            case UNAPPROVED -> named + ": " + input.version() + ", not approved";
            case UNVERIFIED -> named + ": " + input.version() + ", not signed by whom it must";
            case AMBIGUOUS -> named + ": the place of " + input.version() + ", so of none for certain";
            case ABSENT -> named + ": not on record";
        };
    }

    /** What a storage says, in the order of {@link StorageFact}; nothing for one that can say nothing. */
    public static List<SurroundingLine> of(StorageFacts storage) {
        List<SurroundingLine> lines = new ArrayList<>();
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
                lines.add(new SurroundingLine(title(fact), String.join("; ", parts)));
            }
        }
        if (storage.lockedUntil() != null) {
            lines.add(
                    new SurroundingLine("First lock ends", storage.lockedUntil().toString()));
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
