package dev.assay.scan;

/**
 * Settings that change what a scan records; part of what a manifest's facts depend on.
 *
 * @param samples how many masked samples to keep for each column, entity type and class
 * @param maxCellBytes longest cell that is scanned in one piece
 * @param splitBytes about how many bytes of a large file one split reads
 */
public record ScanLimits(int samples, long maxCellBytes, long splitBytes) {}
