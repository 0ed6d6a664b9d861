package dev.assay.detect.ner;

import dev.assay.json.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.datafaker.Faker;

/**
 * Trains the shipped models from the data beside the repository. Arguments: folder of the data, folder for the models,
 * languages with commas.
 */
final class TrainNames {
    /** In a mean of models, features all of whose weights are smaller are left out. */
    private static final int LEAST_WEIGHT = 8;

    private static final Maxent.Settings SETTINGS = new Maxent.Settings(6, 3, 0.1, 3);
    /** For little text whose words are many: features met twice count, and weights are held back less. */
    private static final Maxent.Settings GERMAN = new Maxent.Settings(6, 0.5, 0.1, 2);

    /** How often sentences with persons are met again with other persons in them. */
    private static final int EXCHANGED = 3;

    private final TreeMap<Long, short[]> english = new TreeMap<>();
    private final Portions portions;
    private final TreeSet<String> read = new TreeSet<>();
    private final PrintStream out = System.out;
    private final SortedMap<String, List<String>> words = WordLists.read("words.txt");
    private final NamePool pool = new NamePool(words);

    TrainNames(Path data) throws IOException {
        portions = new Portions(data);
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path target = Path.of(args[1]);
        TrainNames training = new TrainNames(data);
        Lexicon lexicon = training.lexicon(data);
        Files.createDirectories(target);
        try (DataOutputStream file = deflated(target.resolve("lexicon.bin"))) {
            lexicon.write(file);
        }
        Files.writeString(target.resolve("sources.tsv"), training.sources(data));
        for (String language : args[2].split(",", -1)) {
            SortedMap<Long, short[]> rows = training.train(language, lexicon);
            long[] features = rows.keySet().stream().mapToLong(Long::longValue).toArray();
            short[] weights = flat(rows);
            try (DataOutputStream file = deflated(target.resolve("names-" + language + ".bin"))) {
                NameModel.write(features, weights, file);
            }
            Lean lean = Language.valueOf(language.toUpperCase(Locale.ROOT)).lean();
            training.report(language, lexicon, new NameModel(features, weights, lean));
        }
    }

