package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Sha256;
import dev.assay.manifest.ColumnCoverage.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileListingTest {
    private static final FileEntry UNREAD =
            new FileEntry("z.bin", null, 7, -1, "", List.of(), Reading.SKIPPED, "permission denied");

    @Test
    void sortsByTheBytesOfThePath() {
        String astral = "\uD83C\uDF33.txt";
        String late = "\uFFFD.txt";
        FileListing listing = new FileListing(List.of(
                ExampleRecords.file(astral, "1"), ExampleRecords.file(late, "2"), ExampleRecords.file("a", "3")));

        assertThat(listing.files()).extracting(FileEntry::path).containsExactly("a", late, astral);
    }

    @Test
    void readsWhatItWrites() {
        FileListing listing = new FileListing(List.of(
                UNREAD,
                new FileEntry(
                        "big.parquet",
                        ExampleRecords.digest("big"),
                        FileEntry.CHUNK_BYTES + 1,
                        3,
                        "parquet",
                        List.of(ExampleRecords.digest("1"), ExampleRecords.digest("2")),
                        Reading.PARTLY,
                        "one row group does not decode")));

        assertThat(FileListing.parse(listing.fileBytes())).isEqualTo(listing);
    }

    @Test
    void refusesLinesOutOfOrder() {
        List<String> lines = new String(ExampleRecords.files().fileBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        byte[] swapped = (lines.get(1) + "\n" + lines.get(0) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FileListing.parse(swapped)).hasMessageContaining("not sorted by path");
    }

    @Test
    void namesTheBadLine() {
        byte[] cut = (new String(ExampleRecords.files().fileBytes(), StandardCharsets.UTF_8) + "{}\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FileListing.parse(cut)).hasMessageContaining("files.jsonl, line 3");
    }

    @Test
    void omsRootIsTheDigestOfTheDigests() {
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        digests.writeBytes(DigestField.bytes(ExampleRecords.digest("ash")));
        digests.writeBytes(DigestField.bytes(ExampleRecords.digest("beech")));

        assertThat(ExampleRecords.files().omsRoot()).isEqualTo(Sha256.hex(digests.toByteArray()));
    }

    @Test
    void rootTellsNamesAndSizesApart() {
        FileListing renamed = new FileListing(List.of(
                ExampleRecords.file("letters/c.jsonl", "beech"), ExampleRecords.file("letters/a.jsonl", "ash")));

        assertThat(renamed.omsRoot()).isEqualTo(ExampleRecords.files().omsRoot());
        assertThat(renamed.root()).isNotEqualTo(ExampleRecords.files().root());
    }

    @Test
    void anUnreadFileIsListedButHasNoPlaceInTheTree() {
        FileListing with = new FileListing(List.of(ExampleRecords.file("a", "ash"), UNREAD));
        FileListing without = new FileListing(List.of(ExampleRecords.file("a", "ash")));

        assertThat(with.root()).isEqualTo(without.root());
        assertThat(with.sha256()).isNotEqualTo(without.sha256());
        assertThat(with.bytes()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\nb", "a\u0000b", "a\u007f", "\uD800"})
    void refusesPathsThatCouldLeadElsewhere(String path) {
        assertThatThrownBy(() -> ExampleRecords.file(path, "x")).isInstanceOf(ManifestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.c", "...", "é", "e\u0301", "a b", "a\\b", "C:"})
    void takesPathsAsFound(String path) {
        assertThat(ExampleRecords.file(path, "x").path()).isEqualTo(path);
    }
}
