package dev.assay.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Names the leaf columns of a Parquet schema by our paths. Lists and maps are recognised by the specification's rules
 * (LogicalTypes.md, "Nested Types"), the backward-compatible ones included: a repeated field that is itself the element,
 * groups named {@code array} or {@code <list>_tuple}, maps marked MAP_KEY_VALUE, repeated fields with no mark at all.
 */
final class ParquetPaths {
    private final List<String> paths = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private ParquetPaths() {}

    /** One path for each leaf, in the schema's order; no two are equal. */
    static List<String> of(MessageType schema) {
        ParquetPaths walk = new ParquetPaths();
        for (Type field : schema.getFields()) {
            walk.field("", field);
        }
        return walk.paths;
    }

    private void field(String parent, Type field) {
        String path = parent.isEmpty() ? field.getName() : parent + "." + field.getName();
        content(field.isRepetition(Type.Repetition.REPEATED) ? path + "[]" : path, field);
    }

    private void content(String path, Type type) {
        if (type.isPrimitive()) {
            add(path);
            return;
        }
        GroupType group = type.asGroupType();
        if (isMap(group)) {
            GroupType entry = group.getType(0).asGroupType();
            content(path + "{key}", entry.getType(0));
            if (entry.getFieldCount() == 2) {
                content(path + "{value}", entry.getType(1));
            }
        } else if (isList(group)) {
            Type repeated = group.getType(0);
            content(
                    path + "[]",
                    isElement(group, repeated)
                            ? repeated
                            : repeated.asGroupType().getType(0));
        } else {
            for (Type child : group.getFields()) {
                field(path, child);
            }
        }
    }

    private static boolean isList(GroupType group) {
        return group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
                && group.getFieldCount() == 1
                && group.getType(0).isRepetition(Type.Repetition.REPEATED);
    }

    private static boolean isElement(GroupType list, Type repeated) {
        if (repeated.isPrimitive() || repeated.asGroupType().getFieldCount() != 1) {
            return true;
        }
        String name = repeated.getName();
        return name.equals("array")
                || name.equals(list.getName() + "_tuple")
                || repeated.asGroupType().getType(0).isRepetition(Type.Repetition.REPEATED);
    }

    private static boolean isMap(GroupType group) {
        boolean marked = group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
                || group.getLogicalTypeAnnotation() instanceof MapKeyValueTypeAnnotation;
        if (!marked || group.getFieldCount() != 1 || group.getType(0).isPrimitive()) {
            return false;
        }
        GroupType entry = group.getType(0).asGroupType();
        return entry.isRepetition(Type.Repetition.REPEATED)
                && (entry.getFieldCount() == 1 || entry.getFieldCount() == 2);
    }

    private void add(String path) {
        String unique = path;
        for (int n = 2; !taken.add(unique); n++) {
            unique = String.format(Locale.ROOT, "%s (%d)", path, n);
        }
        paths.add(unique);
    }
}
