package dev.assay.storage;

import dev.assay.manifest.StorageFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Every kind of storage there is, by scheme. Opens each when it is first needed and closes it. Thread-safe. */
public final class Storages implements Storage {
    private final Map<String, Supplier<Storage>> kinds = new TreeMap<>();
    private final Map<Supplier<Storage>, Storage> open = new HashMap<>();
    private boolean closed;

    public Storages(StorageSettings settings) {
        Supplier<Storage> local = () -> new LocalStorage(settings.links());
        Supplier<Storage> s3 = () -> new S3Storage(settings.s3());
        Supplier<Storage> hadoop = () -> new HadoopStorage(settings.hadoop());
        settings.hadoop().schemes().forEach(scheme -> kinds.put(scheme, hadoop));
        kinds.putIfAbsent("file", local);
        kinds.putIfAbsent("s3", s3);
        kinds.putIfAbsent("s3a", s3);
    }

    @Override
    public Listing list(Location location, FileFilter filter) {
        return storage(location).list(location, filter);
    }

    @Override
    public RangeReader open(StoredFile file) {
        return storage(file.location()).open(file);
    }

    @Override
    public boolean keepsVersion(StoredFile file) {
        return storage(file.location()).keepsVersion(file);
    }

    @Override
    public StorageFacts facts(List<StoredFile> files) {
        return files.isEmpty()
                ? StorageFacts.NONE
                : storage(files.get(0).location()).facts(files);
    }

    @Override
    public SortedMap<String, SortedSet<String>> labels(List<StoredFile> files) {
        return files.isEmpty()
                ? new TreeMap<>()
                : storage(files.get(0).location()).labels(files);
    }

    private synchronized Storage storage(Location location) {
        if (closed) {
            throw new IllegalStateException("The storages are closed.");
        }
        Supplier<Storage> kind = kinds.get(location.scheme());
        if (kind == null) {
            throw new StorageException("`" + location + "` has the scheme `" + location.scheme()
                    + "`, which no storage serves. Known are " + String.join(", ", kinds.keySet())
                    + "; a scheme of a Hadoop file system can be added to `storage.hadoop.schemes`.");
        }
        return open.computeIfAbsent(kind, Supplier::get);
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(Storage::close);
        open.clear();
    }
}
