package dev.assay.format;

import dev.assay.storage.ByteRange;
import java.util.List;

/**
 * What a format knows of a file before reading its cells.
 *
 * @param format name of the format
 * @param columns leaf columns in file order; empty where only reading tells
 * @param rows rows the file promises; -1 if it promises none
 * @param sections how the file may be divided; at least one
 * @param shared ranges that reading any of several sections needs and only one of them holds, such as a footer
 */
public record FileLayout(
        String format, List<ColumnSchema> columns, long rows, List<FileSection> sections, List<ByteRange> shared) {
    /** A layout whose sections need nothing but themselves. */
    public FileLayout(String format, List<ColumnSchema> columns, long rows, List<FileSection> sections) {
        this(format, columns, rows, sections, List.of());
    }

    public FileLayout {
        shared = List.copyOf(shared);
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
    }
}
