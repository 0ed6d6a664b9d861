package dev.assay.manifest;

import dev.assay.json.Json;

/** Checks on the fields of a record. */
final class Require {
    private Require() {}

    static long count(long value, String field) {
        if (value < 0 || value > Json.MAX_SAFE_INTEGER) {
            throw new ManifestException("\"" + field + "\" is " + value + "; a count lies between 0 and 2^53−1.");
        }
        return value;
    }

    /** A count, or −1 for "not known", which the record leaves out. */
    static long countOrUnknown(long value, String field) {
        return value == -1 ? value : count(value, field);
    }

    static String text(String value, String field) {
        if (value.isBlank()) {
            throw new ManifestException("\"" + field + "\" is empty.");
        }
        return value;
    }
}
