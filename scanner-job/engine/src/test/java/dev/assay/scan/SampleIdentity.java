package dev.assay.scan;

import dev.assay.manifest.DatasetIdentity;
import java.util.List;

/** A dataset nobody declared anything about. */
final class SampleIdentity {
    private SampleIdentity() {}

    static DatasetIdentity of(String id) {
        return new DatasetIdentity(id, "", "", "", "", List.of(), "", "");
    }
}
