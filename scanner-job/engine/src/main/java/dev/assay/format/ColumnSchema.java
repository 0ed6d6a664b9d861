package dev.assay.format;

/**
 * One leaf column.
 *
 * @param path names from the root joined by {@code .}; {@code []} after a list, <code>{key}</code> or
 *     <code>{value}</code> after a map, such as {@code messages[].content}; the same for every format
 * @param physical the format's own storage type, such as {@code BYTE_ARRAY}, or {@code string} for JSON
 * @param logical the format's logical type, such as {@code STRING} or {@code DECIMAL(9,2)}; empty if there is none
 * @param nullable whether a row may lack it
 */
public record ColumnSchema(String path, String physical, String logical, boolean nullable) {}
