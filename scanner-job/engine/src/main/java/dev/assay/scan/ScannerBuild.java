package dev.assay.scan;

import dev.assay.build.ModuleDigest;
import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import dev.assay.json.Sha256;
import dev.assay.manifest.Manifest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says which build of the program is running: a digest over the modules whose code can change what a manifest says. Among the
 * files of this one is a list of all libraries with their versions, written by the build.
 */
final class ScannerBuild {
    static final String NAME = "assay";

    /** One class of each module. */
    private static final List<Class<?>> MODULES =
            List.of(Json.class, RuleSet.class, Manifest.class, ScannerBuild.class);

    private ScannerBuild() {}

    /** SHA-256 over the digests of the modules. Found out once a process. */
    static String sha256() {
        return Known.SHA256;
    }

    private static final class Known {
        static final String SHA256 =
                Sha256.hex(MODULES.stream().map(ModuleDigest::of).collect(Collectors.joining("\n")));
    }
}
