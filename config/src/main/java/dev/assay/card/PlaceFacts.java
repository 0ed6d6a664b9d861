package dev.assay.card;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What files and their storage say of a dataset that has no card: in metadata of the files, in tags and metadata of their
 * objects.
 *
 * @param kind what was looked at, such as {@code 3 of 3 files in S3}
 * @param said every value that was given under a name, in lower case with hyphens, such as {@code license}; names that no
 *     card knows do not matter
 * @param columns what columns are said to hold, by path
 * @param labels paths of columns that are said to be labels
 * @param mediaTypes of the files
 * @param region where the bucket lies; null if nobody says
 */
public record PlaceFacts(
        String kind,
        SortedMap<String, SortedSet<String>> said,
        SortedMap<String, SortedSet<String>> columns,
        SortedSet<String> labels,
        SortedSet<String> mediaTypes,
        @Nullable String region) {
    public PlaceFacts {
        said = copy(said);
        columns = copy(columns);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        mediaTypes = Collections.unmodifiableSortedSet(new TreeSet<>(mediaTypes));
    }

    private static SortedMap<String, SortedSet<String>> copy(Map<String, ? extends Set<String>> values) {
        TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
        values.forEach((name, all) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(all))));
        return Collections.unmodifiableSortedMap(copy);
    }
}
