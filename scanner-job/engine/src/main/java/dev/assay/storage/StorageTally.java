package dev.assay.storage;

import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a storage said so far, counted. Whatever order answers come in, the counts are the same. Thread-safe.
 */
final class StorageTally {
    /** Stands for names that are not spelled out. */
    private static final String OTHER = "other";

    private static final int MAX_NAME = 64;

    private final Map<StorageFact, SortedMap<String, Long>> told = new EnumMap<>(StorageFact.class);
    private final Map<StorageFact, SortedMap<String, Long>> unreadable = new EnumMap<>(StorageFact.class);
    private long objects;
    private @Nullable LocalDate lockedUntil;

    synchronized void object() {
        objects++;
    }

    /** Counts one answer. What is no plain name may be a text about somebody, and is counted as {@value #OTHER}. */
    synchronized void told(StorageFact fact, String name) {
        count(told, fact, isName(name) ? name : OTHER);
    }

    /** @param answer of the storage, such as {@code 403 AccessDenied} */
    synchronized void unreadable(StorageFact fact, String answer) {
        count(unreadable, fact, answer);
    }

    synchronized void lockedUntil(LocalDate day) {
        LocalDate before = lockedUntil;
        lockedUntil = before == null || day.isBefore(before) ? day : before;
    }

    /** What could not be had so far, with the first answer of each. */
    synchronized Map<StorageFact, String> refusals() {
        Map<StorageFact, String> refusals = new EnumMap<>(StorageFact.class);
        unreadable.forEach((fact, answers) -> refusals.put(fact, answers.firstKey()));
        return refusals;
    }

    /** Keeps the first names in their order: what is among the first of all is among the first of each part. */
    private static void count(Map<StorageFact, SortedMap<String, Long>> counts, StorageFact fact, String name) {
        NavigableMap<String, Long> names =
                (NavigableMap<String, Long>) counts.computeIfAbsent(fact, unused -> new TreeMap<>());
        names.merge(name, 1L, Long::sum);
        if (names.size() > StorageFacts.MAX_NAMES) {
            names.pollLastEntry();
        }
    }

    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_NAME
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "@/\\\"'<>".indexOf(c) < 0);
    }

    synchronized StorageFacts facts() {
        return new StorageFacts(objects, told, unreadable, lockedUntil);
    }
}