    /** What the lexicon and every model are made of: a line for each file below the data, its SHA-256, and for the tools. */
    private String sources(Path data) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String path : read) {
            lines.append(Sha256.hex(Files.readAllBytes(data.resolve(path)))).append('\t').append(path).append('\n');
        }
        return lines.append("java\t")
                .append(Runtime.version().feature())
                .append("\ndatafaker\t")
                .append(Faker.class.getPackage().getImplementationVersion())
                .append('\n')
                .toString();
    }

    private static DataOutputStream deflated(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION))));
    }

    private Lexicon lexicon(Path data) throws IOException {
        LexiconBuilder builder = new LexiconBuilder();
        builder.words(words);
        builder.pool(pool);
        builder.functions(WordLists.read("functions.txt"));
        builder.forms(WordLists.read("forms.txt"));
        for (String language : List.of("en", "de", "fr", "es", "pt")) {
            for (List<Labelled> corpus : portions.training(language).values()) {
                builder.labelled(corpus);
                if (language.equals("de")) {
                    builder.nouns(corpus);
                }
            }
        }
        for (String folder : List.of("text/peps", "datasets/gsm8k", "datasets/taskmaster4")) {
            read.addAll(builder.unlabelled(data, folder));
        }
        read.addAll(portions.read());
        Lexicon lexicon = builder.build();
        out.println("lexicon: " + builder.summary());
        return lexicon;
    }

    /**
     * How one model is trained.
     *
     * @param sentences how many sentences of our own
     */
    private record Run(int sentences, Maxent.Settings settings) {}

    private static List<Run> runs(String language) {
        return switch (language) {
            case "en" -> List.of(new Run(16_000, SETTINGS), new Run(5_000, SETTINGS));
            case "de" -> List.of(new Run(9_000, GERMAN));
            default -> List.of(new Run(9_000, SETTINGS));
        };
    }

    /**
     * The mean of a language's runs, and that again with the English model: models that err apart are better together, and
     * names look alike across languages.
     */
    private SortedMap<Long, short[]> train(String language, Lexicon lexicon) throws IOException {
        if (language.equals("en") && !english.isEmpty()) {
            return english;
        }
        List<SortedMap<Long, short[]>> models = new ArrayList<>();
        for (Run run : runs(language)) {
            models.add(train(language, lexicon, run));
        }
        SortedMap<Long, short[]> own = mean(models);
        // Newspapers read by machine are unlike anything in the English corpora; there the mean was worse.
        if (language.equals("en")) {
            english.putAll(own);
        }
        return switch (language) {
            case "en", "fr" -> own;
            // Its own run knows the language better, and more so since more sentences of it are written.
            case "de" -> mean(List.of(own, own, train("en", lexicon)));
            default -> mean(List.of(own, train("en", lexicon)));
        };
    }

    private static SortedMap<Long, short[]> mean(List<SortedMap<Long, short[]>> models) {
        if (models.size() == 1) {
            return models.get(0);
        }
        TreeMap<Long, int[]> sums = new TreeMap<>();
        for (SortedMap<Long, short[]> model : models) {
            model.forEach((feature, row) -> {
                int[] sum = sums.computeIfAbsent(feature, unused -> new int[NameModel.OUTCOMES]);
                for (int i = 0; i < row.length; i++) {
                    sum[i] += row[i];
                }
            });
        }
        SortedMap<Long, short[]> means = new TreeMap<>();
        sums.forEach((feature, sum) -> {
            short[] row = new short[NameModel.OUTCOMES];
            boolean counts = false;
            for (int i = 0; i < row.length; i++) {
                row[i] = (short) Math.round((float) sum[i] / models.size());
                counts |= Math.abs(row[i]) >= LEAST_WEIGHT;
            }
            if (counts) {
                means.put(feature, row);
            }
        });
        return means;
    }

    private static short[] flat(SortedMap<Long, short[]> rows) {
        short[] weights = new short[rows.size() * NameModel.OUTCOMES];
        int at = 0;
        for (short[] row : rows.values()) {
            System.arraycopy(row, 0, weights, at, row.length);
            at += row.length;
        }
        return weights;
    }

    private SortedMap<Long, short[]> train(String language, Lexicon lexicon, Run run) throws IOException {
        Events events = new Events(lexicon);
        Map<String, List<Labelled>> all = portions.training(language);
        for (Map.Entry<String, List<Labelled>> corpus : all.entrySet()) {
            List<Labelled> texts = corpus.getValue();
            int before = events.size();
            events.add(texts, 8);
            // Every second sentence once more without capitals, every fourth in capitals only.
            events.add(texts.stream().filter(one -> one.isIn(20, 0, 10)).map(Labelled::lower).toList(), 8);
            events.add(texts.stream().filter(one -> one.isIn(20, 10, 15)).map(Labelled::upper).toList(), 8);
            out.println(language + " " + corpus.getKey() + ": " + texts.size() + " texts, "
                    + (events.size() - before) + " events");
        }
        if (language.equals("de")) {
            ExchangedNames exchange = new ExchangedNames(pool);
            List<Labelled> texts = WordLists.named(all, "germeval2014");
            for (int i = 0; i < EXCHANGED; i++) {
                events.add(exchange.of(texts), 25);
            }
        }
        int before = events.size();
        events.add(new Sentences(language, pool, words, 42).write(run.sentences()), 25);
        out.println(language + " written: " + (events.size() - before) + " events");
        return Maxent.train(events, run.settings());
    }

    private void report(String language, Lexicon lexicon, NameModel model) throws IOException {
        out.println(language + " model: " + model.size() + " features");
        for (Map.Entry<String, List<Labelled>> corpus : portions.development(language).entrySet()) {
            List<Labelled> texts = corpus.getValue();
            for (NameKind kind : NameKind.values()) {
                if (texts.stream().flatMap(one -> one.names().stream()).noneMatch(name -> name.kind() == kind)) {
                    continue;
                }
                out.println(language + " " + corpus.getKey() + " " + kind + " as written: "
                        + Scores.of(kind, lexicon, model, texts));
                if (kind == NameKind.PERSON) {
                    out.println(language + " " + corpus.getKey() + " " + kind + " lower case: "
                            + Scores.of(kind, lexicon, model, texts.stream().map(Labelled::lower).toList()));
                    out.println(language + " " + corpus.getKey() + " " + kind + " capitals: "
                            + Scores.of(kind, lexicon, model, texts.stream().map(Labelled::upper).toList()));
                }
            }
        }
    }
}
