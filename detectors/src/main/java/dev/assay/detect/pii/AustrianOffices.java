package dev.assay.detect.pii;

/** The tax offices that stand at the front of an Austrian tax number. */
final class AustrianOffices {
    private static final boolean[] OFFICES = new boolean[100];

    static {
        for (String[] row : Tables.rows("at-tax-offices.tsv")) {
            OFFICES[Integer.parseInt(row[0])] = true;
        }
    }

    private AustrianOffices() {}

    static boolean has(int office) {
        return OFFICES[office];
    }
}
