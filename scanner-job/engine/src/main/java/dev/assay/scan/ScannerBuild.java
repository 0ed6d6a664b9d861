package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import dev.assay.json.Sha256;
import dev.assay.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Says which build of the program is running: a digest over its own classes and resources, the same whether they lie in
 * archives or in directories, whatever the archives' names and times.
 */
final class ScannerBuild {
    static final String NAME = "assay";

    /** One class of each module whose code can change what a manifest says. */
    private static final List<Class<?>> MODULES =
            List.of(Json.class, RuleSet.class, Manifest.class, ScannerBuild.class);

    private static @Nullable String known;

    private ScannerBuild() {}

    /** SHA-256 over name and content of every file of the modules, in the order of their names. Read once a process. */
    static synchronized String sha256() {
        if (known == null) {
            known = digest();
        }
        return known;
    }

    private static String digest() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        MODULES.forEach(module -> collect(module, files));
        MessageDigest digest = Sha256.start();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            digest.update(Sha256.hex(file.getKey()).getBytes(StandardCharsets.US_ASCII));
            digest.update(Sha256.hex(file.getValue()).getBytes(StandardCharsets.US_ASCII));
        }
        return Sha256.finish(digest);
    }

    private static void collect(Class<?> module, Map<String, byte[]> files) {
        try {
            Path place = Path.of(
                    module.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                collectDirectory(place, files);
            } else {
                collectArchive(place, files);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read the program's own files to say which build it is.", trouble);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void collectArchive(Path archive, Map<String, byte[]> files) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && counts(entry.getName())) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        files.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
    }

    private static void collectDirectory(Path root, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static boolean counts(String name) {
        return !name.startsWith("META-INF/MANIFEST") && !name.startsWith("META-INF/maven/");
    }
}
