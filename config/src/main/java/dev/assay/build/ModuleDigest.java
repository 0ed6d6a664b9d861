package dev.assay.build;

import dev.assay.json.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The digest of a module's own classes and resources: SHA-256 over name and content of each file, in the order of their
 * names, the same whether they lie in an archive or in a directory, whatever the archive's name and times. The build writes
 * it into the archive, so that a start need not read the files. A directory of classes can change at any time; there the
 * files themselves are asked.
 */
public final class ModuleDigest {
    /** Where the build writes it. */
    public static final String RESOURCE = "META-INF/assay/module.sha256";

    private ModuleDigest() {}

    /**
     * The digest of the module a class belongs to.
     *
     * @throws UncheckedIOException if the module's files cannot be read
     */
    public static String of(Class<?> member) {
        try {
            return at(Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read the program's own files to say which build it is.", trouble);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String at(Path place) throws IOException {
        return Files.isDirectory(place) ? ofDirectory(place) : ofArchive(place);
    }

    private static String ofArchive(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry written = zip.getEntry(RESOURCE);
            if (written != null) {
                return new String(content(zip, written), StandardCharsets.US_ASCII).strip();
            }
            Map<String, byte[]> files = new TreeMap<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && counts(entry.getName())) {
                    files.put(entry.getName(), content(zip, entry));
                }
            }
            return digest(files);
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    private static String ofDirectory(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return digest(files);
    }

    private static String digest(Map<String, byte[]> filesByName) {
        MessageDigest digest = Sha256.start();
        filesByName.forEach((name, content) -> {
            digest.update(Sha256.hex(name).getBytes(StandardCharsets.US_ASCII));
            digest.update(Sha256.hex(content).getBytes(StandardCharsets.US_ASCII));
        });
        return Sha256.finish(digest);
    }

    /** What the archiver adds is no part of the program. */
    private static boolean counts(String name) {
        return !name.startsWith("META-INF/MANIFEST") && !name.startsWith("META-INF/maven/") && !name.equals(RESOURCE);
    }

    /**
     * The build step: writes the digest of a folder of classes and resources into it, to be packed with them.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path target = classes.resolve(RESOURCE);
        Files.createDirectories(target.getParent());
        Files.writeString(target, ofDirectory(classes) + "\n");
    }
}
