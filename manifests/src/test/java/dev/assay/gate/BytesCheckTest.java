package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.BytesVerification;
import dev.assay.config.Policy;
import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Surroundings;
import dev.assay.statement.Pins;
import dev.assay.statement.ScanPredicate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BytesCheckTest {
    private static final FileEntry SMALL = ExampleRecords.file("a.csv", "ash");
    private static final String FIRST = ExampleRecords.digest("first chunk");
    private static final String SECOND = ExampleRecords.digest("second chunk");
    private static final FileEntry LARGE = new FileEntry(
            "b.csv",
            ExampleRecords.digest("both chunks"),
            FileEntry.CHUNK_BYTES + 1,
            7,
            "csv",
            List.of(FIRST, SECOND),
            Reading.SCANNED,
            "");
    private static final FileListing FILES = new FileListing(List.of(SMALL, LARGE));
    private static final List<BytesVerification> ANY = Policy.builtIn().bytes();
    private static final Map<String, String> PINS = Map.of("a.csv", "version=1", "b.csv", "version=9");

    private final FileState small = new FileState.Read(Objects.requireNonNull(SMALL.sha256()), SMALL.bytes());

    private static ScanPredicate scan(Map<String, String> pins) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        ScanPredicate.Run run = new ScanPredicate.Run("scan", "1", "1", "linux", 0, noon, noon, new TreeMap<>());
        return ScanPredicate.of(
                ExampleRecords.facts().scanner(), "s3://letters/", new Pins(pins).sha256(), Surroundings.NONE, run);
    }

    private static GateCheck check(BytesMode mode, Map<String, FileState> now) {
        return new BytesCheck(mode).run(ANY, FILES, (expected, asked) -> now, List.of(scan(Map.of()), scan(PINS)));
    }

    private static Map<String, FileState> versioned(Map<String, String> pins) {
        Map<String, FileState> now = new TreeMap<>();
        pins.forEach((path, pin) -> now.put(path, new FileState.Versioned(pin)));
        return now;
    }

    @Test
    void chunksAreHeldAgainstTheListingAndSmallFilesAgainstTheirDigest() {
        BytesCheck bytes = new BytesCheck(BytesMode.CHUNKS);
        Map<String, FileState> now =
                Map.of("a.csv", small, "b.csv", new FileState.ReadInChunks(List.of(FIRST, SECOND), LARGE.bytes()));

        GateCheck check = bytes.run(ANY, FILES, (expected, mode) -> now, List.of());

        assertThat(check.state()).isEqualTo(GateCheck.State.PASSED);
        assertThat(check.detail()).contains("2 files, 67108868 bytes").contains("by the digests of chunks");
        assertThat(bytes.files()).isEqualTo(2);
        assertThat(bytes.bytes()).isEqualTo(SMALL.bytes() + LARGE.bytes());
    }

    @Test
    void changedSwappedAndMissingChunksAreChanges() {
        for (List<String> chunks :
                List.of(List.of(SECOND, FIRST), List.of(FIRST), List.of(FIRST, FIRST), List.<String>of())) {
            GateCheck check = check(
                    BytesMode.CHUNKS,
                    Map.of("a.csv", small, "b.csv", new FileState.ReadInChunks(chunks, LARGE.bytes())));

            assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
            assertThat(check.detail()).contains("b.csv has changed").doesNotContain("a.csv");
        }
    }

    @Test
    void chunksOfAFileThatHasNoneProveNothing() {
        GateCheck check = check(
                BytesMode.CHUNKS,
                Map.of(
                        "a.csv",
                        new FileState.ReadInChunks(List.of(), SMALL.bytes()),
                        "b.csv",
                        new FileState.ReadInChunks(List.of(FIRST, SECOND), LARGE.bytes())));

        assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
        assertThat(check.detail()).contains("a.csv has changed");
    }

    @Test
    void trustsTheStorageWhereItNamesTheVersionsOfAScan() {
        BytesCheck bytes = new BytesCheck(BytesMode.TRUST_STORAGE);

        GateCheck check = bytes.run(ANY, FILES, (expected, mode) -> versioned(PINS), List.of(scan(PINS)));

        assertThat(check.state()).isEqualTo(GateCheck.State.PASSED);
        assertThat(check.detail()).contains("on the storage's word; no byte was read");
        assertThat(bytes.files()).isZero();
        assertThat(bytes.bytes()).isZero();
    }

    @Test
    void anotherVersionIsRefused() {
        GateCheck check = check(BytesMode.TRUST_STORAGE, versioned(Map.of("a.csv", "version=2", "b.csv", "version=9")));

        assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
        assertThat(check.detail()).contains("not those a scan read");
    }

    @Test
    void missingAndStrangeFilesAreNamedThoughNothingIsRead() {
        GateCheck check = check(BytesMode.TRUST_STORAGE, versioned(Map.of("a.csv", "version=1", "c.csv", "version=4")));

        assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
        assertThat(check.detail()).contains("b.csv is missing; c.csv is not in the manifest");
    }

    @Test
    void aStorageWithoutVersionsIsNotTrusted() {
        Map<String, FileState> now = versioned(PINS);
        now.put("b.csv", new FileState.Unversioned());

        GateCheck check = check(BytesMode.TRUST_STORAGE, now);

        assertThat(check.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(check.detail()).contains("no versions of b.csv").contains("--bytes full");
    }

    @Test
    void wordsOfTheStorageCountInNoOtherMode() {
        BytesCheck bytes = new BytesCheck(BytesMode.FULL);

        GateCheck check = bytes.run(ANY, FILES, (expected, mode) -> versioned(PINS), List.of(scan(PINS)));

        assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
        assertThat(check.detail()).contains("a.csv has changed; b.csv has changed");
    }

    @Test
    void aSubsetNamesItsFiles() {
        assertThat(BytesMode.subset(List.of("b.csv", "a.csv", "b.csv")).paths()).containsExactly("a.csv", "b.csv");
        assertThatThrownBy(() -> BytesMode.subset(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A subset names at least one file");
    }

    @Test
    void thePolicySaysWhichWaysItTakes() {
        List<BytesVerification> read = List.of(BytesVerification.FULL, BytesVerification.CHUNKS);
        GateCheck check = new BytesCheck(BytesMode.TRUST_STORAGE)
                .run(read, FILES, (expected, asked) -> versioned(PINS), List.of(scan(PINS)));
        assertThat(check.exit()).isEqualTo(ExitCode.POLICY);
        assertThat(check.detail())
                .isEqualTo("The policy does not take `--bytes trust-storage`, only full, chunks (its `bytes`).");
    }
}
