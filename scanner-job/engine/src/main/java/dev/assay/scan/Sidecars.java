package dev.assay.scan;

import dev.assay.config.ConfigException;
import dev.assay.config.DeclaredListing;
import dev.assay.config.Locations;
import dev.assay.json.Sha256;
import dev.assay.sidecar.FileList;
import dev.assay.sidecar.FileList.ListedDirectory;
import dev.assay.sidecar.ListedFile;
import dev.assay.sidecar.ListedFile.Algorithm;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Listing;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StorageException;
import dev.assay.storage.StoredFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the lists of files that a card names, and finds the dataset's files in them. */
final class Sidecars {
    /** Room for about half a million files; a list is held in memory. */
    private static final long MAX_BYTES = 64L << 20;

    private final Storage storage;
    private final Set<String> paths = new HashSet<>();
    /** The one file of a name; empty if several have it. */
    private final Map<String, Optional<String>> byName = new HashMap<>();

    private final String root;

    private Sidecars(Storage storage, Listing listing) {
        this.storage = storage;
        listing.files().forEach(file -> {
            paths.add(file.path());
            byName.merge(name(file.path()), Optional.of(file.path()), (one, other) -> Optional.empty());
        });
        StoredFile first = listing.files().get(0);
        String location = first.location().text();
        if (!location.endsWith(first.path())) {
            throw new IllegalStateException("A file's location ends with its path.");
        }
        root = Locations.normal(
                        location.substring(0, location.length() - first.path().length())) + "/";
    }

    /** The listing without the lists themselves, wherever they lie. */
    static Listing without(Listing listing, List<DeclaredListing> declared) {
        Set<String> places = declared.stream()
                .map(DeclaredListing::location)
                .map(Locations::normal)
                .collect(Collectors.toSet());
        return listing.without(places, "a list of files, named under `listings`");
    }

    /**
     * Reads the lists.
     *
     * @param listing without the lists
     * @throws ConfigException if one is none
     * @throws StorageException if one cannot be read
     */
    static List<Sidecar> read(Storage storage, Listing listing, List<DeclaredListing> declared) {
        if (declared.isEmpty()) {
            return List.of();
        }
        Sidecars sidecars = new Sidecars(storage, listing);
        return declared.stream().map(sidecars::read).toList();
    }

    /** Files whose only digest in any list is an MD5. */
    static List<StoredFile> onlyByMd5(List<StoredFile> files, List<Sidecar> sidecars) {
        Set<String> md5 = new HashSet<>();
        sidecars.forEach(sidecar -> sidecar.entries().stream()
                .filter(entry -> entry.algorithm() == Algorithm.MD5)
                .forEach(entry -> md5.add(entry.path())));
        return files.stream().filter(file -> md5.contains(file.path())).toList();
    }

    private Sidecar read(DeclaredListing declared) {
        byte[] bytes = bytes(declared.location());
        FileList list = list(declared.name(), declared.location(), bytes);
        List<Sidecar.Entry> entries = new ArrayList<>();
        long elsewhere = add(list, declared.start(), entries);
        long undigested = list.undigested();
        for (ListedDirectory directory : list.directories()) {
            FileList inside = listOf(directory, declared);
            elsewhere += add(inside, Locations.normal(declared.start()) + "/" + directory.path(), entries);
            undigested += inside.undigested();
        }
        return new Sidecar(declared.name(), list.kind().label(), Sha256.hex(bytes), entries, elsewhere, undigested);
    }

    private static FileList list(String name, String location, byte[] bytes) {
        try {
            return FileList.read(name, bytes);
        } catch (IllegalArgumentException none) {
            throw new ConfigException("Cannot read " + location + " as a list of files: " + none.getMessage()
                    + ". Mend it or take it out of `listings`.");
        }
    }

