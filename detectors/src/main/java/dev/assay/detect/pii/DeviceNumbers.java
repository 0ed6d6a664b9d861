package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** Telephones, SIM cards, network interfaces and parcels. */
final class DeviceNumbers {
    private static final int[] S10 = weights("8 6 4 2 3 5 9 7");

    private DeviceNumbers() {}

    static void addTo(RuleBook book) {
        book.add("imei", DeviceNumbers::imei)
                .add("meid", DeviceNumbers::meid)
                .add("imsi", DeviceNumbers::imsi)
                .add(
                        "iccid",
                        (t, s, e) -> digits(t, s, e)
                                && (e - s == 19 || e - s == 20)
                                && starts(t, s, e, "89")
                                && Sums.luhn(t, s, e) == 0)
                .add("mac", "", DeviceNumbers::mac)
                .add("ups", DeviceNumbers::ups)
                .add("fedex", DeviceNumbers::fedex)
                .add(
                        "usps",
                        (t, s, e) ->
                                digits(t, s, e) && (e - s == 20 || e - s == 22) && t[s] == '9' && parcelSum(t, s, e))
                .add("s10", DeviceNumbers::postalItem);
    }

    /** 3GPP TS 23.003: fifteen digits by Luhn; fourteen without the check digit; sixteen with the software version. */
    private static boolean imei(byte[] t, int s, int e) {
        int length = e - s;
        return digits(t, s, e)
                && (length == 14 || length == 16 || (length == 15 && Sums.luhn(t, s, e) == 0))
                && !Chars.repeated(t, s, e);
    }

    /** Fourteen hexadecimal digits and a check by Luhn of base 16, or eighteen decimal ones and a check by Luhn. */
    private static boolean meid(byte[] t, int s, int e) {
        int length = e - s;
        if (length == 18 || length == 19) {
            return digits(t, s, e)
                    && Chars.number(t, s, s + 10) <= 0xFFFFFFFFL
                    && Chars.number(t, s + 10, s + 18) <= 0xFFFFFF
                    && (length == 18 || Sums.luhn(t, s, e) == 0);
        }
        if (length != 14 && length != 15) {
            return false;
        }
        boolean decimal = true;
        for (int i = s; i < e; i++) {
            int value = Chars.value(t[i]);
            if (value < 0 || value > 15) {
                return false;
            }
            decimal &= value < 10;
        }
        return length == 14 || (decimal ? Sums.luhn(t, s, e) == 0 : Sums.luhn(t, s, e, 16) == 0);
    }

    /** ITU-T E.212: a mobile country code in 200 to 750 or 901, network and subscriber. */
    private static boolean imsi(byte[] t, int s, int e) {
        if (!digits(t, s, e) || (e - s != 14 && e - s != 15)) {
            return false;
        }
        int country = small(t, s, s + 3);
        return MobileCountries.has(country);
    }

    /** Six pairs with one separator throughout; neither all 0 nor all F. */
    private static boolean mac(byte[] t, int s, int e) {
        if (e - s != 17 || (t[s + 2] != ':' && t[s + 2] != '-')) {
            return false;
        }
        boolean zeros = true;
        boolean ones = true;
        for (int i = 0; i < 17; i++) {
            if (i % 3 == 2) {
                if (t[s + i] != t[s + 2]) {
                    return false;
                }
                continue;
            }
            int value = Chars.value(t[s + i]);
            if (value < 0 || value > 15) {
                return false;
            }
            zeros &= value == 0;
            ones &= value == 15;
        }
        return !zeros && !ones;
    }

    /** 1Z, account, service, package and a check digit; letters count 2, 3 … 9, 0, 1 from A on. */
    private static boolean ups(byte[] t, int s, int e) {
        if (e - s != 18 || !starts(t, s, e, "1Z") || !Chars.alphanumeric(t, s, e) || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            int value = Chars.value(t[s + i]);
            value = value > 9 ? (value - 8) % 10 : value;
            sum += i % 2 == 1 ? 2 * value : value;
        }
        return (10 - sum % 10) % 10 == digit(t, e - 1);
    }

    /** Twelve digits, weights 3 1 7 over and over, modulo 11, modulo 10. */
    private static boolean fedex(byte[] t, int s, int e) {
        if (digits(t, s, e, 15)) {
            return parcelSum(t, s, e);
        }
        if (!digits(t, s, e, 12)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += ("317".charAt(i % 3) - '0') * digit(t, s + i);
        }
        return sum % 11 % 10 == digit(t, s + 11);
    }

    /** Weights 3 and 1 from the right before the check digit, modulo 10. */
    private static boolean parcelSum(byte[] t, int s, int e) {
        int sum = 0;
        for (int i = e - 2; i >= s; i--) {
            sum += ((e - 2 - i) % 2 == 0 ? 3 : 1) * digit(t, i);
        }
        return (10 - sum % 10) % 10 == digit(t, e - 1);
    }

    /** UPU S10: two letters, eight digits, check digit, country. */
    private static boolean postalItem(byte[] t, int s, int e) {
        if (!matches(t, s, e, "AA999999999AA") || !Countries.is(t, s + 11)) {
            return false;
        }
        int check = 11 - Sums.weighted(t, s + 2, S10) % 11;
        return (check == 10 ? 0 : check == 11 ? 5 : check) == digit(t, s + 10);
    }
}
