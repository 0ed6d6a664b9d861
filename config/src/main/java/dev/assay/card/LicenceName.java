package dev.assay.card;

import dev.assay.rights.LicenceExpression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the names and addresses that dataset cards give licences by into SPDX expressions, where one is meant for certain. */
final class LicenceName {
    private static final Pattern SCHEME = Pattern.compile("^https?://(www\\.)?");
    private static final Pattern COMMONS =
            Pattern.compile("creativecommons\\.org/licenses/([a-z-]+)/([0-9.]+)(/([a-z]{2}))?(/.*)?");
    private static final Pattern DEDICATION = Pattern.compile("creativecommons\\.org/publicdomain/zero/1\\.0(/.*)?");
    private static final Pattern LISTED =
            Pattern.compile("(choosealicense\\.com|spdx\\.org|opensource\\.org)/licenses?/([a-z0-9.+-]+?)(\\.html)?/?");

    /** Names of one certain licence that the SPDX list spells otherwise; keys in lower case. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "odc-by", "ODC-By-1.0",
            "odbl", "ODbL-1.0",
            "pddl", "PDDL-1.0",
            "c-uda", "C-UDA-1.0",
            "cc0", "CC0-1.0",
            "opendatacommons.org/licenses/by", "ODC-By-1.0",
            "opendatacommons.org/licenses/odbl", "ODbL-1.0",
            "opendatacommons.org/licenses/pddl", "PDDL-1.0",
            "apache.org/licenses/license-2.0", "Apache-2.0",
            "gnu.org/licenses/gpl-3.0.html", "GPL-3.0-only");

    /** Words that say that nobody knows. */
    private static final List<String> NOTHING = List.of("unknown", "none", "n/a", "other", "tbd");

    private LicenceName() {}

    /** Whether a name says only that no licence is known. */
    static boolean saysNothing(String name) {
        return NOTHING.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The expression a name or address stands for; empty if that is not certain. */
    static Optional<String> toSpdx(String name) {
        String bare = SCHEME.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher commons = COMMONS.matcher(bare);
        if (commons.matches()) {
            String port = commons.group(4) == null ? "" : "-" + commons.group(4);
            return listed("cc-" + commons.group(1) + "-" + commons.group(2) + port);
        }
        if (DEDICATION.matcher(bare).matches()) {
            return Optional.of("CC0-1.0");
        }
        Matcher listed = LISTED.matcher(bare);
        String id = listed.matches() ? listed.group(2) : bare.replaceFirst("/$", "");
        return Optional.ofNullable(SPELLINGS.get(id))
                .or(() -> listed(name.strip()))
                .or(() -> listed(id.replace(' ', '-')));
    }

    /** As the SPDX list writes it, if it is an expression. */
    private static Optional<String> listed(String expression) {
        try {
            LicenceExpression read = LicenceExpression.parse(expression);
            boolean single = read instanceof LicenceExpression.Licence;
            return Optional.of(single ? read.toString() : expression);
        } catch (IllegalArgumentException noExpression) {
            return Optional.empty();
        }
    }
}
