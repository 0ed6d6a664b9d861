package dev.assay.efficacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes the check digits of an invented value right. Written apart from the detectors' checks and on other lines: it
 * asks whether a whole value is right and tries what fits into the open places, so that a mistake there does not hide
 * behind the same mistake here.
 */
final class CheckRule {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** The rules whose check character may be a letter. */
    private static final Set<String> LETTERED = Set.of(
            "letter23", "letter31", "codice", "gstin", "hkid", "ppsn", "mu", "rfc", "nric", "uen", "upn", "vin", "cin");

    private static final String LENIENT = "lenient ";
    private static final String DIGITS_ONLY = "digits ";
    private static final String FIRST = "first ";

    private static final char OPEN = '?';
    private final String name;
    private final String argument;
    private final List<int[]> weights = new ArrayList<>();
    /** Whether numbers whose check digit is wrong are given out too, so that such a one is no look-alike. */
    private final boolean lenient;
    /** Whether letters of the value do not take part. */
    private final boolean skipsLetters;
    /** How many characters take part. */
    private final int first;

    private int modulus;
    private int residue;

    /**
     * Reads a rule: a name, such as {@code luhn}, or the linear rule {@code weights 10 9 8 … mod 11}, with further rows of
     * weights behind {@code /} and {@code is 1} where the sum leaves that remainder. {@code digits} before it leaves out the
     * letters of a value, {@code first 16} all but the first sixteen characters of the rest, {@code lenient}
     * says that numbers which fail it exist.
     */
    CheckRule(String whole) {
        lenient = whole.startsWith(LENIENT);
        String strict = lenient ? whole.substring(LENIENT.length()) : whole;
        skipsLetters = strict.startsWith(DIGITS_ONLY);
        String rule = skipsLetters ? strict.substring(DIGITS_ONLY.length()) : strict;
        if (rule.startsWith(FIRST)) {
            int end = rule.indexOf(' ', FIRST.length());
            first = Integer.parseInt(rule, FIRST.length(), end, 10);
            rule = rule.substring(end + 1);
        } else {
            first = Integer.MAX_VALUE;
        }
        int space = rule.indexOf(' ');
        name = space < 0 ? rule : rule.substring(0, space);
        argument = space < 0 ? "" : rule.substring(space + 1);
        if (name.equals("weights")) {
            String[] parts = argument.split(" mod | is ", -1);
            for (String row : parts[0].split(" / ", -1)) {
                weights.add(Arrays.stream(row.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
            }
            modulus = Integer.parseInt(parts[1]);
            residue = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        }
    }

    /** Whether a value that fails it is a look-alike. */
    boolean refuses() {
        return !isNone() && !lenient;
    }

    boolean isNone() {
        return name.isEmpty();
    }

    /** The value with its open places filled; empty if nothing fits, as some numbers are never given out. */
    Optional<String> fill(String value) {
        int open = value.indexOf(OPEN);
        if (open < 0) {
            return isNone() || holds(value) ? Optional.of(value) : Optional.empty();
        }
        String fitting = LETTERED.contains(name) ? DIGITS + LETTERS : DIGITS;
        for (int i = 0; i < fitting.length(); i++) {
            Optional<String> filled = fill(value.substring(0, open) + fitting.charAt(i) + value.substring(open + 1));
            if (filled.isPresent()) {
                return filled;
            }
        }
        return Optional.empty();
    }

    /** A right value made wrong in the last of its check digits. */
    String spoil(String open, String right) {
        int at = open.lastIndexOf(OPEN);
        char digit = right.charAt(at);
        char other = digit == '9' ? '0' : digit == 'Z' ? 'A' : (char) (digit + 1);
        String wrong = right.substring(0, at) + other + right.substring(at + 1);
        if (holds(wrong)) {
            throw new IllegalStateException("Two check digits are right by the rule " + name + " " + argument + ".");
        }
        return wrong;
    }

    private boolean holds(String value) {
        String text = takingPart(value);
        return switch (name) {
            case "luhn" -> digitsOnly(text) && Sums.luhn(argument + text);
            case "iban" -> Sums.remainder97(text.substring(4) + text.substring(0, 4)) == 1;
            case "key97" ->
                digitsOnly(text)
                        && (Long.parseLong(text.substring(0, text.length() - 2))
                                                + Long.parseLong(text.substring(text.length() - 2)))
                                        % 97
                                == 0;
            case "mod11-10" -> Sums.hybrid11(text.startsWith("DE") ? text.substring(2) : text);
            case "weights" -> digitsOnly(text) && weights.stream().allMatch(row -> linear(text, row));
            case "letter23" -> Sums.letter23(text);
            case "letter31" -> Sums.letter31(text);
            case "codice" -> Sums.codice(text);
            case "731" -> Sums.sevenThreeOne(text);
            case "kvnr" -> Sums.health(text);
            case "rvnr" -> Sums.pension(text);
            case "dea" -> Sums.dea(text);
            case "verhoeff" -> digitsOnly(text) && Sums.verhoeff(text);
            case "mrz" -> NationalSums.passportLine(value);
            default -> national(text);
        };
    }

    private boolean national(String text) {
        return switch (name) {
            case "rest" -> NationalSums.remainder(text, Integer.parseInt(argument), argument.length());
            case "mod97" -> Sums.remainder97(text) == (argument.isEmpty() ? 0 : Integer.parseInt(argument));
            case "isin" -> Sums.luhn(NationalSums.expanded(text));
            case "luhn-letters" -> NationalSums.luhnOfLetters(text);
            case "gstin" -> NationalSums.luhn36(text);
            case "hkid" -> NationalSums.hongKong(text);
            case "ppsn" -> NationalSums.irish(text);
            case "korean" -> NationalSums.korean(text, Integer.parseInt(argument));
            case "korean-business" -> NationalSums.koreanBusiness(text);
            case "thai" -> NationalSums.thai(text);
            case "japanese-company" -> NationalSums.japaneseCompany(text);
            case "luxembourg" -> NationalSums.luxembourg(text);
            case "mu" -> NationalSums.mauritius(text);
            case "curp" -> NationalSums.curp(text);
            case "rfc" -> NationalSums.rfc(text);
            case "nhi" -> NationalSums.newZealandHealth(text);
            case "cui" -> NationalSums.peruvian(text);
            case "polish-card" -> NationalSums.polishCard(text);
            case "snils" -> NationalSums.snils(text);
            case "nric" -> NationalSums.singapore(text);
            case "uen" -> NationalSums.singaporeBusiness(text);
            case "s10" -> NationalSums.mailItem(text);
            case "vkn" -> NationalSums.turkishTax(text);
            case "taiwan" -> NationalSums.taiwan(text);
            case "upn" -> NationalSums.pupil(text);
            case "utr" -> NationalSums.taxReference(text);
            case "rif" -> NationalSums.venezuelan(text);
            case "vin" -> NationalSums.vehicle(text);
            case "cin" -> NationalSums.italianAccount(text);
            default -> throw new IllegalArgumentException("no such rule: " + name);
        };
    }

    private String takingPart(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length() && text.length() < first; i++) {
            char c = value.charAt(i);
            if (skipsLetters ? c >= '0' && c <= '9' : Character.isLetterOrDigit(c) || c == '&') {
                text.append(c);
            }
        }
        return text.toString();
    }

    private boolean linear(String digits, int[] row) {
        int sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * (digits.charAt(i) - '0');
        }
        return Math.floorMod(sum, modulus) == residue;
    }

    private static boolean digitsOnly(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
