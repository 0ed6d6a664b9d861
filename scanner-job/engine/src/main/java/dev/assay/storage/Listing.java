package dev.assay.storage;

import dev.assay.config.Locations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lies at or below a location; each file is in one of the two lists. The same names give the same listing on every
 * storage.
 *
 * @param files what the filter took, pinned; at least one, sorted by the UTF-8 bytes of the path
 * @param leftOut what it did not take, sorted alike
 */
public record Listing(List<StoredFile> files, List<LeftOut> leftOut) {
    /** Order of paths: by their UTF-8 bytes, unsigned. */
    static final Comparator<String> PATH_ORDER = Listing::inOrder;

    public Listing {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    private static int inOrder(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        // Half of a character past U+FFFF, which comes after all others.
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /**
     * Sorts what a storage found.
     *
     * @throws StorageException if nothing is left
     */
    static Listing of(Location location, FileFilter filter, List<StoredFile> found) {
        FileFilter.Compiled globs = filter.compile();
        List<StoredFile> files = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (StoredFile file : found) {
            Optional<String> objection = globs.objection(file.path());
            if (objection.isPresent()) {
                leftOut.add(new LeftOut(file.path(), file.length(), objection.get()));
            } else {
                files.add(file);
            }
        }
        if (found.isEmpty()) {
            throw new StorageException("There is no file at or below " + location
                    + ". Check the location, or wait until the dataset has been written.");
        }
        if (files.isEmpty()) {
            throw new StorageException("None of the " + found.size() + " files at or below " + location
                    + " is taken: include " + filter.include() + ", exclude " + filter.exclude()
                    + ". A glob without **/ speaks of the top directory only.");
        }
        files.sort(Comparator.comparing(StoredFile::path, PATH_ORDER));
        leftOut.sort(Comparator.comparing(LeftOut::path, PATH_ORDER));
        return new Listing(files, leftOut);
    }

    /**
     * The listing with some files moved to those left out.
     *
     * @param locations of these files as {@link Locations#normal} has them; others than those listed do not matter
     * @param reason half a sentence
     * @throws StorageException if nothing is left
     */
    public Listing without(Set<String> locations, String reason) {
        if (locations.isEmpty()) {
            return this;
        }
        List<StoredFile> kept = new ArrayList<>();
        List<LeftOut> out = new ArrayList<>(leftOut);
        for (StoredFile file : files) {
            if (locations.contains(Locations.normal(file.location().text()))) {
                out.add(new LeftOut(file.path(), file.length(), reason));
            } else {
                kept.add(file);
            }
        }
        if (kept.isEmpty()) {
            throw new StorageException(
                    "The dataset has no file but " + files.get(0).path() + ": " + reason + ".");
        }
        out.sort(Comparator.comparing(LeftOut::path, PATH_ORDER));
        return new Listing(kept, out);
    }
}
