package dev.assay.detect.pii;

/** Mobile country codes of ITU-T E.212. */
final class MobileCountries {
    private static final boolean[] CODES = new boolean[1000];

    static {
        for (String[] row : Tables.rows("mobile-country-codes.tsv")) {
            for (int code = Integer.parseInt(row[0]); code <= Integer.parseInt(row[1]); code++) {
                CODES[code] = true;
            }
        }
    }

    private MobileCountries() {}

    static boolean has(int code) {
        return CODES[code];
    }
}
