package dev.assay.detect.pii;

import java.util.Arrays;
import java.util.List;

/** ISO/IEC 7812: an issuer's range, a length its cards have, and the Luhn digit. */
final class CardRanges implements Rule {
    private static final int PREFIX = 6;

    private final int[] first;
    private final int[] last;
    /** Bit n stands for length n. */
    private final int[] lengths;

    CardRanges() {
        List<String[]> rows = Tables.rows("card-ranges.tsv");
        first = rows.stream().mapToInt(row -> pad(row[0], '0')).toArray();
        last = rows.stream().mapToInt(row -> pad(row[1], '9')).toArray();
        lengths = rows.stream().mapToInt(row -> lengths(row[2])).toArray();
    }

    private static int pad(String prefix, char filler) {
        return Integer.parseInt(prefix + String.valueOf(filler).repeat(PREFIX - prefix.length()));
    }

    private static int lengths(String list) {
        return Arrays.stream(list.split(",", -1))
                .mapToInt(CardRanges::lengthBits)
                .reduce(0, (a, b) -> a | b);
    }

    private static int lengthBits(String part) {
        int dash = part.indexOf('-');
        int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
        int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
        int bits = 0;
        for (int length = from; length <= to; length++) {
            bits |= 1 << length;
        }
        return bits;
    }

    @Override
    public boolean holds(byte[] text, int start, int end) {
        int length = end - start;
        if (length < 12 || length > 19 || !Chars.digits(text, start, end) || Sums.luhn(text, start, end) != 0) {
            return false;
        }
        // The account behind the issuer's range is not one digit only; nor is the whole number.
        if (Chars.repeated(text, start + PREFIX, end - 1) && Chars.repeated(text, start, start + 4)) {
            return false;
        }
        int prefix = Chars.small(text, start, start + PREFIX);
        for (int i = 0; i < first.length; i++) {
            if (prefix >= first[i] && prefix <= last[i] && (lengths[i] & (1 << length)) != 0) {
                return true;
            }
        }
        return false;
    }
}
