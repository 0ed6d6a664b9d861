package dev.assay.scan;

import dev.assay.format.DataException;
import dev.assay.format.FileFormat;
import dev.assay.format.FileLayout;
import dev.assay.format.FileSection;
import dev.assay.format.Formats;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import java.util.List;
import java.util.Optional;

/**
 * How one file is divided, or why its cells cannot be read.
 *
 * @param sections all of the file, at least one
 * @param shared ranges that several sections need
 * @param problem empty if its cells can be read
 * @param remembered whether an earlier scan looked, and the file is of the same version still
 */
record FilePlan(List<FileSection> sections, List<ByteRange> shared, String problem, boolean remembered) {
    /** A large file is cut into about as many sections, so that it alone keeps several workers busy, but into none this small. */
    private static final int SECTIONS = 8;

    private static final long SMALL_SECTION_BYTES = 32L << 20;

    FilePlan {
        sections = List.copyOf(sections);
        shared = List.copyOf(shared);
    }

    /**
     * Looks into a file.
     *
     * @param format name of its format; empty to find out
     * @param splitBytes about how many bytes a section of a large file has at most
     */
    static FilePlan of(StoredFile file, Storage storage, Optional<String> format, long splitBytes) {
        try (RangeReader reader = storage.open(file)) {
            FileFormat found = format.isPresent() ? Formats.named(format.get()) : Formats.detect(file, reader);
            FileLayout layout = found.layout(file, reader, sectionBytes(file, splitBytes));
            return new FilePlan(layout.sections(), layout.shared(), "", false);
        } catch (DataException bad) {
            return new FilePlan(List.of(whole(file)), List.of(), String.valueOf(bad.getMessage()), false);
        }
    }

    /** Depends on nothing but the file, so that it is cut as it was, and found in the cache, when its dataset grows. */
    private static long sectionBytes(StoredFile file, long splitBytes) {
        return Math.min(splitBytes, Math.max(SMALL_SECTION_BYTES, file.length() / SECTIONS));
    }

    /** A file in one piece, of no format. */
    static FileSection whole(StoredFile file) {
        return new FileSection(file, "", 0, 0, file.length(), 0, 0, 0, -1);
    }

    List<Split.Part> parts() {
        return sections.stream()
                .map(section -> new Split.Part(section, problem, remembered))
                .toList();
    }
}
