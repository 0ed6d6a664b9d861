package dev.assay.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The SPDX identifier that a short text stands for, such as a cell of a licence column or a licence marker. Only certain
 * ones: a name of several versions stands for none. Linear in the text, without regular expressions.
 */
public final class LicenceIds {
    /** Names under which metadata and tags give a licence, in lower case with hyphens. */
    public static final List<String> KEYS = List.of("license", "licence", "spdx-license", "spdx-licence");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("apache 2.0", "Apache-2.0"),
            Map.entry("apache2.0", "Apache-2.0"),
            Map.entry("apache license 2.0", "Apache-2.0"),
            Map.entry("apache license, version 2.0", "Apache-2.0"),
            Map.entry("apache.org/licenses/license-2.0", "Apache-2.0"),
            Map.entry("mit license", "MIT"),
            Map.entry("the mit license", "MIT"),
            Map.entry("opensource.org/licenses/mit", "MIT"),
            Map.entry("cc0", "CC0-1.0"),
            Map.entry("public domain (cc0)", "CC0-1.0"),
            Map.entry("odc-by", "ODC-By-1.0"),
            Map.entry("odbl", "ODbL-1.0"),
            Map.entry("pddl", "PDDL-1.0"),
            Map.entry("c-uda", "C-UDA-1.0"),
            Map.entry("licensed under the mit license", "MIT"),
            Map.entry("permission is hereby granted, free of charge, to any person", "MIT"));
    private static final List<String> PREFIXES =
            List.of("spdx-license-identifier:", "https://", "http://", "www.", "spdx.org/licenses/");
    private static final String COMMONS = "creativecommons.org/licenses/";
    /** How a licence of Creative Commons begins in a sentence, behind a blank. */
    private static final String COMMONS_WORDS = " cc";

    private static final String DEDICATION = "creativecommons.org/publicdomain/zero/1.0";

    private LicenceIds() {}

    /** The identifier as the SPDX list writes it; empty if the text names no licence for certain. */
    public static Optional<String> named(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (bare.startsWith(prefix)) {
                bare = bare.substring(prefix.length()).strip();
            }
        }
        while (bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        if (bare.startsWith(DEDICATION)) {
            return Optional.of("CC0-1.0");
        }
        if (bare.startsWith(COMMONS)) {
            return commons(bare.substring(COMMONS.length()));
        }
        String spelling = SPELLINGS.get(bare);
        return spelling != null ? Optional.of(spelling) : SpdxIds.loaded().licence(bare.replace(' ', '-'));
    }

    /**
     * The identifier a marker in a text stands for.
     *
     * @param marker the words that were found
     * @param further a few characters behind them
     */
    public static Optional<String> marked(String marker, String further) {
        boolean apache = marker.toLowerCase(Locale.ROOT).equals("licensed under the apache license");
        if (apache) {
            String version = further.toLowerCase(Locale.ROOT)
                    .replace(",", "")
                    .replace("version", "")
                    .strip();
            return version.startsWith("2.0") ? Optional.of("Apache-2.0") : Optional.empty();
        }
        int commons = marker.toLowerCase(Locale.ROOT).indexOf(COMMONS_WORDS);
        return named(commons < 0 ? marker : marker.substring(commons + 1));
    }

    /** {@code by-sa/4.0}, maybe with a country's port and more behind it. */
    private static Optional<String> commons(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        int next = path.indexOf('/', slash + 1);
        String version = next < 0 ? path.substring(slash + 1) : path.substring(slash + 1, next);
        String id = "cc-" + path.substring(0, slash) + "-" + version;
        String rest = next < 0 ? "" : path.substring(next + 1);
        int end = rest.indexOf('/');
        String port = end < 0 ? rest : rest.substring(0, end);
        Optional<String> ported = port.length() == 2 ? SpdxIds.loaded().licence(id + "-" + port) : Optional.empty();
        return ported.or(() -> SpdxIds.loaded().licence(id));
    }
}
