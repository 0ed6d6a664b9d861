package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detect.RuleSet;
import dev.assay.format.DuckDb;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageException;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.storage.StoredFile;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutCacheTest {
    private static final ScanLimits LIMITS = new ScanLimits(3, 1 << 20, 1 << 10);
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path root;

    private final OpenedFiles storage = new OpenedFiles(new Storages(StorageSettings.DEFAULTS));

    @Test
    void onlyNewAndChangedFilesAreLookedInto() throws IOException {
        write("a.jsonl", "{\"n\": 1}\n");
        write("b.txt", "some words\n");
        write("broken.parquet", "PAR1 and then something else");
        Files.copy(Path.of("../../examples/support/data/chats/2026-q1.parquet"), root.resolve("data/large.parquet"));
        ScanPlan first = plan(Optional.empty());
        assertThat(storage.paths()).containsExactlyInAnyOrder("a.jsonl", "b.txt", "broken.parquet", "large.parquet");

        storage.paths().clear();
        ScanPlan again = plan(Optional.empty());
        assertThat(storage.paths()).isEmpty();
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(again.splits().stream().map(Split::asLookedAt).toList()).isEqualTo(first.splits());
        assertThat(ScanPlan.fromJson(again.toJson())).isEqualTo(again);

        write("c.csv", "a,b\n1,2\n");
        write("b.txt", "some words more\n");
        plan(Optional.empty());
        assertThat(storage.paths()).containsExactlyInAnyOrder("b.txt", "c.csv");
    }

    @Test
    void aFormatGivenInAdvanceIsNotLookedUp() throws IOException {
        write("a.txt", "a,b\n1,2\n");
        ScanPlan asText = plan(Optional.empty());
        ScanPlan asTable = plan(Optional.of("csv"));
        assertThat(asTable.digest()).isNotEqualTo(asText.digest());
        assertThat(plan(Optional.empty()).digest()).isEqualTo(asText.digest());
    }

    @Test
    void otherBytesInWhatSeemsTheSameVersionAreNotReadAsWhatTheyWere() throws IOException {
        write("a.txt", "{\"n\": 1, \"m\": 2}\n{\"n\": 3}\n");
        ScanEngine engine = engine();
        scan(engine, plan(Optional.empty()));
        write("a.txt", "some words and other ones\n");
        ScanPlan remembered = plan(Optional.empty());
        assertThatThrownBy(() -> scan(engine, remembered))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a.txt holds other bytes than when it was last scanned");

        write("a.txt", "{\"n\": 7, \"m\": 8}\n{\"n\": 9}\n");
        assertThat(scan(engine, plan(Optional.empty())).rows())
                .as("divided as before")
                .isEqualTo(2);
    }

    /** Some formats have to be read from end to end to tell where rows end. */
    @Test
    void aFileOfManySectionsIsLookedIntoOnceMore() throws IOException {
        Path large = Files.createDirectories(root.resolve("data")).resolve("large.parquet");
        Files.write(large, DuckDb.parquet("SELECT range AS n FROM range(10000)", "ROW_GROUP_SIZE 2048"));
        plan(Optional.empty());
        ScanPlan remembered = plan(Optional.empty());
        long sections = remembered.splits().stream()
                .filter(split -> split.kind() == Split.Kind.SCAN)
                .count();
        assertThat(sections).isGreaterThan(2);

        storage.paths().clear();
        scan(engine(), remembered);
        assertThat(storage.paths()).as("one look, the sections, the digest").hasSize((int) sections + 2);
    }

    @Test
    void newFilesMoveFewGroups() {
        List<StoredFile> files = IntStream.range(0, 5_000)
                .mapToObj(number -> file("part-" + number + ".jsonl"))
                .toList();
        List<List<StoredFile>> groups = LayoutCache.groups(files);
        assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(files);
        assertThat(groups).hasSizeBetween(8, 40);

        List<StoredFile> more = new ArrayList<>(files);
        more.add(2_500, file("part-2499-a.jsonl"));
        List<List<StoredFile>> others = new ArrayList<>(LayoutCache.groups(more));
        others.removeAll(groups);
        assertThat(others).hasSizeBetween(1, 2);
    }

    private static StoredFile file(String path) {
        return new StoredFile(path, new Location("/data/" + path), 10, "size=10");
    }

    private ScanEngine engine() {
        return new ScanEngine(
                storage,
                RuleSet.shipped(),
                LIMITS,
                Suppressions.NONE,
                Optional.of(new SectionCache(root.resolve("cache"))));
    }

    private ScanPlan plan(Optional<String> format) {
        return engine().plan(new Location(root.resolve("data").toString()), FileFilter.ALL, format, 2);
    }

    private static ScanSummary scan(ScanEngine engine, ScanPlan plan) {
        ScanSummary all = new ScanSummary();
        plan.splits().forEach(split -> all.merge(engine.scan(split)));
        return all;
    }

    /** Into the file that is there, if one is, and as if long ago. */
    private void write(String path, String content) throws IOException {
        Path file = Files.createDirectories(root.resolve("data")).resolve(path);
        Files.writeString(file, content, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(file, LONG_AGO);
    }
}
