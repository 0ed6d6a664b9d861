package dev.assay.provenance;

import dev.assay.config.DatasetCard;
import dev.assay.config.DeclaredColumn;
import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which columns say where their rows came from: as the card declares, else by their names.
 *
 * @param declared what the card says of columns, by path; empty for a column that is declared to be something else
 */
public record OriginColumns(SortedMap<String, Optional<OriginRole>> declared) {
    /** By names alone. */
    public static final OriginColumns BY_NAME = new OriginColumns(new TreeMap<>());

    public OriginColumns {
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    public static OriginColumns of(DatasetCard card) {
        SortedMap<String, Optional<OriginRole>> roles = new TreeMap<>();
        List<DeclaredColumn> columns = card.columns();
        if (columns != null) {
            columns.forEach(column -> {
                DeclaredColumn.Role role = column.role();
                if (role != null) {
                    roles.put(column.path(), OriginRole.declared(role));
                }
            });
        }
        return new OriginColumns(roles);
    }

    /** What a column says; empty if nothing. */
    public Optional<OriginRole> role(String path) {
        Optional<OriginRole> stated = declared.get(path);
        return stated == null ? OriginRole.named(path) : stated;
    }

    /** Part of what a scan's counts depend on. */
    public String sha256() {
        JsonObject.Builder json = JsonObject.builder();
        declared.forEach(
                (path, role) -> json.put(path, role.map(OriginRole::label).orElse("")));
        return json.build().sha256();
    }
}
