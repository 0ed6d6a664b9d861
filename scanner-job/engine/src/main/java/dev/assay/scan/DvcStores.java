package dev.assay.scan;

import dev.assay.config.Locations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the DVC repositories around a place keep what they know by MD5: their cache, then the remote they use by default, where
 * that is a directory or lies on S3. The repositories may lie on S3 themselves. Format: dvc.org, <i>dvc config</i>; {@code
 * .dvc/config.local} goes before {@code .dvc/config}, and paths are seen from {@code .dvc}.
 */
final class DvcStores {
    private static final List<String> CONFIGS = List.of("config", "config.local");

    private final Files files;
    private final List<String> stores = new ArrayList<>();

    private DvcStores(Files files) {
        this.files = files;
    }

    /** What is asked of wherever a repository lies. */
    interface Files {
        /** Whether there is such a directory, {@code .dvc}. */
        boolean isRepository(String directory);

        /** What a file holds; empty if there is none. */
        Optional<byte[]> read(String file);
    }

    /**
     * The stores, nearest repository first.
     *
     * @param directory an absolute path or an address, without a slash at the end
     * @return directories and {@code s3://} addresses without a slash at the end
     */
    static List<String> around(String directory, Files files) {
        DvcStores found = new DvcStores(files);
        int scheme = directory.indexOf("://");
        int top = scheme < 0 ? 0 : scheme + "://".length();
        for (String at = directory; ; at = at.substring(0, at.lastIndexOf('/'))) {
            if (files.isRepository(at + "/.dvc")) {
                found.repository(at + "/.dvc");
            }
            if (at.lastIndexOf('/') < top) {
                return found.stores;
            }
        }
    }

    private void repository(String dvc) {
        Map<String, String> config = config(dvc);
        stores.add(seenFrom(dvc, config.getOrDefault("cache.dir", "cache")));
        Optional.ofNullable(config.get("core.remote"))
                .flatMap(name -> Optional.ofNullable(config.get("remote \"" + name + "\".url")))
                .filter(url -> !url.contains("://") || url.startsWith("s3://"))
                .ifPresent(url -> stores.add(seenFrom(dvc, url)));
    }

    /** Where a store keeps a list of a directory's files: since DVC 3, and before. */
    static List<String> places(String store, String md5) {
        String name = md5.substring(0, 2) + "/" + md5.substring(2) + ".dir";
        return List.of(store + "/files/md5/" + name, store + "/" + name);
    }

    private static String seenFrom(String dvc, String place) {
        boolean absolute = place.contains("://") || place.startsWith("/");
        String found = Locations.withoutDots(absolute ? place : dvc + "/" + place);
        return found.endsWith("/") ? found.substring(0, found.length() - 1) : found;
    }

    /** Keys with the section before them, such as {@code core.remote}. */
    private Map<String, String> config(String dvc) {
        Map<String, String> values = new HashMap<>();
        for (String name : CONFIGS) {
            files.read(dvc + "/" + name)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .ifPresent(text -> read(text.lines().toList(), values));
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
