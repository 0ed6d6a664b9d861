package dev.assay.rights;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Codes of places as cards name them: ISO 3166-1 countries, {@code EU} and {@code EEA}, or any word of the owner's such as
 * a cloud region. A group covers its members; other words cover themselves. Case does not matter.
 */
final class Places {
    /** Members of the European Union since 2020-02-01. */
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
    /** What the European Economic Area has beyond the Union. */
    private static final Set<String> EEA_ONLY = Set.of("IS", "LI", "NO");

    private Places() {}

    static String canonical(String place) {
        return place.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether all of {@code place} lies in {@code area}; both canonical. */
    static boolean covers(String area, String place) {
        if (area.equals(place)) {
            return true;
        }
        return switch (area) {
            case "EU" -> EU.contains(place);
            case "EEA" -> place.equals("EU") || EU.contains(place) || EEA_ONLY.contains(place);
            default -> false;
        };
    }

    static boolean covers(Collection<String> areas, String place) {
        return areas.stream().anyMatch(area -> covers(area, place));
    }

    /** The words in their order, without those that another one covers. */
    static List<String> widest(Collection<String> places) {
        return places.stream()
                .distinct()
                .filter(place -> places.stream().noneMatch(other -> !other.equals(place) && covers(other, place)))
                .sorted()
                .toList();
    }
}
