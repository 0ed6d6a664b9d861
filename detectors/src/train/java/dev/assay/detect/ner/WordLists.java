package dev.assay.detect.ner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists of our own, one a line: name, colon, words. */
final class WordLists {
    private WordLists() {}

    static SortedMap<String, List<String>> read(String resource) throws IOException {
        TreeMap<String, List<String>> lists = new TreeMap<>();
        for (String line : lines(resource)) {
            int colon = line.indexOf(':');
            String rest = line.substring(colon + 1).strip();
            lists.put(
                    line.substring(0, colon),
                    List.of(rest.contains("|") ? rest.split("\\|") : rest.split("\\s+")));
        }
        return lists;
    }

    /** What stands under a name that must be there. */
    static <T> T named(Map<String, T> lists, String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    static List<String> lines(String resource) throws IOException {
        try (InputStream in = WordLists.class.getResourceAsStream("/ner/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path holds no ner/" + resource + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        }
    }
}
