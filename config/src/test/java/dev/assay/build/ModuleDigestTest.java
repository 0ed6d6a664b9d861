package dev.assay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleDigestTest {
    @TempDir
    Path folder;

    private Path classes = Path.of("");

    @BeforeEach
    void aModule() throws IOException {
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("dev"));
        Files.writeString(classes.resolve("dev/A.class"), "code of A");
        Files.writeString(classes.resolve("table.tsv"), "1\t2\n");
    }

    @Test
    void anArchiveHasTheDigestOfItsDirectory() throws IOException {
        Path archive = archived("plain.jar", "table.tsv", "dev/A.class");

        assertThat(ModuleDigest.at(archive))
                .isEqualTo(ModuleDigest.at(classes))
                .isEqualTo(ModuleDigest.at(archived("other.jar", "META-INF/MANIFEST.MF", "dev/A.class", "table.tsv")));
    }

    @Test
    void aNameOrAByteMakesAnotherDigest() throws IOException {
        String before = ModuleDigest.at(classes);
        Files.writeString(classes.resolve("table.tsv"), "1\t3\n");
        String changed = ModuleDigest.at(classes);
        Files.move(classes.resolve("table.tsv"), classes.resolve("tables.tsv"));

        assertThat(List.of(before, changed, ModuleDigest.at(classes))).doesNotHaveDuplicates();
    }

    @Test
    void whatTheBuildWroteIsReadFromTheArchiveButNeverFromADirectory() throws IOException {
        String digest = ModuleDigest.at(classes);
        ModuleDigest.main(new String[] {classes.toString()});
        assertThat(ModuleDigest.at(classes)).isEqualTo(digest);

        // Not the files but the written digest is read: they differ here, as they never do in a build.
        Files.writeString(classes.resolve("dev/A.class"), "other code");
        assertThat(ModuleDigest.at(archived("built.jar", ModuleDigest.RESOURCE, "dev/A.class", "table.tsv")))
                .isEqualTo(digest);
        assertThat(ModuleDigest.at(classes)).isNotEqualTo(digest);
    }

    private Path archived(String name, String... entries) throws IOException {
        Path archive = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String entry : entries) {
                Path file = classes.resolve(entry);
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(
                        Files.exists(file)
                                ? Files.readAllBytes(file)
                                : "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return archive;
    }
}
