package dev.assay.efficacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an invented value is made, as a pattern. Outside braces every character stands for itself, and {@code ?} is a place
 * for a check digit. In braces:
 *
 * <pre>
 *  {d4}       four digits           {n4}       the same, the first not zero
 *  {A2} {a2}  letters               {C2}       consonants, upper case
 *  {x8} {X8}  hexadecimal           {w8} {l8}  letters and digits; lower case only
 *  {u8}       base64url             {B8}       base32
 *  {I8}       letters of German identity documents and digits
 *  {M1}       letters of a Medicare beneficiary identifier
 *  {r01-28}   a number of the range, as wide as its end
 *  {T12}      tag characters, which show nothing    {Z16}      zero-width characters of two kinds
 *  {O1}       overrides of the writing direction    {V8}       variation selectors
 *  {p10}      ten digits of which one occurs twice and one not at all
 *  {one|two}  one of these
 * </pre>
 */
final class Recipe {
    private static final String DIGITS = "0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final Map<Character, String> ALPHABETS = Map.ofEntries(
            Map.entry('d', DIGITS),
            Map.entry('A', UPPER),
            Map.entry('a', LOWER),
            Map.entry('C', "BCDFGHLMNPRSTVZ"),
            Map.entry('x', "0123456789abcdef"),
            Map.entry('X', "0123456789ABCDEF"),
            Map.entry('w', UPPER + LOWER + DIGITS),
            Map.entry('l', LOWER + DIGITS),
            Map.entry('u', UPPER + LOWER + DIGITS + "-_"),
            Map.entry('B', UPPER + "234567"),
            Map.entry('I', "CFGHJKLMNPRTVWXYZ0123456789"),
            Map.entry('M', "ACDEFGHJKMNPQRTUVWXY"),
            Map.entry('Z', "\u200B\u200C"),
            Map.entry('O', "\u202E"),
            Map.entry('V', "\uFE00\uFE01\uFE02\uFE03"));
    /** Printing ASCII, moved to where it shows nothing (Unicode, block Tags). */
    private static final int FIRST_TAG = 0xE0020;

    private static final int TAGS = 95;

    private final List<Piece> pieces = new ArrayList<>();

    /** A part of the pattern. */
    @FunctionalInterface
    private interface Piece {
        void draw(Draws draws, StringBuilder into);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    Recipe(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            String literal = pattern.substring(at, open < 0 ? pattern.length() : open);
            pieces.add((draws, into) -> into.append(literal));
            if (open < 0) {
                return;
            }
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a brace is not closed: " + pattern);
            }
            pieces.add(piece(pattern.substring(open + 1, close)));
            at = close + 1;
        }
    }

    private static Piece piece(String token) {
        if (token.indexOf('|') >= 0) {
            String[] choices = token.split("\\|", -1);
            return (draws, into) -> into.append(choices[draws.below(choices.length)]);
        }
        char kind = token.charAt(0);
        String rest = token.substring(1);
        if (kind == 'r') {
            String[] ends = rest.split("-", -1);
            return range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), ends[0].length());
        }
        int count = Integer.parseInt(rest);
        if (kind == 'p') {
            return Recipe::nearlyAllDigits;
        }
        if (kind == 'T') {
            return (draws, into) -> {
                for (int i = 0; i < count; i++) {
                    into.appendCodePoint(FIRST_TAG + draws.below(TAGS));
                }
            };
        }
        if (kind == 'n') {
            return (draws, into) -> {
                into.append(draws.of("123456789"));
                repeat(DIGITS, count - 1, draws, into);
            };
        }
        String alphabet = ALPHABETS.get(kind);
        if (alphabet == null) {
            throw new IllegalArgumentException("no such piece: {" + token + "}");
        }
        return (draws, into) -> repeat(alphabet, count, draws, into);
    }

    private static void repeat(String alphabet, int count, Draws draws, StringBuilder into) {
        for (int i = 0; i < count; i++) {
            into.append(draws.of(alphabet));
        }
    }

    private static Piece range(int from, int to, int width) {
        return (draws, into) -> {
            String number = Integer.toString(from + draws.below(to - from + 1));
            into.append("0".repeat(Math.max(0, width - number.length()))).append(number);
        };
    }

    private static void nearlyAllDigits(Draws draws, StringBuilder into) {
        StringBuilder digits = new StringBuilder();
        StringBuilder left = new StringBuilder(DIGITS);
        while (left.length() > 0) {
            int taken = draws.below(left.length());
            digits.append(left.charAt(taken));
            left.deleteCharAt(taken);
        }
        if (digits.charAt(0) == '0') {
            digits.reverse();
        }
        digits.setCharAt(9, digits.charAt(draws.below(7)));
        into.append(digits);
    }

    /** One value; check digits are still to be filled in. */
    String draw(Draws draws) {
        StringBuilder value = new StringBuilder();
        pieces.forEach(piece -> piece.draw(draws, value));
        return value.toString();
    }
}
