package dev.assay.detect.pii;

/** Nine digits whose first two the IRS has given to a campus. */
final class EinPrefixes implements Rule {
    private final boolean[] issued = new boolean[100];

    EinPrefixes() {
        for (String[] row : Tables.rows("us-ein-prefixes.tsv")) {
            issued[Integer.parseInt(row[0])] = true;
        }
    }

    @Override
    public boolean holds(byte[] text, int start, int end) {
        return Chars.digits(text, start, end, 9) && issued[Chars.small(text, start, start + 2)];
    }
}
