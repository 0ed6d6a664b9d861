package dev.assay.detect.ner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Which labelled texts beside the repository models are trained on, and which they are chosen on. */
final class Portions {
    /** Languages with a model, by code. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt");

    private final Corpora corpora;

    Portions(Path data) {
        corpora = new Corpora(data);
    }

    /** Paths below the data, of files read so far. */
    SortedSet<String> read() {
        return corpora.read();
    }

    /** The corpora a language is trained on: each of a licence that lets the model be shipped. */
    Map<String, List<Labelled>> training(String language) throws IOException {
        Map<String, List<Labelled>> all = new LinkedHashMap<>();
        switch (language) {
            case "en" -> {
                all.put("btc", corpora.btc("train"));
                all.put("wnut17", corpora.wnut("wnut17train.conll"));
                all.put("wikigold", part(corpora.wikigold(), 0, 9));
                all.put("crossner", part(corpora.crossner(), 0, 9));
                all.put("restaurant8k", part(corpora.restaurant(), 0, 7));
            }
            case "de" -> {
                all.put("germeval2014", part(corpora.germeval(), 0, 8));
                all.put("europeana-lft", corpora.europeana("de-europeana/enp_DE.lft.bio"));
                all.put("europeana-sbb", corpora.europeana("de-europeana/enp_DE.sbb.bio"));
            }
            case "fr" -> all.put("europeana-bnf", part(corpora.europeana("fr-europeana/enp_FR.bnf.bio"), 0, 9));
            case "es" -> all.put("meddocan", part(corpora.meddocan(), 0, 7));
            case "pt" -> all.put("lener", corpora.lener());
            default -> throw new IllegalArgumentException("no corpora for " + language);
        }
        return all;
    }

    private static List<Labelled> part(List<Labelled> all, int from, int to) {
        return all.stream().filter(one -> one.isIn(10, from, to)).toList();
    }

    /** The corpora models are chosen on, none of whose sentences any model was trained on. */
    Map<String, List<Labelled>> development(String language) throws IOException {
        Map<String, List<Labelled>> all = new LinkedHashMap<>();
        switch (language) {
            case "en" -> {
                all.put("presidio", corpora.presidio("generated_large.json"));
                all.put("presidio-v2", corpora.presidio("synth_dataset_v2.json"));
                all.put("ewt-dev", corpora.uner("en-uner-ewt/en_ewt-ud-dev.iob2"));
                all.put("wnut17-dev", corpora.wnut("emerging.dev.conll"));
                all.put("btc-dev", corpora.btc("dev"));
                all.put("restaurant8k-dev", part(corpora.restaurant(), 7, 10));
            }
            case "de" -> all.put("germeval-dev", part(corpora.germeval(), 8, 10));
            case "fr" -> all.put("europeana-dev", part(corpora.europeana("fr-europeana/enp_FR.bnf.bio"), 9, 10));
            case "es" -> all.put("meddocan-dev", part(corpora.meddocan(), 7, 10));
            case "pt" -> all.put("bosque-dev", corpora.uner("pt-uner-bosque/pt_bosque-ud-dev.iob2"));
            default -> throw new IllegalArgumentException("no corpora for " + language);
        }
        return all;
    }
}
