package dev.assay.scan;

/**
 * Settings that change what a scan records; part of what a manifest's facts depend on.
 *
 * @param samples how many masked samples to keep for each column, entity type and class
 * @param maxCellBytes longest cell that is scanned in one piece
 * @param splitBytes about how many bytes of a large file one split reads
 * @param namesPpm in how many rows of a million names are looked for, if the rules hold any
 */
public record ScanLimits(int samples, long maxCellBytes, long splitBytes, int namesPpm) {
    /** All rows are read for names. */
    public static final int EVERY_ROW = 1_000_000;

    /** Limits that leave no row unread. */
    public ScanLimits(int samples, long maxCellBytes, long splitBytes) {
        this(samples, maxCellBytes, splitBytes, EVERY_ROW);
    }
}
