package dev.assay.detect.pii;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** German register of companies: court, kind of register, number, an optional letter. Not a detector's check: it allocates. */
final class GermanRegister implements Rule {
    private static final String ENTRY = "(?:HRA|HRB|PR|GNR|VR)[ .:]*[0-9]{1,6}(?: *[A-Z]{1,3})?";
    private static final Pattern COURT_FIRST = Pattern.compile("(?<court>[^0-9]{2,60}?)[ ,]*" + ENTRY);
    private static final Pattern COURT_LAST = Pattern.compile(ENTRY + "[ ,]+(?<court>[^0-9]{2,60})");

    private final Set<String> courts = new HashSet<>();

    GermanRegister() {
        for (String court : Tables.lines("de-register-courts.txt")) {
            courts.add(plain(court));
        }
    }

    /** Letters only, without accents and without what stands in brackets. */
    private static String plain(String court) {
        int bracket = court.indexOf('(');
        String name = bracket > 0 ? court.substring(0, bracket) : court;
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
    }

    @Override
    public boolean holds(byte[] text, int start, int end) {
        String number = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
        return court(COURT_FIRST.matcher(number)) || court(COURT_LAST.matcher(number));
    }

    private boolean court(Matcher matcher) {
        return matcher.matches() && courts.contains(plain(matcher.group("court")));
    }
}
