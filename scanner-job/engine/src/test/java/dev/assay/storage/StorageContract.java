package dev.assay.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.manifest.StorageFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every storage has to do. A subclass says how to write files and where. */
abstract class StorageContract {
    /** The storage under test. */
    abstract Storage storage();

    /** A location without a file, another one for each test; without a slash at its end. */
    abstract Location root();

    /** Writes or replaces a file below {@link #root}. */
    abstract void write(String path, byte[] bytes) throws Exception;

    /** Removes a file below {@link #root}. */
    abstract void remove(String path) throws Exception;

    @Test
    void listsInTheOrderOfUtf8Bytes() throws Exception {
        // Two of these are in another order as UTF-16, three as a directory tree.
        List<String> expected =
                List.of("A", "a", "a-b", "a.d/1", "b/1", "b/10", "b/2", "\u00e9", "\uff21", "\ud83d\ude00");
        for (String path : shuffled(expected)) {
            write(path, bytes(path));
        }
        Listing listing = storage().list(root(), FileFilter.ALL);
        assertThat(paths(listing)).isEqualTo(expected);
        assertThat(listing.leftOut()).isEmpty();
    }

    @Test
    void saysNothingOfFilesThatAreNotThere() throws Exception {
        assertThat(storage().facts(List.of())).isEqualTo(StorageFacts.NONE);
    }

    @Test
    void saysTheSameTwice() throws Exception {
        write("a", bytes("1"));
        write("b", bytes("2"));
        List<StoredFile> files = storage().list(root(), FileFilter.ALL).files();
        assertThat(storage().facts(files)).isEqualTo(storage().facts(files));
    }

    @Test
    void takesNamesAsTheyAre() throws Exception {
        List<String> names = List.of(
                "a b",
                "a+b",
                "a%b",
                "a%20b",
                "a#b",
                "a?b",
                "a&b=c;d",
                "'\"",
                "~",
                "(1),[2],{3}",
                "$",
                "caf\u00e9",
                "cafe\u0301",
                "\u4e2d\u6587/\u30c6",
                ".hidden",
                "_temporary/part",
                "two  spaces",
                "@!");
        for (String name : names) {
            write(name, bytes(name));
        }
        Listing listing = storage().list(root(), FileFilter.ALL);
        assertThat(paths(listing)).containsExactlyInAnyOrderElementsOf(names);
        for (StoredFile file : listing.files()) {
            assertThat(new String(readAll(file), UTF_8)).isEqualTo(file.path());
        }
    }

    @Test
    void takesTheLocationWithAndWithoutASlash() throws Exception {
        write("sub/a", bytes("1"));
        assertThat(storage().list(at("/"), FileFilter.ALL)).isEqualTo(storage().list(root(), FileFilter.ALL));
        assertThat(paths(storage().list(at("/sub"), FileFilter.ALL))).containsExactly("a");
    }

    @Test
    void givesASingleFileItsLastName() throws Exception {
        write("x/one file.csv", bytes("a,b"));
        write("x/one file.csv.bak", bytes("other"));
        Listing listing = storage().list(at("/x/one file.csv"), FileFilter.ALL);
        assertThat(paths(listing)).containsExactly("one file.csv");
        assertThat(readAll(listing.files().get(0))).isEqualTo(bytes("a,b"));
    }

    @Test
    void saysWhatTheFilterLeftOut() throws Exception {
        write("a/1.csv", bytes("1"));
        write("a/_SUCCESS", bytes(""));
        write("b/2.csv", bytes("22"));
        write("b/2.txt", bytes("333"));
        Listing listing = storage().list(root(), new FileFilter(List.of("**/*.csv", "**/_SUCCESS"), List.of("**/_*")));
        assertThat(paths(listing)).containsExactly("a/1.csv", "b/2.csv");
        assertThat(listing.leftOut())
                .containsExactly(
                        new LeftOut("a/_SUCCESS", 0, "excluded by `**/_*`"),
                        new LeftOut("b/2.txt", 3, "taken by no `include` glob"));
    }

    @Test
    void refusesAFilterThatTakesNothing() throws Exception {
        write("a/1.csv", bytes("1"));
        assertThatThrownBy(() -> storage().list(root(), new FileFilter(List.of("*.csv"), List.of())))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "None of the 1 files at or below " + root() + " is taken: include [*.csv], exclude []. A glob"
                                + " without **/ speaks of the top directory only.");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> storage().list(at("/nothing"), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessageMatching("(?s)There is (nothing|no file) at .*/nothing.*");
    }

