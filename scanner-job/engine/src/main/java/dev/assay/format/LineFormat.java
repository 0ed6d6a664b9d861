package dev.assay.format;

import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A format of text whose lines are rows. A large file of plain bytes is cut behind line ends, at the same places whatever
 * the settings say and however much is appended to it: which rows are samples depends on their numbers, and these on the
 * cuts.
 *
 * <pre>
 *  0                     1 × section              2 × section
 *  ├──────────────────────┼──╮─────────────────────┼╮──────────┤
 *  │ section 0               │ section 1            │ section 2│
 * </pre>
 */
abstract class LineFormat extends TextFormat {
    static final long SECTION_BYTES = 32L << 20;

    private static final int WINDOW_BYTES = 64 << 10;

    private final long sectionBytes;

    /** @param sectionBytes about how many bytes a section has */
    LineFormat(long sectionBytes) {
        this.sectionBytes = sectionBytes;
    }

    @Override
    public final FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        if (file.length() <= sectionBytes || !TextInput.isPlain(head(reader))) {
            return super.layout(file, reader, splitBytes);
        }
        List<FileSection> sections = new ArrayList<>();
        long start = 0;
        while (start < file.length()) {
            long end = lineEnd(reader, (start / sectionBytes + 1) * sectionBytes - 1);
            sections.add(section(file, sections.size(), start, end));
            start = end;
        }
        return new FileLayout(name(), List.of(), -1, sections);
    }

    private static byte[] head(RangeReader reader) {
        byte[] head = new byte[(int) Math.min(Long.BYTES, reader.length())];
        reader.read(0, head, 0, head.length);
        return head;
    }

    /** Where the line ends that a byte is of: one past its line feed, or the end of the file. */
    private static long lineEnd(RangeReader reader, long from) {
        byte[] window = new byte[WINDOW_BYTES];
        long at = from;
        while (at < reader.length()) {
            int length = (int) Math.min(window.length, reader.length() - at);
            reader.read(at, window, 0, length);
            for (int i = 0; i < length; i++) {
                if (window[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += length;
        }
        return reader.length();
    }
}
