package dev.assay.detect.ner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts other names of the pool for the persons in labelled German sentences, so that what stands around a name is met with many. */
final class ExchangedNames {
    private static final String LANGUAGE = "de";

    private final NamePool pool;
    private final Random random = new Random(5);

    ExchangedNames(NamePool pool) {
        this.pool = pool;
    }

    /** The sentences that hold a person, each with others. */
    List<Labelled> of(List<Labelled> texts) {
        List<Labelled> all = new ArrayList<>();
        for (Labelled text : texts) {
            if (text.names().stream().anyMatch(name -> name.kind() == NameKind.PERSON)) {
                all.add(exchanged(text));
            }
        }
        return all;
    }

    private Labelled exchanged(Labelled one) {
        Labelled.Builder text = new Labelled.Builder();
        int at = 0;
        for (Labelled.Name name : one.names()) {
            text.add(one.text().substring(at, name.start()));
            String written = one.text().substring(name.start(), name.end());
            text.name(name.kind(), name.kind() == NameKind.PERSON ? another(written) : written);
            at = name.end();
        }
        return text.add(one.text().substring(at)).build();
    }

    /** A name of as many words; initials and small words stay. */
    private String another(String name) {
        String[] words = name.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            if (words[i].length() > 2 && Character.isUpperCase(words[i].charAt(0)) && !words[i].endsWith(".")) {
                words[i] = word(words[i], words.length == 1, last);
            }
        }
        return String.join(" ", words);
    }

    private String word(String word, boolean alone, boolean last) {
        boolean genitive = last && isGenitive(word);
        String base = genitive ? word.substring(0, word.length() - 1) : word;
        boolean given = alone ? pool.given.contains(base) : !last;
        String other = given ? pool.given(LANGUAGE, random) : pool.surname(LANGUAGE, random);
        return genitive && !Sentences.endsHissing(other) ? other + "s" : other;
    }

    /** Of names that no list holds every second with an {@code s} at its end is taken for one. */
    private boolean isGenitive(String word) {
        if (!word.endsWith("s")) {
            return false;
        }
        String base = word.substring(0, word.length() - 1);
        boolean listed = pool.given.contains(word) || pool.surnames.contains(word);
        return pool.given.contains(base) || pool.surnames.contains(base) || (!listed && random.nextBoolean());
    }
}
