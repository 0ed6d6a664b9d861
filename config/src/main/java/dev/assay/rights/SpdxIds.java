package dev.assay.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The identifiers of the SPDX License List, whose spelling ignores case (SPDX 3.0.1, Annex B). */
final class SpdxIds {
    private static final String RESOURCE = "spdx-ids.txt";
    private static final SpdxIds LOADED = read();

    private final Map<String, String> licences = new TreeMap<>();
    private final Map<String, String> exceptions = new TreeMap<>();

    private SpdxIds() {}

    static SpdxIds loaded() {
        return LOADED;
    }

    private static SpdxIds read() {
        SpdxIds ids = new SpdxIds();
        try (InputStream in = Objects.requireNonNull(SpdxIds.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Map<String, String> into = ids.licences;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("---")) {
                    into = ids.exceptions;
                } else if (!line.startsWith("#")) {
                    into.put(line.toLowerCase(Locale.ROOT), line);
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return ids;
    }

    /** The identifier as the list writes it. */
    Optional<String> licence(String id) {
        return Optional.ofNullable(licences.get(id.toLowerCase(Locale.ROOT)));
    }

    Optional<String> exception(String id) {
        return Optional.ofNullable(exceptions.get(id.toLowerCase(Locale.ROOT)));
    }
}
