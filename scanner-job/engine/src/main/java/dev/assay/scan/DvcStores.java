package dev.assay.scan;

import dev.assay.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the DVC repositories around a place keep what they know by MD5: their cache, then the remote they use by default, where
 * that is a directory or lies on S3. Format: dvc.org, <i>dvc config</i>; {@code .dvc/config.local} goes before {@code
 * .dvc/config}, and paths are seen from {@code .dvc}.
 */
final class DvcStores {
    private static final List<String> CONFIGS = List.of("config", "config.local");

    private DvcStores() {}

    /**
     * The stores, nearest repository first.
     *
     * @param place a directory of the local disk; null if it is elsewhere
     * @return directories and {@code s3://} addresses without a slash at the end
     */
    static List<String> around(@Nullable Path place) {
        List<String> stores = new ArrayList<>();
        for (Path at = place; at != null; at = at.getParent()) {
            Path dvc = at.resolve(".dvc");
            if (Files.isDirectory(dvc)) {
                Map<String, String> config = config(dvc);
                stores.add(seenFrom(dvc, config.getOrDefault("cache.dir", "cache")));
                remote(config)
                        .filter(url -> !url.contains("://") || url.startsWith("s3://"))
                        .ifPresent(url -> stores.add(seenFrom(dvc, url)));
            }
        }
        return stores;
    }

    /** Where a store keeps a list of a directory's files: since DVC 3, and before. */
    static List<String> places(String store, String md5) {
        String name = md5.substring(0, 2) + "/" + md5.substring(2) + ".dir";
        return List.of(store + "/files/md5/" + name, store + "/" + name);
    }

    private static Optional<String> remote(Map<String, String> config) {
        return Optional.ofNullable(config.get("core.remote"))
                .flatMap(name -> Optional.ofNullable(config.get("remote \"" + name + "\".url")));
    }

    private static String seenFrom(Path dvc, String place) {
        String found =
                place.contains("://") ? place : dvc.resolve(place).normalize().toString();
        return found.endsWith("/") ? found.substring(0, found.length() - 1) : found;
    }

    /** Keys with the section before them, such as {@code core.remote}. */
    private static Map<String, String> config(Path dvc) {
        Map<String, String> values = new HashMap<>();
        for (String name : CONFIGS) {
            Path file = dvc.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    read(Files.readAllLines(file, StandardCharsets.UTF_8), values);
                } catch (IOException trouble) {
                    throw new ConfigException("Cannot read " + file + ", which says where DVC keeps lists of files: "
                            + trouble + ". Mend it, or name the list itself under `listings`.");
                }
            }
        }
        return values;
    }

    private static void read(List<String> lines, Map<String, String> values) {
        String section = "";
        for (String line : lines) {
            String bare = line.strip();
            int equals = bare.indexOf('=');
            if (bare.startsWith("[") && bare.endsWith("]")) {
                String named = bare.substring(1, bare.length() - 1).strip();
                boolean quoted = named.length() > 1 && named.startsWith("'") && named.endsWith("'");
                section = quoted ? named.substring(1, named.length() - 1) : named;
            } else if (equals > 0 && !bare.startsWith("#") && !bare.startsWith(";")) {
                values.put(
                        section + "." + bare.substring(0, equals).strip(),
                        bare.substring(equals + 1).strip());
            }
        }
    }
}
