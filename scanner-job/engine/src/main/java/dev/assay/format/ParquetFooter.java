package dev.assay.format;

import dev.assay.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The footer of a Parquet file, read and checked.
 *
 * <pre>
 *  PAR1 │ pages … │ FileMetaData │ its length, 4 bytes little-endian │ PAR1, or PARE if it is encrypted
 * </pre>
 */
final class ParquetFooter {
    private static final int TAIL_BYTES = 8;
    private static final int MAX_FOOTER_BYTES = 256 << 20;
    private static final int MAX_DEPTH = 500;

    private final List<ParquetColumn> columns;
    private final List<RowGroup> rowGroups;
    private final long dataEnd;
    private final boolean contradictory;
    private final EmbeddedFacts embedded;
    private final List<KeyValue> metadata;

    private ParquetFooter(
            List<ParquetColumn> columns,
            List<RowGroup> rowGroups,
            long dataEnd,
            boolean contradictory,
            EmbeddedFacts embedded,
            List<KeyValue> metadata) {
        this.columns = columns;
        this.rowGroups = rowGroups;
        this.dataEnd = dataEnd;
        this.contradictory = contradictory;
        this.embedded = embedded;
        this.metadata = metadata;
    }

    /** Leaf columns in schema order. */
    List<ParquetColumn> columns() {
        return columns;
    }

    List<RowGroup> rowGroups() {
        return rowGroups;
    }

    /** First byte of the footer: every page ends before it. */
    long dataEnd() {
        return dataEnd;
    }

    /** What the file says of itself. */
    EmbeddedFacts embedded() {
        return embedded;
    }

    /** Its key-value metadata, whose values may hold anything. */
    List<KeyValue> metadata() {
        return metadata;
    }

    /** Whether logical types had to be left aside because they contradict the physical ones. */
    boolean isContradictory() {
        return contradictory;
    }

    /** Reads ranges of the file the footer is in. */
    interface Source {
        /** Fills an array from a position in the file. */
        void read(long position, byte[] target);
    }

