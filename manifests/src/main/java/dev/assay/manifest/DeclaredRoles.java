package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.SortedMap;
import java.util.TreeMap;

/** The roles that a card gives to columns. */
final class DeclaredRoles {
    private DeclaredRoles() {}

    /** Role by column path; columns without one are left out. */
    static SortedMap<String, String> in(Provenance provenance) {
        TreeMap<String, String> roles = new TreeMap<>(Order.TEXT);
        provenance
                .declared()
                .find("columns")
                .ifPresent(columns -> columns.asArray()
                        .objects(JsonObject.class::cast)
                        .forEach(column -> column.find("role")
                                .ifPresent(role -> roles.put(column.string("path"), role.asString()))));
        return roles;
    }
}
