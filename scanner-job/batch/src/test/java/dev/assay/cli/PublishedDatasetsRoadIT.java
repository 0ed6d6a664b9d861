package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training datasets as others published them, through the command line. Skipped where the shared data is absent. */
@Tag("shared")
class PublishedDatasetsRoadIT {
    @TempDir
    Path workspace;

    @Test
    void eachIsScannedWhollyAndTheGateAgrees() throws IOException {
        List<Path> datasets = datasets();
        List<String> scan = new ArrayList<>(List.of("scan", "--json", "--workers", "2"));
        datasets.forEach(dataset -> scan.add(dataset.toString()));

        CommandRun scanned = CommandRun.in(workspace, scan.toArray(String[]::new));

        assertThat(scanned.lines()).hasSameSizeAs(datasets);
        for (int i = 0; i < datasets.size(); i++) {
            JsonObject line = scanned.lines().get(i);
            assertThat(line.truth("complete"))
                    .describedAs("%s: %s", line.string("dataset"), scanned.err())
                    .isTrue();
            assertThat(line.integer("rows")).isPositive();
            CommandRun gate =
                    CommandRun.in(workspace, "gate", "--json", datasets.get(i).toString());
            assertThat((long) gate.code()).describedAs(gate.err()).isEqualTo(line.integer("exitCode"));
            assertThat(check(gate, "bytes")).isEqualTo("passed");
            assertThat(check(gate, "statements")).isEqualTo("passed");
        }
    }

    private static String check(CommandRun gate, String name) {
        return gate.lines().get(0).array("checks").values().stream()
                .map(Json::asObject)
                .filter(check -> check.string("check").equals(name))
                .map(check -> check.string("state"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> datasets() throws IOException {
        Path all = RoadDataset.repository().resolveSibling("shared").resolve("data/datasets");
        assumeTrue(Files.isDirectory(all), "no shared data at ../shared/data/datasets: skipped");
        try (Stream<Path> each = Files.list(all)) {
            return each.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
