package dev.assay.detect.pii;

/** Province codes of Indonesian identity numbers. */
final class IndonesianProvinces {
    private static final boolean[] CODES = new boolean[100];

    static {
        for (String[] row : Tables.rows("id-provinces.tsv")) {
            CODES[Integer.parseInt(row[0])] = true;
        }
    }

    private IndonesianProvinces() {}

    static boolean has(int province) {
        return CODES[province];
    }
}