    /** Reads the footer of a file. */
    static ParquetFooter read(StoredFile file, Source source) {
        long length = file.length();
        if (length < TAIL_BYTES + 4) {
            throw bad(file, "it has " + length + " bytes, too few for a Parquet file");
        }
        byte[] tail = new byte[TAIL_BYTES];
        source.read(length - TAIL_BYTES, tail);
        String magic = new String(tail, 4, 4, StandardCharsets.ISO_8859_1);
        if (magic.equals("PARE")) {
            throw bad(file, "its footer is encrypted; give Assay a decrypted copy or exclude the file");
        }
        if (!magic.equals("PAR1")) {
            throw bad(
                    file,
                    "it does not end with PAR1. The file is truncated or still being written; re-run when complete or"
                            + " exclude it under `sources`");
        }
        int size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size < 0 || size > length - TAIL_BYTES - 4) {
            throw bad(file, "its footer declares " + size + " bytes, the file has " + length);
        }
        if (size > MAX_FOOTER_BYTES) {
            throw bad(file, "its footer of " + size + " bytes is above the limit of " + MAX_FOOTER_BYTES);
        }
        byte[] footer = new byte[size];
        source.read(length - TAIL_BYTES - size, footer);
        FileMetaData meta = parse(file, footer);
        MessageType schema = schema(meta.getSchema());
        boolean contradictory = schema == null;
        if (schema == null) {
            schema = schema(physicalOnly(meta.getSchema()));
        }
        if (schema == null) {
            throw bad(file, "its schema cannot be understood");
        }
        return new ParquetFooter(
                columns(schema),
                checked(file, meta),
                length - TAIL_BYTES - size,
                contradictory,
                ParquetMetadata.of(meta),
                meta.isSetKey_value_metadata() ? List.copyOf(meta.getKey_value_metadata()) : List.of());
    }

    private static FileMetaData parse(StoredFile file, byte[] footer) {
        try {
            FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer), Math.max(1, footer.length));
            checkDepth(file, meta.getSchema());
            return meta;
        } catch (IOException | RuntimeException e) {
            if (e instanceof DataException known) {
                throw known;
            }
            throw new DataException(message(file, "its footer cannot be parsed"), e);
        }
    }

    /** Refuses a schema that nests deeper than a recursive walk should go, or does not fit together. */
    private static void checkDepth(StoredFile file, List<SchemaElement> schema) {
        int[] open = new int[MAX_DEPTH + 1];
        int depth = 0;
        for (int i = 0; i < schema.size(); i++) {
            while (i > 0 && depth > 0 && open[depth] == 0) {
                depth--;
            }
            if (i > 0) {
                if (depth == 0) {
                    throw bad(file, "its schema has elements outside the root");
                }
                open[depth]--;
            }
            int children = schema.get(i).isSetNum_children() ? schema.get(i).getNum_children() : 0;
            if (children < 0 || children > schema.size() - i - 1) {
                throw bad(
                        file,
                        "its schema declares " + children + " children where " + (schema.size() - i - 1)
                                + " elements remain");
            }
            if (children > 0 || i == 0) {
                if (depth == MAX_DEPTH) {
                    throw bad(file, "its schema nests deeper than " + MAX_DEPTH + " levels");
                }
                open[++depth] = children;
            }
        }
        while (depth > 0 && open[depth] == 0) {
            depth--;
        }
        if (schema.isEmpty() || depth > 0) {
            throw bad(file, "its schema ends early");
        }
    }

    private static List<ParquetColumn> columns(MessageType schema) {
        List<String> paths = ParquetPaths.of(schema);
        List<ParquetColumn> columns = new ArrayList<>();
        int index = 0;
        for (ColumnDescriptor leaf : schema.getColumns()) {
            columns.add(column(paths.get(index++), leaf, schema));
        }
        return List.copyOf(columns);
    }

    /** The schema as the library sees it; null if its logical and physical types contradict each other. */
    private static @Nullable MessageType schema(List<SchemaElement> elements) {
        try {
            return new ParquetMetadataConverter()
                    .fromParquetMetadata(new FileMetaData(1, elements, 0, List.of()))
                    .getFileMetaData()
                    .getSchema();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The schema elements with the logical types of leaves taken away. */
    private static List<SchemaElement> physicalOnly(List<SchemaElement> elements) {
        List<SchemaElement> bare = new ArrayList<>();
        for (SchemaElement element : elements) {
            SchemaElement copy = element.deepCopy();
            if (copy.isSetType()) {
                copy.unsetConverted_type();
                copy.unsetLogicalType();
            }
            bare.add(copy);
        }
        return bare;
    }

    private static ParquetColumn column(String path, ColumnDescriptor leaf, MessageType schema) {
        PrimitiveType type = leaf.getPrimitiveType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        ColumnSchema described = new ColumnSchema(
                path, physical(type), logical == null ? "" : logical.toString(), leaf.getMaxDefinitionLevel() > 0);
        return new ParquetColumn(described, leaf, ParquetValues.of(type, isInsideVariant(leaf, schema)));
    }

    private static String physical(PrimitiveType type) {
        PrimitiveTypeName name = type.getPrimitiveTypeName();
        return switch (name) {
            case BINARY -> "BYTE_ARRAY";
            case FIXED_LEN_BYTE_ARRAY -> "FIXED_LEN_BYTE_ARRAY(" + type.getTypeLength() + ")";
            case BOOLEAN, INT32, INT64, INT96, FLOAT, DOUBLE -> name.name();
        };
    }

    private static boolean isInsideVariant(ColumnDescriptor leaf, MessageType schema) {
        String[] path = leaf.getPath();
        Type at = schema;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.asGroupType().getType(path[i]);
            if (at.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.VariantLogicalTypeAnnotation) {
                return true;
            }
        }
        return false;
    }

    private static List<RowGroup> checked(StoredFile file, FileMetaData meta) {
        for (RowGroup group : meta.getRow_groups()) {
            if (group.getNum_rows() < 0 || group.getNum_rows() > Integer.MAX_VALUE) {
                throw bad(file, "a row group declares " + group.getNum_rows() + " rows");
            }
        }
        return List.copyOf(meta.getRow_groups());
    }

    /** Where a row group's first page lies; -1 if that cannot be told. */
    static long start(RowGroup group) {
        long start = -1;
        for (ColumnChunk chunk : group.getColumns()) {
            ColumnMetaData meta = chunk.getMeta_data();
            long at = meta == null ? chunk.getFile_offset() : start(meta);
            start = start < 0 ? at : Math.min(start, at);
        }
        return start;
    }

    /** Where a chunk's first page lies. */
    static long start(ColumnMetaData meta) {
        long data = meta.getData_page_offset();
        long dictionary = meta.isSetDictionary_page_offset() ? meta.getDictionary_page_offset() : 0;
        return dictionary > 0 && dictionary < data ? dictionary : data;
    }

    static DataException bad(StoredFile file, String why) {
        return new DataException(message(file, why));
    }

    private static String message(StoredFile file, String why) {
        return "Cannot read " + file.path() + ": " + why + ".";
    }
}
