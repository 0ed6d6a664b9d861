package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.gate.BytesMode;
import dev.assay.gate.FileState;
import dev.assay.json.Sha256;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than a chunk, cut into splits or not, and what the gate makes of their chunks. */
class ChunkedFilesIT {
    private static final int CHUNK = (int) FileEntry.CHUNK_BYTES;
    private static final long UNBOUNDED = 1L << 40;

    @TempDir
    Path directory;

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);

    @Test
    void chunksAreTheSameHoweverAFileIsCutAndTheGateReadsThem() throws IOException, SQLException {
        Files.write(directory.resolve("noise.bin"), noise(CHUNK + 5));
        Files.write(directory.resolve("one-chunk.bin"), noise(CHUNK));
        rows(directory.resolve("rows.parquet"));

        Conclusion coarse = scan(UNBOUNDED);
        Conclusion fine = scan(8L << 20);

        assertThat(sections(UNBOUNDED, "rows.parquet"))
                .as("a large file is work for several workers")
                .isGreaterThan(1)
                .isLessThan(sections(8L << 20, "rows.parquet"));
        FileListing listing = coarse.files();
        assertThat(fine.files().fileBytes()).isEqualTo(listing.fileBytes());
        assertThat(entry(listing, "one-chunk.bin").chunks()).isEmpty();
        for (String name : List.of("noise.bin", "rows.parquet")) {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            assertThat(bytes.length).isBetween(CHUNK + 1, 2 * CHUNK);
            assertThat(entry(listing, name).chunks())
                    .containsExactly(
                            Sha256.hex(Arrays.copyOf(bytes, CHUNK)),
                            Sha256.hex(Arrays.copyOfRange(bytes, CHUNK, bytes.length)));
        }
        for (BytesMode mode : List.of(BytesMode.CHUNKS, BytesMode.FULL)) {
            Map<String, FileState> now = now(listing, mode);
            listing.files()
                    .forEach(file ->
                            assertThat(agrees(file, mode, now)).as(file.path()).isTrue());
        }

        flipLastByte(directory.resolve("rows.parquet"));
        Map<String, FileState> flipped = now(listing, BytesMode.CHUNKS);
        assertThat(agrees(entry(listing, "rows.parquet"), BytesMode.CHUNKS, flipped))
                .isFalse();
        assertThat(agrees(entry(listing, "noise.bin"), BytesMode.CHUNKS, flipped))
                .isTrue();
    }

    private static FileEntry entry(FileListing listing, String path) {
        return Objects.requireNonNull(listing.byPath().get(path));
    }

    private Map<String, FileState> now(FileListing listing, BytesMode mode) {
        return new CurrentFiles(storage, new Location(directory.toString()), FileFilter.ALL, 2).now(listing, mode);
    }

    private static boolean agrees(FileEntry file, BytesMode mode, Map<String, FileState> now) {
        boolean chunked = mode.equals(BytesMode.CHUNKS) && !file.chunks().isEmpty();
        FileState expected = chunked
                ? new FileState.ReadInChunks(file.chunks(), file.bytes())
                : new FileState.Read(String.valueOf(file.sha256()), file.bytes());
        return expected.equals(now.get(file.path()));
    }

    private ScanEngine engine(long splitBytes) {
        return new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 1 << 20, splitBytes));
    }

    private ScanPlan plan(ScanEngine engine) {
        return engine.plan(new Location(directory.toString()), FileFilter.ALL, Optional.empty(), 2);
    }

    private long sections(long splitBytes, String path) {
        return plan(engine(splitBytes)).splits().stream()
                .filter(split -> split.kind() == Split.Kind.SCAN)
                .flatMap(split -> split.sections().stream())
                .filter(part -> part.section().file().path().equals(path))
                .count();
    }

    private Conclusion scan(long splitBytes) {
        ScanEngine engine = engine(splitBytes);
        ScanPlan plan = plan(engine);
        ScanSummary all = new ScanSummary();
        plan.splits().forEach(split -> all.merge(engine.scan(split)));
        return engine.conclude(
                SampleIdentity.of("sample"), Provenance.of(DatasetCard.forLocation("sample")), plan, all);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void rows(Path file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (SELECT encode(repeat(md5(i::VARCHAR), 32)) AS b FROM range(72000) t(i)) TO '"
                    + file + "' (FORMAT parquet, COMPRESSION uncompressed, ROW_GROUP_SIZE 16384)");
        }
    }

    private static void flipLastByte(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() - 1);
            int last = open.read();
            open.seek(open.length() - 1);
            open.write(last ^ 1);
        }
    }
}
