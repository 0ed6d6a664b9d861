package dev.assay.scan;

import dev.assay.card.PlaceFacts;
import dev.assay.format.DataException;
import dev.assay.format.Formats;
import dev.assay.format.ParquetDeclarations;
import dev.assay.manifest.StorageFact;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what the files at a location, and their storage, say of themselves. */
public final class PlaceReader {
    /** Files that are looked into; those of one dataset say the same. */
    private static final int MOST_FILES = 20;

    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Storage storage;
    private final TreeMap<String, SortedSet<String>> said = new TreeMap<>();
    private final TreeMap<String, SortedSet<String>> columns = new TreeMap<>();
    private final TreeSet<String> labels = new TreeSet<>();
    private final TreeSet<String> mediaTypes = new TreeSet<>();
    private int unreadable;

    private PlaceReader(Storage storage) {
        this.storage = storage;
    }

    /**
     * Looks into the first files of a location, in the order of their paths.
     *
     * @throws dev.assay.storage.StorageException if nothing is there, or it may not be read
     */
    public static PlaceFacts read(Storage storage, Location location) {
        List<StoredFile> all =
                storage.list(location, FileFilter.WITHOUT_MARKERS).files();
        List<StoredFile> some = all.subList(0, Math.min(MOST_FILES, all.size()));
        PlaceReader reader = new PlaceReader(storage);
        some.forEach(reader::look);
        storage.labels(some).forEach(reader::said);
        String kind = some.size() + " of " + all.size() + (all.size() == 1 ? " file" : " files") + " at its location"
                + (reader.unreadable == 0 ? "" : ", " + reader.unreadable + " of them unreadable");
        return new PlaceFacts(
                kind, reader.said, reader.columns, reader.labels, reader.mediaTypes, region(storage, some));
    }

    private static @Nullable String region(Storage storage, List<StoredFile> files) {
        SortedMap<String, Long> regions = storage.facts(files).said(StorageFact.REGION);
        return regions.isEmpty() ? null : regions.firstKey();
    }

    /** A file that is not what it looks like says nothing; a scan will tell. */
    private void look(StoredFile file) {
        try (RangeReader reader = storage.open(file)) {
            if (Formats.detect(file, reader).name().equals("parquet")) {
                ParquetDeclarations declared = ParquetDeclarations.of(file, reader);
                mediaTypes.add(PARQUET);
                declared.texts().forEach((name, text) -> said(name, new TreeSet<>(List.of(text))));
                declared.columns()
                        .forEach((path, text) -> columns.computeIfAbsent(path, unused -> new TreeSet<>())
                                .add(text));
                labels.addAll(declared.labels());
            }
        } catch (DataException broken) {
            unreadable++;
        }
    }

    private void said(String name, SortedSet<String> values) {
        said.computeIfAbsent(name, unused -> new TreeSet<>()).addAll(values);
    }
}