    @Test
    void readsRangesAtBothEndsAndBetween() throws Exception {
        byte[] content = randomBytes(300_000);
        write("f", content);
        try (RangeReader reader = storage().open(only())) {
            assertThat(reader.length()).isEqualTo(content.length);
            for (int[] range :
                    new int[][] {{0, 1}, {299_999, 300_000}, {0, 300_000}, {100_000, 200_000}, {5, 5}, {7, 9}}) {
                byte[] target = new byte[range[1] - range[0] + 4];
                reader.read(range[0], target, 2, range[1] - range[0]);
                assertThat(Arrays.copyOfRange(target, 2, target.length - 2))
                        .isEqualTo(Arrays.copyOfRange(content, range[0], range[1]));
                assertThat(target[0] + target[1] + target[target.length - 2] + target[target.length - 1])
                        .isZero();
            }
            reader.checkUnchanged();
        }
    }

    @Test
    void refusesToReadPastTheEnd() throws Exception {
        write("f", bytes("12345"));
        try (RangeReader reader = storage().open(only())) {
            assertThatThrownBy(() -> reader.read(4, new byte[10], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.read(-1, new byte[10], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.read(0, new byte[2], 1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void knowsFilesWithoutBytes() throws Exception {
        write("empty", new byte[0]);
        StoredFile file = only();
        assertThat(file.length()).isZero();
        assertThat(readAll(file)).isEmpty();
    }

    @Test
    void readsASectionOnceForDigestAndParser() throws Exception {
        byte[] content = randomBytes(5_000_000);
        write("f", content);
        StoredFile file = only();
        SectionDigest section;
        try (SectionReader reader = new SectionReader(storage().open(file), 1_000, 4_900_000)) {
            byte[] footer = new byte[50_000];
            reader.read(4_950_000, footer, 0, footer.length);
            assertThat(footer).isEqualTo(Arrays.copyOfRange(content, 4_950_000, 5_000_000));
            byte[] ahead = new byte[1000];
            reader.read(4_000_000, ahead, 0, ahead.length);
            assertThat(ahead).isEqualTo(Arrays.copyOfRange(content, 4_000_000, 4_001_000));
            assertThat(reader.stream().readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 1_000, 4_900_000));
            section = reader.finish();
        }
        try (RangeReader reader = storage().open(file)) {
            FileDigest whole = FileDigest.of(
                    reader, List.of(new ByteRange(1_000, 4_900_000), new ByteRange(4_950_000, 5_000_000)));
            assertThat(whole.ranges())
                    .containsExactly(section.section(), section.outside().get(0));
        }
    }

    @Test
    void noticesAFileThatChangedSinceItWasListed() throws Exception {
        write("f", bytes("first content"));
        StoredFile file = only();
        letTimePass();
        write("f", bytes("other content"));
        assertChanged(file, () -> readAll(file));
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws Exception {
        write("f", randomBytes(4_000_000));
        StoredFile file = only();
        letTimePass();
        try (SectionReader reader = new SectionReader(storage().open(file), 0, file.length())) {
            reader.read(0, new byte[1000], 0, 1000);
            write("f", randomBytes(4_000_001));
            assertChanged(file, () -> {
                reader.stream(2000, file.length()).readAllBytes();
                reader.finish();
            });
        }
    }

    @Test
    void noticesAFileThatIsGone() throws Exception {
        write("f", bytes("first content"));
        write("g", bytes("stays"));
        StoredFile file = storage().list(root(), FileFilter.ALL).files().get(0);
        remove("f");
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.location().text());
    }

    private static void assertChanged(StoredFile file, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(ChangedFileException.class)
                .hasMessage(file.location()
                        + " changed while it was being scanned. Scan it again when nothing writes to it any more.");
    }

    final Location at(String suffix) {
        return new Location(root().text() + suffix);
    }

    final StoredFile only() {
        List<StoredFile> files = storage().list(root(), FileFilter.ALL).files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    final byte[] readAll(StoredFile file) {
        try (RangeReader reader = storage().open(file)) {
            byte[] bytes = new byte[(int) reader.length()];
            reader.read(0, bytes, 0, bytes.length);
            return bytes;
        }
    }

    static List<String> paths(Listing listing) {
        return listing.files().stream().map(StoredFile::path).toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** Long enough for the clocks of all file systems to move. */
    private static void letTimePass() throws InterruptedException {
        Thread.sleep(20);
    }

    private static List<String> shuffled(List<String> list) {
        List<String> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(3));
        return copy;
    }
}
