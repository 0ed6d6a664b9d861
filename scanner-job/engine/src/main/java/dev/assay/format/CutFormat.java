package dev.assay.format;

import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A format of text whose rows end where its bytes tell. A large file of plain bytes is cut behind ends of rows, at the same
 * places whatever the settings say and however much is appended to it: which rows are samples depends on their numbers,
 * and these on the cuts.
 *
 * <pre>
 *  0                     1 × section              2 × section
 *  ├──────────────────────┼──╮─────────────────────┼╮──────────┤
 *  │ section 0               │ section 1            │ section 2│
 * </pre>
 */
abstract class CutFormat extends TextFormat {
    static final long SECTION_BYTES = 32L << 20;

    private final long sectionBytes;

    /** @param sectionBytes about how many bytes a section has */
    CutFormat(long sectionBytes) {
        this.sectionBytes = sectionBytes;
    }

    @Override
    public final FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        Optional<RowEnds> ends = file.length() > sectionBytes && TextInput.isPlain(firstBytes(reader))
                ? rowEnds(file, reader)
                : Optional.empty();
        return ends.isEmpty() ? super.layout(file, reader, splitBytes) : cut(file, ends.get());
    }

    private FileLayout cut(StoredFile file, RowEnds ends) {
        List<FileSection> sections = new ArrayList<>();
        long start = 0;
        while (start < file.length()) {
            long end = ends.behind((start / sectionBytes + 1) * sectionBytes - 1);
            sections.add(section(file, sections.size(), start, end));
            start = end;
        }
        return new FileLayout(name(), List.of(), -1, sections, sections.size() > 1 ? shared(file) : List.of());
    }

    private static byte[] firstBytes(RangeReader reader) {
        byte[] head = new byte[(int) Math.min(Long.BYTES, reader.length())];
        reader.read(0, head, 0, head.length);
        return head;
    }

    /** Where the rows of a file of plain bytes end, or empty if it cannot be cut. */
    abstract Optional<RowEnds> rowEnds(StoredFile file, RangeReader reader);

    /** What of a file every section of it reads. */
    List<ByteRange> shared(StoredFile file) {
        return List.of();
    }
}
