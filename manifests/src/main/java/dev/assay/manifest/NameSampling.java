package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * That names were looked for in a sample of the rows.
 *
 * @param ppm how many in a million were to be read, chosen by a hash of file and row number
 * @param read rows that were read for names
 * @param withName of these, rows in which a name was found at band likely or above
 * @param highPpm the upper end of Wilson's interval at 95 % for the share of all rows in which one would have been
 */
public record NameSampling(int ppm, long read, long withName, long highPpm) {
    public NameSampling {
        Require.count(ppm, "coverage.sampling.names.ppm");
        Require.count(read, "coverage.sampling.names.read");
        Require.count(highPpm, "coverage.sampling.names.highPpm");
        if (Require.count(withName, "coverage.sampling.names.withName") > read) {
            throw new ManifestException("More rows hold a name than were read for names.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("ppm", ppm)
                .put("read", read)
                .put("withName", withName)
                .put("highPpm", highPpm)
                .build();
    }

    static NameSampling fromJson(JsonObject json) {
        return new NameSampling(
                json.int32("ppm"), json.integer("read"), json.integer("withName"), json.integer("highPpm"));
    }
}
