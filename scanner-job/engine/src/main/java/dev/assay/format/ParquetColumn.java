package dev.assay.format;

import org.apache.parquet.column.ColumnDescriptor;

/**
 * A leaf column of one Parquet file.
 *
 * @param schema what the sink is told
 * @param descriptor its levels and physical type
 * @param value how its values become text
 */
record ParquetColumn(ColumnSchema schema, ColumnDescriptor descriptor, ParquetValue value) {}
