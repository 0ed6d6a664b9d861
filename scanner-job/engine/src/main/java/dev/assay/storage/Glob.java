package dev.assay.storage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern over a relative path. The whole path has to match, letter case counts, a leading dot is like any other
 * character.
 *
 * <pre>
 *   ?        one character other than /
 *   *        any number of characters other than /
 *   **&#47;      any number of directories, none included, at the start of a part
 *   **       any number of characters, / included
 *   [a-z_]   one of these characters; [!…] one that is not, and not /
 *   {a,b}    either; may hold patterns and be nested
 *   \x       the character x itself; needed for a brace in brackets, too
 * </pre>
 *
 * <p>Braces are multiplied out, then each alternative is matched as a set of states: time is bounded by pattern length
 * times path length.
 */
final class Glob {
    private static final int MAX_ALTERNATIVES = 1024;

    private final String text;
    private final List<List<Part>> alternatives;

    private Glob(String text, List<List<Part>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /** @throws IllegalArgumentException if the pattern is malformed; the message says where */
    static Glob parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A glob cannot be empty; `**` takes every file.");
        }
        if (text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "The glob `" + text + "` starts with /; globs are relative to the dataset's location.");
        }
        List<List<Part>> alternatives = new ArrayList<>();
        for (String alternative : GlobBraces.expand(text, MAX_ALTERNATIVES)) {
            alternatives.add(parts(text, alternative));
        }
        return new Glob(text, alternatives);
    }

    boolean matches(String path) {
        int[] characters = path.codePoints().toArray();
        return alternatives.stream().anyMatch(parts -> matches(parts, characters));
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean matches(List<Part> parts, int[] path) {
        BitSet states = new BitSet(parts.size() + 1);
        enter(parts, states, 0);
        for (int character : path) {
            BitSet next = new BitSet(parts.size() + 1);
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                if (state == parts.size()) {
                    continue;
                }
                Part part = parts.get(state);
                if (part.kind == Kind.DIRECTORIES) {
                    next.set(state);
                    if (character == '/') {
                        enter(parts, next, state);
                    }
                } else if (part.takes(character)) {
                    enter(parts, next, part.repeats() ? state : state + 1);
                }
            }
            states = next;
        }
        return states.get(parts.size());
    }

    /** Sets a state and those behind it that need no character. */
    private static void enter(List<Part> parts, BitSet states, int state) {
        int at = state;
        states.set(at);
        while (at < parts.size() && parts.get(at).repeats()) {
            at++;
            states.set(at);
        }
    }

    private static List<Part> parts(String whole, String text) {
        List<Part> parts = new ArrayList<>();
        int[] characters = text.codePoints().toArray();
        for (int at = 0; at < characters.length; ) {
            switch (characters[at]) {
                case '*' -> at = stars(characters, at, parts);
                case '?' -> {
                    parts.add(new Part(Kind.ANY_BUT_SLASH, List.of()));
                    at++;
                }
                case '[' -> at = characterClass(whole, characters, at, parts);
                case '\\' -> {
                    if (at + 1 == characters.length) {
                        throw new IllegalArgumentException("The glob `" + whole + "` ends in a single \\.");
                    }
                    parts.add(literal(characters[at + 1]));
                    at += 2;
                }
                default -> parts.add(literal(characters[at++]));
            }
        }
        return parts;
    }

    private static int stars(int[] characters, int start, List<Part> parts) {
        int end = start;
        while (end < characters.length && characters[end] == '*') {
            end++;
        }
        if (end - start == 1) {
            parts.add(new Part(Kind.STAR, List.of()));
            return end;
        }
        boolean wholePart = start == 0 || characters[start - 1] == '/';
        if (wholePart && end < characters.length && characters[end] == '/') {
            parts.add(new Part(Kind.DIRECTORIES, List.of()));
            return end + 1;
        }
        parts.add(new Part(Kind.DOUBLE_STAR, List.of()));
        return end;
    }

    private static int characterClass(String whole, int[] characters, int start, List<Part> parts) {
        int at = start + 1;
        boolean not = at < characters.length && (characters[at] == '!' || characters[at] == '^');
        if (not) {
            at++;
        }
        List<Span> spans = new ArrayList<>();
        int first = at;
        while (at < characters.length && (characters[at] != ']' || at == first)) {
            if (characters[at] == '\\' && at + 1 < characters.length) {
                at++;
            }
            int low = characters[at++];
            int high = low;
            if (at + 1 < characters.length && characters[at] == '-' && characters[at + 1] != ']') {
                high = characters[at + 1];
                at += 2;
            }
            if (high < low) {
                throw new IllegalArgumentException("The glob `" + whole + "` has the range " + Character.toString(low)
                        + "-" + Character.toString(high) + ", which runs backwards.");
            }
            spans.add(new Span(low, high));
        }
        if (at == characters.length) {
            throw new IllegalArgumentException(
                    "The glob `" + whole + "` has a [ without its ]; write \\[ for a bracket.");
        }
        parts.add(new Part(not ? Kind.NONE_OF : Kind.ONE_OF, spans));
        return at + 1;
    }

    private static Part literal(int character) {
        return new Part(Kind.LITERAL, List.of(new Span(character, character)));
    }

    private enum Kind {
        LITERAL,
        ONE_OF,
        NONE_OF,
        ANY_BUT_SLASH,
        STAR,
        DOUBLE_STAR,
        DIRECTORIES
    }

    private record Span(int low, int high) {}

    private record Part(Kind kind, List<Span> spans) {
        boolean repeats() {
            return kind == Kind.STAR || kind == Kind.DOUBLE_STAR || kind == Kind.DIRECTORIES;
        }

        boolean takes(int character) {
            return switch (kind) {
                case LITERAL -> holds(character);
                case ONE_OF -> character != '/' && holds(character);
                case NONE_OF -> character != '/' && !holds(character);
                case ANY_BUT_SLASH, STAR -> character != '/';
                case DOUBLE_STAR, DIRECTORIES -> true;
            };
        }

        private boolean holds(int character) {
            return spans.stream().anyMatch(span -> span.low <= character && character <= span.high);
        }
    }
}
