package dev.assay.scan;

import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.ListedFiles.Deviation;
import dev.assay.manifest.ListedFiles.Kind;
import dev.assay.manifest.ListedFiles.Matching;
import dev.assay.manifest.ListedFiles.SidecarList;
import dev.assay.storage.StorageException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the files that were read with the lists of them that others made. */
final class ListingComparison {
    private final Map<String, FileEntry> files;
    private final SortedMap<String, FileMd5> md5s;
    private final Set<String> listed = new HashSet<>();
    private final TreeSet<Deviation> deviations = new TreeSet<>();

    private ListingComparison(FileListing files, SortedMap<String, FileMd5> md5s) {
        this.files = files.byPath();
        this.md5s = md5s;
    }

    /** What the comparison came to; null if there is no list. */
    static @Nullable ListedFiles of(List<Sidecar> sidecars, FileListing files, SortedMap<String, FileMd5> md5s) {
        if (sidecars.isEmpty()) {
            return null;
        }
        ListingComparison comparison = new ListingComparison(files, md5s);
        List<SidecarList> lists = sidecars.stream().map(comparison::compare).toList();
        long unlisted = 0;
        for (FileEntry file : files.files()) {
            if (!comparison.listed.contains(file.path())) {
                unlisted++;
                comparison.deviates(file.path(), Kind.UNLISTED, "");
            }
        }
        return new ListedFiles(lists, unlisted, List.copyOf(comparison.deviations));
    }

    private SidecarList compare(Sidecar sidecar) {
        long sha256 = 0;
        long md5 = 0;
        long missing = 0;
        long differing = 0;
        for (Sidecar.Entry entry : sidecar.entries()) {
            listed.add(entry.path());
            FileEntry file = files.get(entry.path());
            if (file == null) {
                missing++;
                deviates(entry.path(), Kind.MISSING, sidecar.name());
            } else if (!isAsListed(file, entry)) {
                differing++;
                deviates(entry.path(), Kind.DIFFERING, sidecar.name());
            } else {
                switch (entry.algorithm()) {
                    case SHA256 -> sha256++;
                    case MD5 -> md5++;
                }
            }
        }
        return new SidecarList(
                sidecar.name(),
                sidecar.kind(),
                sidecar.sha256(),
                new Matching(sha256, md5),
                missing,
                differing,
                sidecar.elsewhere(),
                sidecar.undigested());
    }

    private boolean isAsListed(FileEntry file, Sidecar.Entry entry) {
        if (entry.bytes() >= 0 && entry.bytes() != file.bytes()) {
            return false;
        }
        return switch (entry.algorithm()) {
            case SHA256 -> entry.digest().equals(file.sha256());
            case MD5 -> entry.digest().equals(md5(file));
        };
    }

    /** The MD5 of the bytes that were scanned: the same reading gave a SHA-256, which shows that they are the same. */
    private String md5(FileEntry file) {
        FileMd5 read = md5s.get(file.path());
        if (read == null) {
            throw new IllegalStateException("Nobody hashed " + file.path() + " with MD5.");
        }
        if (!read.sha256().equals(file.sha256())) {
            throw new StorageException(file.path() + " was not the same when it was scanned and when it was hashed with"
                    + " MD5: it changed during the scan. Run it again when nobody writes to it.");
        }
        return read.md5();
    }

    private void deviates(String path, Kind kind, String list) {
        deviations.add(new Deviation(path, kind, list));
        if (deviations.size() > ListedFiles.MAX_DEVIATIONS) {
            deviations.pollLast();
        }
    }
}
