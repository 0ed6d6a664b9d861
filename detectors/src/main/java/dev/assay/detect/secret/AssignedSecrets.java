package dev.assay.detect.secret;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;

/**
 * Values that are secret only because of the name they are assigned to: {@code api_key = "…"}, {@code password: …}. The
 * detector's lead finds the name and the sign; these checks look at the whole name once more, and at the value: is it
 * random enough, or code, a path, words, a stand-in?
 */
final class AssignedSecrets {
    private static final int NAME_REACH = 96;
    private static final int LONGEST_PASSWORD = 128;
    private static final int LONGEST_TOKEN = 150;

    private AssignedSecrets() {}

    /** A token, key or credential: random, with letters and digits, no words, no path, no code. */
    static Check token(int milliBits) {
        return (bytes, start, end) -> {
            if (end - start > LONGEST_TOKEN || !Ascii.isValueEnd(bytes, end) || mixesAlphabets(bytes, start, end)) {
                return Verdict.INVALID;
            }
            if (hasHarmlessName(bytes, start) || !mixesLettersAndDigits(bytes, start, end)) {
                return Verdict.INVALID;
            }
            boolean random = Entropy.atLeast(bytes, start, end, milliBits)
                    && !StandIns.isFiller(bytes, start, end)
                    && !looksLikeCode(bytes, start, end)
                    && !WordLikeness.looksLikeWords(bytes, start, end)
                    && !PublishedKeys.contains(bytes, start, end);
            if (!random) {
                return Verdict.INVALID;
            }
            return StandIns.isMarked(bytes, start, end) ? Verdict.PLACEHOLDER : Verdict.VALID;
        };
    }

    /** A password: may be weak, so nearly anything that is not code. VALID only if it could not be a common word. */
    static Verdict password(byte[] bytes, int start, int end) {
        if (end - start > LONGEST_PASSWORD || !Ascii.isValueEnd(bytes, end) || Ascii.isOpenQuote(bytes, start, end)) {
            return Verdict.INVALID;
        }
        if (StandIns.isReference(bytes, start, end)) {
            return Verdict.PLACEHOLDER;
        }
        if (hasHarmlessName(bytes, start)
                || end - start < 4
                || looksLikeExpression(bytes, start, end)
                || isPath(bytes, start, end)
                || isLiteral(bytes, start, end)) {
            return Verdict.INVALID;
        }
        if (StandIns.isNamed(bytes, start, end) || isMask(bytes, start, end) || namesItself(bytes, start, end)) {
            return Verdict.PLACEHOLDER;
        }
        boolean strong = end - start >= 8
                && kinds(bytes, start, end) >= 2
                && Entropy.atLeast(bytes, start, end, 2500)
                && !looksLikeCode(bytes, start, end);
        return strong ? Verdict.VALID : Verdict.UNCHECKED;
    }

    /** A password in running text ("the password is …"), where only a mixture of kinds tells it from the next word. */
    static Verdict spokenPassword(byte[] bytes, int start, int end) {
        if (StandIns.isPlainWord(bytes, start, end) || namesItself(bytes, start, end)) {
            return Verdict.INVALID;
        }
        Verdict verdict = password(bytes, start, end);
        return verdict == Verdict.UNCHECKED || (verdict == Verdict.VALID && !hasDigitOrSign(bytes, start, end))
                ? Verdict.INVALID
                : verdict;
    }

