package dev.assay.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk through a directory. What it cannot follow or read stops it, unless a glob excludes it. */
final class LocalWalk {
    private final Path root;
    private final Path realRoot;
    private final LinkPolicy links;
    private final FileFilter.Compiled filter;
    private final List<StoredFile> found = new ArrayList<>();
    private final Set<Path> entered = new HashSet<>();

    /** @param root as the user wrote it, absolute */
    LocalWalk(Path root, LinkPolicy links, FileFilter filter) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
        this.links = links;
        this.filter = filter.compile();
    }

    /** Every file below the root, in no order that matters. */
    List<StoredFile> files() throws IOException {
        enter(root, realRoot, "");
        return found;
    }

    private void enter(Path directory, Path real, String prefix) throws IOException {
        if (!entered.add(real)) {
            throw new StorageException("The directory " + LocalPaths.text(directory)
                    + " is reached a second time through a symbolic link. Remove the link or exclude it.");
        }
        for (Map.Entry<String, Path> named : entriesByName(directory).entrySet()) {
            Path entry = named.getValue();
            String path = prefix + named.getKey();
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                follow(entry, path);
            } else if (attributes.isDirectory()) {
                enter(entry, real.resolve(entry.getFileName()), path + "/");
            } else {
                add(entry, path, attributes);
            }
        }
    }

    private void follow(Path link, String path) throws IOException {
        boolean excluded = filter.objection(path).isPresent();
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            if (excluded) {
                return;
            }
            throw new StorageException(
                    "The symbolic link " + LocalPaths.text(link) + " leads nowhere. Remove it or exclude it.", e);
        }
        BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
        boolean followed = links == LinkPolicy.ANYWHERE || (!attributes.isDirectory() && target.startsWith(realRoot));
        if (!followed && !excluded) {
            throw new StorageException("The symbolic link " + LocalPaths.text(link) + " leads to "
                    + LocalPaths.text(target)
                    + ". Only links to files inside the dataset's location are followed; exclude it, or set"
                    + " `storage.local.links` to `anywhere`.");
        }
        if (!attributes.isDirectory()) {
            add(link, path, attributes);
        } else if (!excluded) {
            enter(link, target, path + "/");
        }
    }

    private void add(Path file, String path, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile() && filter.objection(path).isEmpty()) {
            throw new StorageException(LocalPaths.text(file)
                    + " is neither a file nor a directory but a pipe, socket or device. Remove it or exclude it.");
        }
        if (attributes.isRegularFile()) {
            found.add(LocalStorage.stored(path, file, attributes));
        }
    }

    private static SortedMap<String, Path> entriesByName(Path directory) throws IOException {
        SortedMap<String, Path> entries = new TreeMap<>(Listing.PATH_ORDER);
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entry -> entries.put(LocalPaths.name(entry), entry));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }
}
