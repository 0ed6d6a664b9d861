package dev.assay.detect.ner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers the words the lexicon knows: of our own lists, of the name pool, and the common words of text without labels. */
final class LexiconBuilder {
    /** Order decides the bit of a language, so new ones go to the end. */
    static final List<String> LANGUAGES = Language.codes();

    /** A word seen so often as a noun is taken for one. */
    private static final int NOUN = 3;

    /** A word with a capital behind a small letter or a comma. */
    private static final Pattern INSIDE = Pattern.compile("(?<=[\\p{Ll},] )(\\p{Lu}\\p{Ll}+)");

    private final TreeMap<String, Integer> flags = new TreeMap<>();
    private final Map<String, int[]> uses = new HashMap<>();
    /** Words with a capital inside a sentence and outside names, where every noun has one. */
    private final TreeMap<String, Integer> nouns = new TreeMap<>();

    void words(SortedMap<String, List<String>> words) {
        Map<String, Integer> kinds = Map.of(
                "title", Lexicon.TITLE,
                "role", Lexicon.ROLE,
                "nation", Lexicon.NATION,
                "calendar", Lexicon.CALENDAR,
                "placepart", Lexicon.PLACE_PART,
                "organisation", Lexicon.ORGANISATION,
                "introduces", Lexicon.INTRODUCES,
                "orgname", Lexicon.ORGANISATION | Lexicon.PLACE_PART,
                "place", Lexicon.PLACE);
        kinds.forEach((kind, flag) -> WordLists.named(words, kind).forEach(word -> add(word, flag)));
        for (String common : List.of("role", "nation", "placepart", "introduces", "nouns", "germannouns")) {
            WordLists.named(words, common).forEach(word -> add(word, Lexicon.COMMON));
        }
    }

    void pool(NamePool pool) {
        pool.given.forEach(name -> pieces(name, Lexicon.GIVEN));
        pool.surnames.forEach(name -> pieces(name, Lexicon.SURNAME));
        pool.places.forEach(name -> pieces(name, Lexicon.PLACE));
        pool.countries.forEach(name -> pieces(name, Lexicon.COUNTRY));
    }

    void functions(SortedMap<String, List<String>> functions) {
        functions.forEach((language, words) -> words.forEach(word -> add(word, bit(language) | Lexicon.COMMON)));
    }

    /** Words that tell a language and are nothing else. */
    void forms(SortedMap<String, List<String>> forms) {
        forms.forEach((language, words) -> words.forEach(word -> add(word, bit(language))));
    }

    private static int bit(String language) {
        return 1 << (Lexicon.FIRST_LANGUAGE + LANGUAGES.indexOf(language));
    }

    private void pieces(String name, int flag) {
        for (String piece : name.split("[ /().,]+", -1)) {
            if (piece.length() > 1 && Character.isUpperCase(piece.charAt(0))) {
                add(piece, flag);
                String plain = Normalizer.normalize(piece, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
                if (!plain.equals(piece)) {
                    add(plain, flag);
                }
            }
        }
    }

    private void add(String word, int flag) {
        flags.merge(word.toLowerCase(Locale.ROOT), flag, (one, other) -> one | other);
    }

    /** Counts how words outside names are written. */
    void labelled(List<Labelled> texts) {
        for (Labelled one : texts) {
            StringBuilder rest = new StringBuilder(one.text());
            one.names().forEach(name -> {
                for (int i = name.start(); i < name.end(); i++) {
                    rest.setCharAt(i, '\n');
                }
            });
            count(rest.toString());
            for (Labelled.Name name : one.names()) {
                for (String word : one.text().substring(name.start(), name.end()).split("[^\\p{L}'-]+", -1)) {
                    uses.computeIfAbsent(word.toLowerCase(Locale.ROOT), unused -> new int[3])[2]++;
                }
            }
        }
    }

    /** Counts nouns of a language that writes each with a capital: elsewhere a capital outside names tells little. */
    void nouns(List<Labelled> texts) {
        for (Labelled one : texts) {
            StringBuilder rest = new StringBuilder(one.text());
            one.names().forEach(name -> {
                for (int i = name.start(); i < name.end(); i++) {
                    rest.setCharAt(i, '\n');
                }
            });
            Matcher word = INSIDE.matcher(rest);
            while (word.find()) {
                nouns.merge(word.group(1).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
    }

    /**
     * Counts the words of every text file under a folder; too large a file is read in part.
     *
     * @return their paths below the data
     */
    List<String> unlabelled(Path data, String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data.resolve(folder))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            count(new String(bytes, 0, Math.min(bytes.length, 4 << 20), StandardCharsets.UTF_8));
        }
        return files.stream()
                .map(file -> data.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    private void count(String text) {
        for (String word : text.split("[^\\p{L}\\p{M}'’_0-9-]+", -1)) {
            if (word.length() > 1 && word.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-')) {
                boolean small = Character.isLowerCase(word.charAt(0));
                uses.computeIfAbsent(word.toLowerCase(Locale.ROOT), unused -> new int[3])[small ? 0 : 1]++;
            }
        }
    }

    Lexicon build() {
        uses.forEach((word, counts) -> {
            boolean often = counts[0] >= 3 && counts[0] > counts[2] * 2 && counts[0] * 4 > counts[1];
            boolean neverInNames = counts[2] == 0 && !flags.containsKey(word);
            boolean mostlySmall = counts[0] >= 1 && counts[0] + counts[1] >= 2 && counts[0] >= counts[1];
            boolean common = often || (mostlySmall && neverInNames);
            if (common) {
                flags.merge(word, Lexicon.COMMON, (one, other) -> one | other);
            }
        });
        nouns.forEach((word, count) -> {
            boolean named = uses.containsKey(word) && uses.get(word)[2] > 0;
            boolean listed = (flags.getOrDefault(word, 0) & Lexicon.NAMES) != 0;
            if (count >= NOUN && !named && !listed) {
                flags.merge(word, Lexicon.COMMON, (one, other) -> one | other);
            }
        });
        Map<Long, Integer> byHash = new HashMap<>();
        flags.forEach((word, flag) -> byHash.merge(WordHash.of(word), flag, (one, other) -> one | other));
        return Lexicon.of(byHash);
    }

    /** For the model card. */
    String summary() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        flags.values().forEach(flag -> {
            for (Map.Entry<String, Integer> kind : Map.of(
                            "given", Lexicon.GIVEN,
                            "surname", Lexicon.SURNAME,
                            "place", Lexicon.PLACE,
                            "country", Lexicon.COUNTRY,
                            "common", Lexicon.COMMON)
                    .entrySet()) {
                if ((flag & kind.getValue()) != 0) {
                    counts.merge(kind.getKey(), 1, Integer::sum);
                }
            }
        });
        return flags.size() + " words " + counts;
    }
}
