package dev.assay.scan;

import dev.assay.storage.FileFilter;
import dev.assay.storage.Listing;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A storage that notes which files are opened. Thread-safe. */
record OpenedFiles(Storage behind, List<String> paths) implements Storage {
    OpenedFiles(Storage behind) {
        this(behind, Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public Listing list(Location location, FileFilter filter) {
        return behind.list(location, filter);
    }

    @Override
    public RangeReader open(StoredFile file) {
        paths.add(file.path());
        return behind.open(file);
    }

    @Override
    public void close() {
        behind.close();
    }
}
