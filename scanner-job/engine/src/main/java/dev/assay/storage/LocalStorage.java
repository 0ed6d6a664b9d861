package dev.assay.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Files of the local disk, and of whatever is mounted there. Every file counts, names that start with a dot or an
 * underscore included; see {@link LinkPolicy} for symbolic links. A pin is size, time of the last change and file key.
 */
final class LocalStorage implements Storage {
    private final LinkPolicy links;

    LocalStorage(LinkPolicy links) {
        this.links = links;
    }

    @Override
    public Listing list(Location location, FileFilter filter) {
        Path root = path(location);
        try {
            BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
            List<StoredFile> found = attributes.isDirectory()
                    ? new LocalWalk(root, links, filter).files()
                    : List.of(single(root, attributes));
            return Listing.of(location, filter, found);
        } catch (IOException e) {
            throw failure(location, e);
        }
    }

    @Override
    public RangeReader open(StoredFile file) {
        Path path = path(file.location());
        try {
            return new LocalReader(file, path, FileChannel.open(path, StandardOpenOption.READ));
        } catch (IOException e) {
            throw failure(file.location(), e);
        }
    }

    @Override
    public void close() {
        // Nothing is held between calls.
    }

    static StoredFile stored(String path, Path file, BasicFileAttributes attributes) {
        return new StoredFile(path, new Location(LocalPaths.text(file)), attributes.size(), pin(attributes));
    }

    static String pin(BasicFileAttributes attributes) {
        return "size=" + attributes.size() + " time="
                + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " key=" + attributes.fileKey();
    }

    static StorageException failure(Location location, IOException cause) {
        String where = cause instanceof FileSystemException known && known.getFile() != null
                ? known.getFile()
                : location.text();
        if (cause instanceof NoSuchFileException) {
            return new StorageException(
                    "There is nothing at " + where + ". Check the location; in a card, a relative path starts at the"
                            + " card's directory.",
                    cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new StorageException(
                    where + " may not be read. Give the user who runs the scan the right to read it, or exclude it.",
                    cause);
        }
        if (cause instanceof ClosedByInterruptException) {
            return new StorageException("The reading of " + where + " was interrupted.", cause);
        }
        return new StorageException("Cannot read " + where + ": " + cause.getMessage() + ".", cause);
    }

    private static StoredFile single(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            throw new StorageException(
                    LocalPaths.text(file) + " is neither a file nor a directory but a pipe, socket or device.");
        }
        return stored(LocalPaths.name(file), file, attributes);
    }

    /** What follows {@code file://} is a path as it is, with no percent-encoding. */
    private static Path path(Location location) {
        String text = location.text();
        try {
            return LocalPaths.path(text.regionMatches(true, 0, "file://", 0, 7) ? text.substring(7) : text);
        } catch (IllegalArgumentException e) {
            throw new StorageException("`" + text + "` cannot be a path of this system.", e);
        }
    }
}
