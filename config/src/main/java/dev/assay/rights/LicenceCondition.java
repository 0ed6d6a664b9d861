package dev.assay.rights;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a licence asks of whoever uses the data, in the classes the Data Provenance Initiative counts by. Read from the
 * names of the Creative Commons family and from a short table of licences that data is often under; of the rest the terms
 * are {@link #UNKNOWN}. A reading for sorting, not legal advice.
 */
public enum LicenceCondition {
    /** The source must be named. */
    ATTRIBUTION,
    /** What is made from it must be under the same licence. */
    SHARE_ALIKE,
    /** No commercial use. */
    NON_COMMERCIAL,
    /** Nothing changed may be passed on. */
    NO_DERIVATIVES,
    /** Terms this version does not know; somebody must read them. */
    UNKNOWN;

    private static final Set<String> FREE = Set.of(
            "CC0-1.0",
            "CC-PDDC",
            "CC-PDM-1.0",
            "PDDL-1.0",
            "Unlicense",
            "0BSD",
            "MIT-0",
            "WTFPL",
            "DL-DE-ZERO-2.0",
            "CDLA-Permissive-2.0");
    private static final Set<String> ATTRIBUTED = Set.of(
            "MIT",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "ODC-By-1.0",
            "CDLA-Permissive-1.0",
            "DL-DE-BY-2.0",
            "etalab-2.0",
            "OGL-UK-1.0",
            "OGL-UK-2.0",
            "OGL-UK-3.0",
            "OGL-Canada-2.0",
            "NLOD-1.0",
            "NLOD-2.0");
    private static final List<String> COPYLEFT =
            List.of("GPL-", "AGPL-", "LGPL-", "GFDL-", "ODbL-", "CDLA-Sharing-", "MPL-", "EPL-", "EUPL-");

    static Set<LicenceCondition> of(String id) {
        Set<LicenceCondition> conditions = EnumSet.noneOf(LicenceCondition.class);
        if (FREE.contains(id)) {
            return Collections.unmodifiableSet(conditions);
        }
        if (ATTRIBUTED.contains(id)) {
            conditions.add(ATTRIBUTION);
        } else if (COPYLEFT.stream().anyMatch(id::startsWith)) {
            conditions.add(ATTRIBUTION);
            conditions.add(SHARE_ALIKE);
        } else if (id.startsWith("CC-BY") || id.startsWith("CC-SA")) {
            creativeCommons(id, conditions);
        } else {
            conditions.add(UNKNOWN);
        }
        return Collections.unmodifiableSet(conditions);
    }

    private static void creativeCommons(String id, Set<LicenceCondition> conditions) {
        for (String part : id.split("-", -1)) {
            switch (part) {
                case "BY" -> conditions.add(ATTRIBUTION);
                case "SA" -> conditions.add(SHARE_ALIKE);
                case "NC" -> conditions.add(NON_COMMERCIAL);
                case "ND" -> conditions.add(NO_DERIVATIVES);
                default -> {}
            }
        }
    }

    /** The name in manifests and policies. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
