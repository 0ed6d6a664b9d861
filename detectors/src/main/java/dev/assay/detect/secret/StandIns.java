package dev.assay.detect.secret;

import java.util.regex.Pattern;

/**
 * Tells what only stands where a secret would stand: a variable, a masked value, an example. {@link #isReference} knows
 * a form by its brackets, {@link #isFiller} by its monotony, {@link #isNamed} by the words in it.
 */
final class StandIns {
    private static final String[] WHOLE_WORDS = words("""
password passwd passwort passphrase pass pwd secret token key apikey test testing tester user username admin
null none nil true false undefined unknown empty blank string text value foo bar baz foobar todo tbd na hidden
masked removed required optional default yes no mypassword mysecret mytoken secretkey pass1234
""");
    private static final String[] INNER_WORDS = words("""
example changeme changeit changethis placeholder redacted replaceme replacewith notasecret notreal dummy
insertyour enteryour yourpassword yourtoken yoursecret yourkey yourapi youraccess yourclient yourown keyhere
tokenhere secrethere passwordhere xxxxxx stringhere sometoken somesecret somepassword donotuse
""");

    private StandIns() {}

    private static String[] words(String text) {
        return Pattern.compile("\\s+").split(text);
    }

    /** Any of the three. */
    static boolean isStandIn(byte[] bytes, int start, int end) {
        return isReference(bytes, start, end) || isFiller(bytes, start, end) || isNamed(bytes, start, end);
    }

    /** {@code ${NAME}}, {@code $NAME}, {@code $(…)}, <code>{{ name }}</code>, {@code <name>}, {@code [NAME]}, {@code %NAME%}, {@code @name@}. */
    static boolean isReference(byte[] bytes, int start, int end) {
        if (end - start < 2) {
            return false;
        }
        int first = bytes[start];
        int second = bytes[start + 1];
        int last = bytes[end - 1];
        return switch (first) {
            case '$' -> second == '{' || second == '(' || second == '[' || isName(bytes, start + 1, end);
            case '{' -> second == '{' || (last == '}' && isWordy(bytes, start + 1, end - 1));
            case '<' -> last == '>';
            case '[' -> last == ']';
            case '%', '@' -> end - start > 2 && last == first && isName(bytes, start + 1, end - 1);
            case '#' -> second == '{';
            default -> false;
        };
    }

    /** A name without digits, or a single digit. */
    private static boolean isWordy(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Ascii.isDigit(bytes[i]) && end - start > 1) {
                return false;
            }
        }
        return isName(bytes, start, end);
    }

    /** Letters, digits, {@code _ . -}, with a letter first: the name of a variable, not a value. */
    private static boolean isName(byte[] bytes, int start, int end) {
        if (start >= end || !(Ascii.isLetter(bytes[start]) || bytes[start] == '_' || end - start == 1)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            if (!Ascii.isWord(b) && b != '.' && b != '-') {
                return false;
            }
        }
        return true;
    }

    /** Nothing but one or two different characters, or a run of the alphabet or the digits eight long. */
    static boolean isFiller(byte[] bytes, int start, int end) {
        return isMonotone(bytes, start, end) || hasSequence(bytes, start, end);
    }

    private static boolean isMonotone(byte[] bytes, int start, int end) {
        if (end <= start) {
            return true;
        }
        int a = bytes[start];
        int b = a;
        for (int i = start + 1; i < end; i++) {
            int c = bytes[i];
            if (c != a && c != b) {
                if (a != b) {
                    return false;
                }
                b = c;
            }
        }
        return a == b || end - start >= 6;
    }

    /** {@code 12345678}, {@code abcdefgh} or longer, in either case. */
    static boolean hasSequence(byte[] bytes, int start, int end) {
        int run = 1;
        for (int i = start + 1; i < end; i++) {
            int previous = Ascii.lower(bytes[i - 1]);
            int current = Ascii.lower(bytes[i]);
            boolean next = current == previous + 1 && (Ascii.isDigit(current) || Ascii.isLetter(current));
            run = next ? run + 1 : 1;
            if (run >= 8) {
                return true;
            }
        }
        return false;
    }

    /** A word people write instead of a secret, alone or, for the longer ones, inside. */
    static boolean isNamed(byte[] bytes, int start, int end) {
        return isPlainWord(bytes, start, end) || isMarked(bytes, start, end);
    }

    /** Nothing but a word such as {@code password} or {@code required}. */
    static boolean isPlainWord(byte[] bytes, int start, int end) {
        for (String word : WHOLE_WORDS) {
            if (Ascii.equalsWord(bytes, start, end, word)) {
                return true;
            }
        }
        return false;
    }

    /** Holds a word such as {@code example} or {@code changeme}, which no random value holds by chance. */
    static boolean isMarked(byte[] bytes, int start, int end) {
        for (String word : INNER_WORDS) {
            if (Ascii.containsSpread(bytes, start, end, word)) {
                return true;
            }
        }
        return false;
    }
}
