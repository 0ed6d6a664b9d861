package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a column's path: cut at everything that is no letter or digit and where {@code camelCase} changes case. A
 * word also stands for itself without digits at its end ({@code phone2}) and without a plural s ({@code emails}).
 */
final class ColumnWords {
    private ColumnWords() {}

    /** The readings of a path: as it stands, without final digits, and without those and a final s. */
    static List<WordList> readings(String path) {
        List<String> words = split(path);
        return List.of(
                list(words),
                list(words.stream().map(ColumnWords::withoutNumber).toList()),
                list(words.stream()
                        .map(ColumnWords::withoutNumber)
                        .map(ColumnWords::singular)
                        .toList()));
    }

    private static WordList list(List<String> words) {
        WordList list = new WordList();
        for (String word : words) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            list.addAll(utf8, 0, utf8.length);
        }
        return list;
    }

    static List<String> split(String path) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] codePoints = path.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            if (!Character.isLetterOrDigit(c) && !isMark(c)) {
                flush(word, words);
                continue;
            }
            if (i > 0 && Character.isUpperCase(c)) {
                boolean afterLower = Character.isLowerCase(codePoints[i - 1]) || Character.isDigit(codePoints[i - 1]);
                boolean beforeLower = i + 1 < codePoints.length && Character.isLowerCase(codePoints[i + 1]);
                if (afterLower || (beforeLower && Character.isUpperCase(codePoints[i - 1]))) {
                    flush(word, words);
                }
            }
            word.appendCodePoint(c);
        }
        flush(word, words);
        return words;
    }

    /** Vowels and tones of scripts that write them as marks on a letter. */
    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? word : word.substring(0, end);
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
