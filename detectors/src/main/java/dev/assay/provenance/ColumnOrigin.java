package dev.assay.provenance;

import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the cells of one column say of where rows came from. Integers and names that identify nobody; merging is
 * associative and commutative.
 */
public final class ColumnOrigin {
    private final OriginRole role;
    private final TreeMap<String, Long> licences = new TreeMap<>();
    private final DomainCounts domains = new DomainCounts();
    private long filled;
    private long unrecognised;

    public ColumnOrigin(OriginRole role) {
        this.role = role;
    }

    void filled(long times) {
        filled += times;
    }

    void licence(String id, long times) {
        licences.merge(id, times, Long::sum);
    }

    /** A licence or an address was to be expected and is none. */
    void unrecognised(long times) {
        unrecognised += times;
    }

    DomainCounts domainCounts() {
        return domains;
    }

    public void merge(ColumnOrigin other) {
        other.licences.forEach(this::licence);
        domains.merge(other.domains);
        filled += other.filled;
        unrecognised += other.unrecognised;
    }

    public OriginRole role() {
        return role;
    }

    /** Cells with something in them. */
    public long filled() {
        return filled;
    }

    /** Cells, by the SPDX identifier they name. */
    public SortedMap<String, Long> licences() {
        return Collections.unmodifiableSortedMap(licences);
    }

    /** Cells that name no licence, or no address, where the role has one. */
    public long unrecognised() {
        return unrecognised;
    }

    public DomainCounts domains() {
        return domains;
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("role", role.name())
                .put("filled", filled)
                .put("unrecognised", unrecognised)
                .put("licences", JsonObject.ofCounts(licences))
                .put("domains", domains.toJson())
                .build();
    }

    public static ColumnOrigin fromJson(JsonObject json) {
        ColumnOrigin read = new ColumnOrigin(OriginRole.valueOf(json.string("role")));
        read.filled = json.integer("filled");
        read.unrecognised = json.integer("unrecognised");
        json.object("licences").members().forEach((id, times) -> read.licence(id, times.asLong()));
        read.domains.merge(DomainCounts.fromJson(json.object("domains")));
        return read;
    }
}
