package dev.assay.detect.pii;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ISO 13616: country, two check digits, an account of the country's structure; ISO 7064 MOD 97-10 over all. */
final class Iban implements Rule {
    private final @Nullable String[] masks = new @Nullable String[26 * 26];

    Iban() {
        for (String[] row : Tables.rows("iban-registry.tsv")) {
            masks[(row[0].charAt(0) - 'A') * 26 + row[0].charAt(1) - 'A'] = mask(row[1]);
        }
    }

    private static String mask(String structure) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < structure.length()) {
            int end = i + 1;
            while (end < structure.length() && Character.isDigit(structure.charAt(end))) {
                end++;
            }
            String character = switch (structure.charAt(i)) {
                case 'n' -> "9";
                case 'a' -> "A";
                default -> "*";
            };
            parts.add(character.repeat(Integer.parseInt(structure.substring(i + 1, end))));
            i = end;
        }
        return String.join("", parts);
    }

    @Override
    public boolean holds(byte[] text, int start, int end) {
        if (end - start < 15 || !Chars.matches(text, start, start + 4, "AA99")) {
            return false;
        }
        String mask = masks[(text[start] - 'A') * 26 + text[start + 1] - 'A'];
        return mask != null
                && Chars.matches(text, start + 4, end, mask)
                && Sums.mod97(text, start, start + 4, Sums.mod97(text, start + 4, end)) == 1;
    }
}