    /** Adds what a list says of the dataset's files; answers how many of its entries speak of others. */
    private long add(FileList list, String start, List<Sidecar.Entry> entries) {
        long elsewhere = 0;
        for (ListedFile file : list.files()) {
            Optional<String> path = path(file, Locations.normal(start));
            path.ifPresent(
                    known -> entries.add(new Sidecar.Entry(known, file.algorithm(), file.digest(), file.bytes())));
            elsewhere += path.isPresent() ? 0 : 1;
        }
        return elsewhere;
    }

    /** The list of a directory's files, which DVC keeps under the list's own MD5. */
    private FileList listOf(ListedDirectory directory, DeclaredListing declared) {
        List<String> stores = DvcStores.around(beside(declared), new DvcFiles());
        List<String> refusals = new ArrayList<>();
        for (String store : stores) {
            for (String place : DvcStores.places(store, directory.md5())) {
                Optional<byte[]> kept = kept(place, refusals);
                if (kept.isPresent()) {
                    if (!FileMd5.md5(kept.get()).equals(directory.md5())) {
                        throw new ConfigException(place + " is not the list that " + declared.location()
                                + " names: its MD5 is another one. Fetch it again with `dvc fetch`.");
                    }
                    return list(name(place), place, kept.get());
                }
            }
        }
        throw new ConfigException(declared.location() + " names the directory `" + directory.path() + "` by the list "
                + directory.md5()
                + ".dir, which is in no cache of DVC above it. Fetch it with `dvc fetch`, or name that"
                + " list itself under `listings`. Looked in: " + String.join(", ", stores)
                + (refusals.isEmpty() ? "" : "; " + String.join("; ", refusals)));
    }

    /** What a store holds at a place; where that cannot be told without asking a storage, its answer is noted. */
    private Optional<byte[]> kept(String place, List<String> refusals) {
        if (!place.contains("://")) {
            return Files.isRegularFile(Path.of(place)) ? Optional.of(bytes(place)) : Optional.empty();
        }
        try {
            return Optional.of(bytes(place));
        } catch (StorageException absent) {
            refusals.add(String.valueOf(absent.getMessage()));
            return Optional.empty();
        }
    }

    private static String beside(DeclaredListing declared) {
        String place = Locations.normal(declared.location());
        return place.substring(0, place.lastIndexOf('/'));
    }

    /** On local disk a repository is a directory; elsewhere it shows by the settings that DVC always writes. */
    private final class DvcFiles implements DvcStores.Files {
        @Override
        public boolean isRepository(String directory) {
            return directory.contains("://")
                    ? read(directory + "/config").isPresent()
                    : Files.isDirectory(Path.of(directory));
        }

        @Override
        public Optional<byte[]> read(String file) {
            return kept(file, new ArrayList<>());
        }
    }

    private byte[] bytes(String location) {
        StoredFile file =
                storage.list(new Location(location), FileFilter.ALL).files().get(0);
        if (!Locations.normal(file.location().text()).equals(Locations.normal(location))) {
            throw new ConfigException(location + " is no file. Name the list itself under `listings`.");
        }
        if (file.length() > MAX_BYTES) {
            throw new ConfigException(location + " has " + file.length() + " bytes; a list of files may have "
                    + MAX_BYTES + ". Cut it into several.");
        }
        byte[] bytes = new byte[(int) file.length()];
        try (RangeReader reader = storage.open(file)) {
            reader.read(0, bytes, 0, bytes.length);
            reader.checkUnchanged();
        }
        return bytes;
    }

    /** The path a file has, or would have, in the dataset; empty if the list speaks of another place. */
    private Optional<String> path(ListedFile file, String start) {
        if (file.isAddress()) {
            return byName.getOrDefault(file.name(), Optional.empty());
        }
        String place =
                file.path().startsWith("/") ? file.path() : start + (start.endsWith("/") ? "" : "/") + file.path();
        String plain = Locations.withoutDots(place);
        boolean within = plain.startsWith(root) && plain.length() > root.length();
        return within ? Optional.of(plain.substring(root.length())) : Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
