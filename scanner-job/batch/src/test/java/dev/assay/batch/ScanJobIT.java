package dev.assay.batch;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The default job repository, an H2 file, under real kills. */
class ScanJobIT extends KillScenario {
    @TempDir
    Path jobs;

    @Override
    List<String> store() {
        return List.of(jobs.resolve("jobs").toString());
    }

    @Override
    JobStoreSettings settings() {
        return JobStoreSettings.file(jobs.resolve("jobs"));
    }
}