    /** A password right behind the word, with no sign between them: three kinds of characters, one of them a sign. */
    static Verdict namedPassword(byte[] bytes, int start, int end) {
        boolean sign = false;
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            sign |= b > 0 && !Ascii.isLetter(b) && !Ascii.isDigit(b);
        }
        boolean mixed = sign && end - start >= 8 && kinds(bytes, start, end) >= 3;
        Verdict verdict = mixed ? spokenPassword(bytes, start, end) : Verdict.INVALID;
        return verdict == Verdict.VALID ? verdict : Verdict.INVALID;
    }

    /** Begins with a slash and holds another: {@code PWD=/var/lib}, the directory a shell works in. */
    private static boolean isPath(byte[] bytes, int start, int end) {
        return bytes[start] == '/' && Ascii.containsWord(bytes, start + 1, end, "/");
    }

    /** Only letters and underscores, the word password among them: the name of a variable. */
    private static boolean namesItself(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Ascii.isLetter(bytes[i]) && bytes[i] != '_') {
                return false;
            }
        }
        return Ascii.containsWord(bytes, start, end, "password");
    }

    private static boolean hasDigitOrSign(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            if (b > 0 && !Ascii.isLetter(b) && b != '-' && b != '_' && b != '.') {
                return true;
            }
        }
        return false;
    }

    /** The name the value is assigned to, read backwards over sign, blanks and quotes, is one of the harmless ones. */
    private static boolean hasHarmlessName(byte[] bytes, int valueStart) {
        int from = Ascii.cellStart(bytes, valueStart, NAME_REACH);
        int nameEnd = valueStart;
        while (nameEnd > from && !Ascii.isWord(bytes[nameEnd - 1])) {
            nameEnd--;
        }
        int nameStart = nameEnd;
        while (nameStart > from && isNameByte(bytes[nameStart - 1])) {
            nameStart--;
        }
        return HarmlessNames.isOneOf(bytes, nameStart, nameEnd);
    }

    private static boolean isNameByte(int b) {
        return Ascii.isWord(b) || b == '.' || b == '-' || b == ' ' || b == '(';
    }

    /** {@code +} or {@code /} of base64 beside signs of another alphabet: a path, an address, an expression. */
    private static boolean mixesAlphabets(byte[] bytes, int start, int end) {
        boolean base64 = false;
        boolean other = false;
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            base64 |= b == '+' || b == '/';
            other |= b == '.' || b == '_' || b == '-';
        }
        return (base64 && other) || (base64 && !Ascii.isLetter(bytes[start]) && !Ascii.isDigit(bytes[start]));
    }

    private static boolean mixesLettersAndDigits(byte[] bytes, int start, int end) {
        boolean letter = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            letter |= Ascii.isLetter(bytes[i]);
            digit |= Ascii.isDigit(bytes[i]);
        }
        return letter && digit;
    }

    /** Lower case, capitals, digits, signs: how many of the four. */
    private static int kinds(byte[] bytes, int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            if (Ascii.isDigit(b)) {
                seen |= 1;
            } else if (Ascii.isUpper(b)) {
                seen |= 2;
            } else {
                seen |= Ascii.isLetter(b) ? 4 : 8;
            }
        }
        return Integer.bitCount(seen);
    }

    /** A path, a file, a host, a package or a version: parts joined by dots, slashes or colons that are words or numbers. */
    private static boolean looksLikeCode(byte[] bytes, int start, int end) {
        int dots = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            dots += b == '.' ? 1 : 0;
            letters += Ascii.isLetter(b) ? 1 : 0;
        }
        boolean dotted = dots >= 2 || (dots == 1 && endsLikeFile(bytes, start, end));
        return (dotted && (letters * 2 >= end - start || longestDigitRun(bytes, start, end) < 6))
                || looksLikeExpression(bytes, start, end)
                || Ascii.containsWord(bytes, start, end, "://")
                || Ascii.containsWord(bytes, start, end, "snapshot");
    }

    private static int longestDigitRun(byte[] bytes, int start, int end) {
        int longest = 0;
        int run = 0;
        for (int i = start; i < end; i++) {
            run = Ascii.isDigit(bytes[i]) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Ends in a dot and two to five letters. */
    private static boolean endsLikeFile(byte[] bytes, int start, int end) {
        int i = end;
        while (i > start && Ascii.isLetter(bytes[i - 1])) {
            i--;
        }
        return end - i >= 2 && end - i <= 5 && i > start && bytes[i - 1] == '.';
    }

    /** A call, an index or a member: {@code getenv("X")}, {@code os.environ["X"]}, {@code config.password}, {@code this.key}. */
    private static boolean looksLikeExpression(byte[] bytes, int start, int end) {
        boolean name = Ascii.isLetter(bytes[start]) || bytes[start] == '_';
        for (int i = start; name && i < end; i++) {
            int b = bytes[i];
            if ((b == '(' || b == '[') && i > start + 1) {
                return true;
            }
            if (b == '.' || b == '-') {
                return i > start + 1 && isMember(bytes, i + 1, end) && b == '.';
            }
            name = Ascii.isWord(b);
        }
        return false;
    }

    /** Letters, underscores and further dots up to the end or a bracket. */
    private static boolean isMember(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            if (b == '(' || b == '[') {
                return true;
            }
            if (!Ascii.isLetter(b) && b != '_' && b != '.') {
                return false;
            }
        }
        return end - start >= 2;
    }

    /** A number or a word of the language the text is written in. */
    private static boolean isLiteral(byte[] bytes, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Ascii.isDigit(bytes[i]) || bytes[i] == '.' || bytes[i] == ',' ? 1 : 0;
        }
        return (digits == end - start && digits < 6)
                || Ascii.equalsWord(bytes, start, end, "null")
                || Ascii.equalsWord(bytes, start, end, "none")
                || Ascii.equalsWord(bytes, start, end, "true")
                || Ascii.equalsWord(bytes, start, end, "false")
                || Ascii.equalsWord(bytes, start, end, "undefined")
                || Ascii.equalsWord(bytes, start, end, "string")
                || Ascii.equalsWord(bytes, start, end, "function");
    }

    /** Only stars, dots, crosses or the like. */
    private static boolean isMask(byte[] bytes, int start, int end) {
        int first = Ascii.lower(bytes[start]);
        for (int i = start; i < end; i++) {
            if (Ascii.lower(bytes[i]) != first) {
                return false;
            }
        }
        return true;
    }
}
