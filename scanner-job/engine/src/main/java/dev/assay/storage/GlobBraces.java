package dev.assay.storage;

import java.util.ArrayList;
import java.util.List;

/** Multiplies out the braces of a glob: {@code a{b,c}} becomes {@code ab} and {@code ac}. */
final class GlobBraces {
    private GlobBraces() {}

    /** @throws IllegalArgumentException if a brace is not closed or there would be more alternatives than {@code max} */
    static List<String> expand(String glob, int max) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(glob));
        while (!open.isEmpty()) {
            String text = open.remove(open.size() - 1);
            int brace = firstBrace(text);
            if (brace < 0) {
                done.add(text);
            } else {
                addAlternatives(glob, text, brace, open);
            }
            if (done.size() + open.size() > max) {
                throw new IllegalArgumentException(
                        "The glob `" + glob + "` stands for more than " + max + " alternatives; write several globs.");
            }
        }
        return done;
    }

    private static void addAlternatives(String glob, String text, int brace, List<String> open) {
        String before = text.substring(0, brace);
        List<String> choices = new ArrayList<>();
        int depth = 1;
        int choice = brace + 1;
        int at = brace + 1;
        while (at < text.length() && depth > 0) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '{') {
                depth++;
            } else if (character == '}') {
                depth--;
            }
            if (depth == 0 || (depth == 1 && character == ',')) {
                choices.add(text.substring(choice, at));
                choice = at + 1;
            }
            at++;
        }
        if (depth > 0) {
            throw new IllegalArgumentException("The glob `" + glob + "` has a { without its }; write \\{ for a brace.");
        }
        String after = text.substring(choice);
        for (String each : choices) {
            open.add(before + each + after);
        }
    }

    /** Where the first unescaped opening brace is; -1 if there is none. */
    private static int firstBrace(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '{') {
                return at;
            }
        }
        return -1;
    }
}
