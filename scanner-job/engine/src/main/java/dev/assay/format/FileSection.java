package dev.assay.format;

import dev.assay.storage.StoredFile;

/**
 * A stretch of a file that one split reads. The sections of a file cover all its bytes, in order, without overlap.
 *
 * @param file the file
 * @param format name of its {@link FileFormat}
 * @param ordinal 0 for the first section of the file
 * @param start first byte of the section
 * @param end one past its last byte
 * @param firstRowGroup first row group, 0 for formats without
 * @param rowGroups how many row groups, 0 for formats without
 * @param firstRow index in the file of the section's first row; where only reading tells it, a number that is larger than
 *     those of all rows before: the section's first byte
 * @param rows rows the file's own metadata promises for the section; -1 if it promises none
 */
public record FileSection(
        StoredFile file,
        String format,
        int ordinal,
        long start,
        long end,
        int firstRowGroup,
        int rowGroups,
        long firstRow,
        long rows) {

    /** Whether this section is the whole file. */
    public boolean isWholeFile() {
        return start == 0 && end == file.length();
    }
}
