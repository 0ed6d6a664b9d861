package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isDigit;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.small;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Coordinates, postcodes and registration marks. */
final class PlaceChecks {
    private PlaceChecks() {}

    static void addTo(RuleBook book) {
        Set<Integer> areas = new HashSet<>();
        for (String area : Tables.lines("uk-postcode-areas.txt")) {
            areas.add(code(area.charAt(0), area.length() > 1 ? area.charAt(1) : 0));
        }
        boolean[] known = new boolean[128 * 128];
        areas.forEach(area -> known[area] = true);
        book.add("gb.postcode", (t, s, e) -> postcode(t, s, e, known))
                .add("gb.plate", PlaceChecks::plate)
                .add(
                        "de.plz",
                        (t, s, e) -> Chars.digits(t, s, e, 5) && small(t, s, e) >= 1001 && small(t, s, e) <= 99998);
    }

    static Map<String, Check> checks() {
        Map<String, Check> checks = new TreeMap<>();
        checks.put("gps", PlaceChecks::pair);
        checks.put("coordinate", PlaceChecks::single);
        return checks;
    }

    private static int code(int first, int second) {
        return first * 128 + second;
    }

    private static boolean postcode(byte[] t, int s, int e, boolean[] areas) {
        if (e - s < 5 || e - s > 7) {
            return false;
        }
        int second = isLetter(t, s + 1) ? t[s + 1] : 0;
        return isLetter(t, s) && areas[code(t[s], second)] && isDigit(t, e - 3);
    }

    /** Two letters, age identifier 02–29 or 51–79, three letters; or a prefix or suffix letter for the year before 2001. */
    private static boolean plate(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 5) {
            return false;
        }
        if (length == 7 && isLetter(t, s + 1) && isDigit(t, s + 2) && isDigit(t, s + 3)) {
            int age = small(t, s + 2, s + 4);
            return ((age >= 2 && age <= 29) || (age >= 51 && age <= 79)) && !in(t, s, "IQZ") && !in(t, s + 1, "IQZ");
        }
        if (isDigit(t, s + 1)) {
            return !in(t, s, "IOQUZ");
        }
        return in(t, e - 1, "ABCDEFGHJKLMNPRSTVWXY");
    }

    /** Latitude and longitude in degrees; not both whole zeros. */
    private static Verdict pair(byte[] bytes, int start, int end) {
        int comma = start;
        while (comma < end && bytes[comma] != ',' && bytes[comma] != ' ' && bytes[comma] != ';') {
            comma++;
        }
        int second = comma;
        while (second < end && !isDigit(bytes, second) && bytes[second] != '-' && bytes[second] != '+') {
            second++;
        }
        long latitude = micro(bytes, start, comma);
        long longitude = micro(bytes, second, end);
        if (Math.abs(latitude) > 90_000_000 || Math.abs(longitude) > 180_000_000) {
            return Verdict.INVALID;
        }
        return latitude == 0 && longitude == 0 ? Verdict.PLACEHOLDER : Verdict.VALID;
    }

    private static Verdict single(byte[] bytes, int start, int end) {
        return Math.abs(micro(bytes, start, end)) <= 180_000_000 ? Verdict.VALID : Verdict.INVALID;
    }

    /** Millionths of a degree; more digits are dropped. */
    private static long micro(byte[] bytes, int start, int end) {
        long value = 0;
        int decimals = -1;
        boolean negative = false;
        for (int i = start; i < end; i++) {
            if (isDigit(bytes, i)) {
                if (decimals < 6) {
                    value = value * 10 + (bytes[i] - '0');
                    decimals += decimals >= 0 ? 1 : 0;
                }
            } else if (bytes[i] == '.') {
                decimals = 0;
            } else if (bytes[i] == '-') {
                negative = true;
            }
        }
        for (int i = Math.max(decimals, 0); i < 6; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }
}
