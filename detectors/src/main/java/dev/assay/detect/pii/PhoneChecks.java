package dev.assay.detect.pii;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers by the numbering plans of libphonenumber. A number of North America is judged without it, by the
 * plan's own rule, since it is by far the commonest shape.
 */
final class PhoneChecks {
    /** Plans whose national numbers start with a trunk 0. */
    private static final List<String> TRUNK =
            List.of("DE", "GB", "FR", "IT", "IL", "TR", "CN", "AU", "JP", "IN", "NL", "PH");
    /** Plans without one, other than North America's. */
    private static final List<String> OPEN = List.of("ES", "PT", "PL", "CN", "IN", "BR", "TR", "MX", "IT");

    /**
     * What the plans say of a number is asked again and again, of the size of a page behind its status in a log, and costs as
     * much as searching a thousand bytes.
     */
    private static final ThreadLocal<RememberedNumbers> REMEMBERED = ThreadLocal.withInitial(RememberedNumbers::new);

    private PhoneChecks() {}

    static Map<String, Check> checks() {
        return Map.of("phone", PhoneChecks::international, "phone-national", PhoneChecks::national);
    }

    private static Verdict international(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
        String number = text.startsWith("00") ? "+" + text.substring(2) : text;
        PhoneNumber parsed = parsed(number, "ZZ");
        if (parsed == null) {
            return Verdict.INVALID;
        }
        if (fiction(parsed)) {
            return Verdict.PUBLISHED_TEST;
        }
        return PhoneNumberUtil.getInstance().isValidNumber(parsed) ? Verdict.VALID : Verdict.INVALID;
    }

    private static @Nullable PhoneNumber parsed(String text, String region) {
        try {
            return PhoneNumberUtil.getInstance().parse(text, region);
        } catch (NumberParseException none) {
            return null;
        }
    }

    private static Verdict national(byte[] bytes, int start, int end) {
        int digits = 0;
        long number = 0;
        boolean repeated = true;
        int first = -1;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                first = first < 0 ? digit : first;
                repeated &= digit == first;
                number = number * 10 + digit;
                digits++;
            }
        }
        if (digits < 7 || digits > 12 || repeated || isDottedQuad(bytes, start, end)) {
            return Verdict.INVALID;
        }
        if (digits == 10 && first >= 2) {
            Verdict american = american(number);
            if (american != Verdict.INVALID) {
                return american;
            }
        }
        if (digits == 10 && number == 1_234_567_890L) {
            return Verdict.PLACEHOLDER;
        }
        RememberedNumbers remembered = REMEMBERED.get();
        Verdict known = remembered.verdict(number, digits);
        return known != null ? known : remembered.remember(number, digits, byPlans(number, digits));
    }

    /** What the plans say of a number of so many digits, zeros in front included. */
    private static Verdict byPlans(long number, int digits) {
        String text = Long.toString(number);
        boolean trunk = text.length() < digits;
        text = "0".repeat(digits - text.length()) + text;
        for (String region : trunk ? TRUNK : OPEN) {
            PhoneNumber parsed = parsed(text, region);
            if (parsed != null && PhoneNumberUtil.getInstance().isValidNumberForRegion(parsed, region)) {
                return fiction(parsed) ? Verdict.PUBLISHED_TEST : Verdict.VALID;
            }
        }
        return Verdict.INVALID;
    }

    /** Four numbers up to 255 between dots: an address of the Internet, which many plans would take for a number. */
    private static boolean isDottedQuad(byte[] bytes, int start, int end) {
        int dots = 0;
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (bytes[i] == '.') {
                dots++;
                value = 0;
            } else if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                if (value > 255) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return dots == 3;
    }

    /** North American Numbering Plan: area and exchange start 2–9, neither is N11; 555-0100 to 0199 are for fiction. */
    private static Verdict american(long number) {
        int area = (int) (number / 10_000_000);
        int exchange = (int) (number / 10_000 % 1000);
        int line = (int) (number % 10_000);
        if (area < 200 || area % 100 == 11 || area / 10 % 10 == 9 || exchange < 200 || exchange % 100 == 11) {
            return Verdict.INVALID;
        }
        return exchange == 555 && line >= 100 && line <= 199 ? Verdict.PUBLISHED_TEST : Verdict.VALID;
    }

    /** Numbers that a regulator keeps for films and books: NANPA 555-01xx, Ofcom's drama numbers. */
    private static boolean fiction(PhoneNumber number) {
        long national = number.getNationalNumber();
        if (number.getCountryCode() == 1) {
            return national / 10_000 % 1000 == 555 && national % 10_000 >= 100 && national % 10_000 <= 199;
        }
        return number.getCountryCode() == 44
                && (national / 1000 == 2_079_460L
                        || national / 1000 == 7_700_900L
                        || national / 1000 == 1_632_960L
                        || national / 1000 == 1_134_960L
                        || national / 1000 == 1_614_960L
                        || national / 1000 == 3_069_990L
                        || national / 1000 == 8_081_570L);
    }
}
