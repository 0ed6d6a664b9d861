package dev.assay.detect.pii;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** Machine-readable lines of documents and cards, and numbers that are masked already. */
final class DocumentChecks {
    private DocumentChecks() {}

    static Map<String, Check> checks() {
        Map<String, Check> checks = new TreeMap<>();
        checks.put("mrz", (b, s, e) -> verdict(e - s == 44 ? passport(b, s) : e - s == 30 && card(b, s)));
        checks.put("track1", (b, s, e) -> verdict(track(b, s + 2, e, '^')));
        checks.put("track2", (b, s, e) -> verdict(track(b, s + 1, e, '=')));
        checks.put("masked", (b, s, e) -> Verdict.PLACEHOLDER);
        return checks;
    }

    private static Verdict verdict(boolean valid) {
        return valid ? Verdict.VALID : Verdict.INVALID;
    }

    /** ISO/IEC 7813: the account number up to the separator, and a right Luhn digit. */
    private static boolean track(byte[] bytes, int start, int end, char separator) {
        int stop = start;
        while (stop < end && bytes[stop] != separator) {
            stop++;
        }
        return Chars.digits(bytes, start, stop)
                && Sums.luhn(bytes, start, stop) == 0
                && !Chars.repeated(bytes, start, stop);
    }

    /**
     * The second line of a passport, ICAO Doc 9303 part 4.
     *
     * <pre>
     *  0 number 9 check 10 nationality 13 birth 19 check 20 sex 21 expiry 27 check 28 optional 42 check 43 check of all
     * </pre>
     */
    private static boolean passport(byte[] b, int s) {
        if (!checked(b, s, 9) || !checked(b, s + 13, 6) || !checked(b, s + 21, 6) || !birth(b, s + 13)) {
            return false;
        }
        int sum = sum(b, s, 10, 0) + sum(b, s + 13, 7, 10) + sum(b, s + 21, 22, 17);
        return sum % 10 == b[s + 43] - '0';
    }

    /** The second line of an identity card, ICAO Doc 9303 part 5; its last digit covers the first line too. */
    private static boolean card(byte[] b, int s) {
        return checked(b, s, 6) && checked(b, s + 8, 6) && birth(b, s);
    }

    private static boolean birth(byte[] b, int s) {
        return Dates.yymmdd(b, s);
    }

    private static boolean checked(byte[] b, int s, int length) {
        return sum(b, s, length, 0) % 10 == b[s + length] - '0';
    }

    /** Weights 7 3 1, going on from an index; the filler counts 0. */
    private static int sum(byte[] b, int s, int length, int from) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int weight = "731".charAt((from + i) % 3) - '0';
            sum += weight * Math.max(0, Chars.value(b[s + i]));
        }
        return sum;
    }
}
