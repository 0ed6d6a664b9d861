package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalogue's pattern syntax by recursive descent.
 *
 * <pre>
 *  choice   = sequence { '|' sequence }
 *  sequence = { piece }
 *  piece    = atom { '?' | '*' | '+' | '{m}' | '{m,}' | '{m,n}' }
 *  atom     = '(' choice ')' | '(?i:' choice ')' | '(?:' choice ')' | '[' class ']' | '.' | escape | character
 * </pre>
 *
 * A repeat's upper end above {@value #LARGEST_COUNT} is taken as open: counting on would only multiply states, and the
 * cap on the whole match holds anyway.
 */
final class ShapeParser {
    static final int LARGEST_COUNT = 255;
    private static final int LARGEST_MINIMUM = 1024;
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;
    private boolean anyCase;

    ShapeParser(String text) {
        this.text = text;
    }

    Shape parse() {
        Shape shape = choice();
        if (at < text.length()) {
            throw problem("unexpected `" + text.charAt(at) + "`");
        }
        return shape;
    }

    private Shape choice() {
        if (++depth > DEEPEST) {
            throw problem("groups are nested more than " + DEEPEST + " deep");
        }
        List<Shape> options = new ArrayList<>();
        options.add(sequence());
        while (skip('|')) {
            options.add(sequence());
        }
        depth--;
        return Shape.anyOf(options);
    }

    private Shape sequence() {
        List<Shape> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeats(atom()));
        }
        return Shape.inSequence(parts);
    }

    private Shape repeats(Shape atom) {
        Shape shape = atom;
        if (skip('?')) {
            shape = new Shape.Repeat(atom, 0, 1);
        } else if (skip('*')) {
            shape = new Shape.Repeat(atom, 0, Shape.OPEN);
        } else if (skip('+')) {
            shape = new Shape.Repeat(atom, 1, Shape.OPEN);
        } else if (skip('{')) {
            shape = counted(atom);
        }
        if (shape != atom && at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0) {
            throw problem("lazy, possessive and double repeats are not part of the syntax");
        }
        return shape;
    }

    private Shape counted(Shape atom) {
        int min = number();
        int max = min;
        if (skip(',')) {
            max = at < text.length() && text.charAt(at) == '}' ? Shape.OPEN : number();
        }
        expect('}');
        if (max < min || min > LARGEST_MINIMUM) {
            throw problem("a repeat needs {m,n} with m ≤ n and m ≤ " + LARGEST_MINIMUM);
        }
        return new Shape.Repeat(atom, min, max > Math.max(LARGEST_COUNT, min) ? Shape.OPEN : max);
    }

    private int number() {
        int from = at;
        while (at < text.length() && isDigit(text.charAt(at)) && at - from < 6) {
            at++;
        }
        if (from == at) {
            throw problem("a number is missing in the repeat");
        }
        return Integer.parseInt(text, from, at, 10);
    }

    private Shape atom() {
        int c = text.codePointAt(at);
        if (c == '(') {
            return group();
        }
        at += Character.charCount(c);
        return switch (c) {
            case '[' -> characterClass();
            case '.' -> new CodePointSet().add('\n', '\n').complement().toShape();
            case '\\' -> folded(escape());
            case ']', '{', '}', '?', '*', '+', '^', '$' -> {
                at--;
                throw problem("`" + (char) c + "` must be written \\" + (char) c + " here");
            }
            default -> folded(new CodePointSet().add(c, c));
        };
    }

    private Shape group() {
        expect('(');
        boolean outer = anyCase;
        if (skip('?')) {
            if (skip('i')) {
                anyCase = true;
            }
            if (!skip(':')) {
                throw problem("only (…), (?:…) and (?i:…) are groups");
            }
        }
        Shape inner = choice();
        expect(')');
        anyCase = outer;
        return inner;
    }

    private Shape folded(CodePointSet set) {
        if (anyCase) {
            set.foldAscii();
        }
        return set.toShape();
    }

    private CodePointSet escape() {
        if (at >= text.length()) {
            throw problem("a lone \\ at the end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'd' -> new CodePointSet().add('0', '9');
            case 'w' ->
                new CodePointSet().add('0', '9').add('A', 'Z').add('a', 'z').add('_', '_');
            case 's' ->
                new CodePointSet().add(' ', ' ').add('\t', '\t').add('\r', '\r').add('\n', '\n');
            case 't' -> new CodePointSet().add('\t', '\t');
            case 'n' -> new CodePointSet().add('\n', '\n');
            case 'r' -> new CodePointSet().add('\r', '\r');
            case 'p' -> {
                if (!text.startsWith("{L}", at)) {
                    throw problem("only \\p{L} is known");
                }
                at += 3;
                yield new CodePointSet().add('A', 'Z').add('a', 'z').add(0x80, 0x10FFFF);
            }
            default -> {
                if (isDigit(c) || isLetter(c)) {
                    throw problem("\\" + c + " is not part of the syntax");
                }
                at--;
                int codePoint = text.codePointAt(at);
                at += Character.charCount(codePoint);
                yield new CodePointSet().add(codePoint, codePoint);
            }
        };
    }

    private Shape characterClass() {
        boolean negated = skip('^');
        CodePointSet set = new CodePointSet();
        boolean empty = true;
        while (at < text.length() && text.charAt(at) != ']') {
            addMember(set);
            empty = false;
        }
        expect(']');
        if (empty) {
            throw problem("a class must hold at least one character");
        }
        if (anyCase) {
            set.foldAscii();
        }
        return (negated ? set.complement() : set).toShape();
    }

    private void addMember(CodePointSet set) {
        if (text.charAt(at) == '\\' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
            at++;
            set.addAll(escape());
            return;
        }
        int from = member();
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            set.add(from, from);
            return;
        }
        at++;
        int to = member();
        if (to < from) {
            throw problem("a range in a class runs backwards");
        }
        set.add(from, to);
    }

    private int member() {
        if (text.charAt(at) == '[') {
            throw problem("`[` inside a class must be written \\[");
        }
        if (text.charAt(at) == '\\') {
            at++;
            if (at >= text.length()) {
                throw problem("a lone \\ at the end");
            }
        }
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw problem("`" + c + "` is missing");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private ShapeException problem(String what) {
        return new ShapeException("the shape is wrong at character " + (at + 1) + ": " + what);
    }
}
