package dev.assay.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageContract {
    @TempDir
    private Path directory;

    private final Storage storage = new LocalStorage(LinkPolicy.INSIDE);

    @Override
    Storage storage() {
        return storage;
    }

    @Override
    Location root() {
        return new Location(data().toString());
    }

    @Override
    void write(String path, byte[] bytes) throws IOException {
        Path file = LocalPaths.path(data() + "/" + path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }

    @Override
    void remove(String path) throws IOException {
        Files.delete(data().resolve(path));
    }

    @Test
    void refusesAnEmptyDirectory() throws IOException {
        Files.createDirectories(data().resolve("a/b"));
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage("There is no file at or below " + root()
                        + ". Check the location, or wait until the dataset has been written.");
    }

    @Test
    void noticesAChangeThatKeepsSizeAndTime() throws IOException {
        write("f", bytes("first"));
        StoredFile file = only();
        FileTime time = Files.getLastModifiedTime(data().resolve("f"));
        write("g", bytes("other"));
        Files.setLastModifiedTime(data().resolve("g"), time);
        assumeTrue(Files.readAttributes(data().resolve("f"), "fileKey").get("fileKey") != null, "no file keys here");
        Files.move(data().resolve("g"), data().resolve("f"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> readAll(file)).isInstanceOf(ChangedFileException.class);
    }

    @Test
    void noticesAFileThatGetsShorter() throws IOException {
        write("f", randomBytes(10_000));
        StoredFile file = only();
        try (RangeReader reader = storage.open(file)) {
            write("f", randomBytes(100));
            assertThatThrownBy(() -> reader.read(0, new byte[10_000], 0, 10_000))
                    .isInstanceOf(ChangedFileException.class);
        }
    }

    @Test
    void followsLinksToFilesInside() throws IOException {
        write("a", bytes("text"));
        link("b/link", data().resolve("a"));
        assertThat(paths(storage.list(root(), FileFilter.ALL))).containsExactly("a", "b/link");
        assertThat(readAll(storage.list(root(), FileFilter.ALL).files().get(1))).isEqualTo(bytes("text"));
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "outside");
        write("a", bytes("text"));
        link("link", secret);
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("The symbolic link " + data() + "/link leads to " + secret.toRealPath() + ".")
                .hasMessageContaining("`storage.local.links`");
        assertThat(paths(storage.list(root(), new FileFilter(List.of(), List.of("link")))))
                .containsExactly("a");
        assertThat(paths(new LocalStorage(LinkPolicy.ANYWHERE).list(root(), FileFilter.ALL)))
                .containsExactly("a", "link");
    }

    @Test
    void refusesLoopsAndDirectoriesReachedTwice() throws IOException {
        write("a/f", bytes("text"));
        link("a/up", data());
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> new LocalStorage(LinkPolicy.ANYWHERE).list(root(), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage("The directory " + data() + "/a/up is reached a second time through a symbolic link. Remove"
                        + " the link or exclude it.");
    }

    @Test
    void refusesLinksThatLeadNowhere() throws IOException {
        write("a", bytes("text"));
        link("broken", data().resolve("gone"));
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .hasMessage("The symbolic link " + data() + "/broken leads nowhere. Remove it or exclude it.");
        assertThat(paths(storage.list(root(), new FileFilter(List.of(), List.of("broken")))))
                .containsExactly("a");
    }

    @Test
    void refusesWhatMayNotBeRead() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        write("locked/f", bytes("text"));
        Files.setPosixFilePermissions(data().resolve("locked"), PosixFilePermissions.fromString("---------"));
        try {
            assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith(data() + "/locked may not be read.");
        } finally {
            Files.setPosixFilePermissions(data().resolve("locked"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void refusesNamesThatAreNotUtf8() throws IOException {
        assumeTrue(File.separatorChar == '/', "names are bytes only here");
        write("a", bytes("text"));
        Path odd = Path.of(URI.create(data().toUri() + "x%FFy"));
        try {
            Files.writeString(odd, "text");
        } catch (IOException e) {
            assumeTrue(false, "this disk refuses such names");
        }
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "The file name " + data() + "/x%FFy (written percent-encoded) is not UTF-8, so no record could"
                                + " name the file. Rename it.");
    }

    @Test
    void refusesPipes() throws Exception {
        write("a", bytes("text"));
        Process mkfifo = new ProcessBuilder("mkfifo", data() + "/pipe").start();
        assumeTrue(mkfifo.waitFor() == 0, "no pipes here");
        assertThatThrownBy(() -> storage.list(root(), FileFilter.ALL))
                .hasMessageStartingWith(data() + "/pipe is neither a file nor a directory");
        assertThatThrownBy(() -> storage.list(at("/pipe"), FileFilter.ALL))
                .hasMessageStartingWith(data() + "/pipe is neither a file nor a directory");
    }

    @Test
    void takesNamesAsUtf8WhateverTheLocale() throws Exception {
        write("caf\u00e9/\u4e2d.txt", bytes("text"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ListLocation.class.getName(),
                        data().toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "POSIX");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).contains("caf\u00e9/\u4e2d.txt 4");
    }

    @Test
    void takesFileUrisAndRelativePathsLiterally() throws IOException {
        write("a%20b", bytes("text"));
        assertThat(paths(storage.list(new Location("file://" + data()), FileFilter.ALL)))
                .containsExactly("a%20b");
        StoredFile pom =
                storage.list(new Location("pom.xml"), FileFilter.ALL).files().get(0);
        assertThat(pom.location().text())
                .isEqualTo(Path.of("pom.xml").toAbsolutePath().toString());
    }

    private void link(String path, Path target) throws IOException {
        Path link = data().resolve(path);
        Files.createDirectories(link.resolveSibling("."));
        Files.createSymbolicLink(link, target);
    }

    private Path data() {
        return directory.resolve("data");
    }
}
