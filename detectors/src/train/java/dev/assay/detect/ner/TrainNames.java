package dev.assay.detect.ner;

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
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the shipped models from the data beside the repository. Arguments: folder of the data, folder for the models,
 * languages with commas.
 */
final class TrainNames {
    /** In a mean of models, features all of whose weights are smaller are left out. */
    private static final int LEAST_WEIGHT = 8;

    private final TreeMap<Long, short[]> english = new TreeMap<>();
    private final Portions portions;
    private final PrintStream out = System.out;
    private final TreeMap<String, List<String>> words = WordLists.read("words.txt");
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
        for (String language : args[2].split(",")) {
            NameModel model = model(training.train(language, lexicon), Language.valueOf(language.toUpperCase(Locale.ROOT)).lean());
            try (DataOutputStream file = deflated(target.resolve("names-" + language + ".bin"))) {
                model.write(file);
            }
            training.report(language, lexicon, model);
        }
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
        for (String language : List.of("en", "de", "fr", "es", "pt")) {
            for (List<Labelled> corpus : portions.training(language).values()) {
                builder.labelled(corpus);
            }
        }
        for (String folder : List.of("text/peps", "datasets/gsm8k", "datasets/taskmaster4")) {
            builder.unlabelled(data.resolve(folder));
        }
        Lexicon lexicon = builder.build();
        out.println("lexicon: " + builder.summary());
        return lexicon;
    }

    /**
     * How one model is trained.
     *
     * @param sentences how many sentences of our own
     * @param l1 cost of a weight's size
     * @param l2 cost of its square
     */
    private record Run(int sentences, int iterations, double l1, double l2) {}

    private static List<Run> runs(String language) {
        return switch (language) {
            case "en" -> List.of(new Run(16_000, 35, 0.05, 0.1), new Run(5_000, 30, 0.03, 0.05));
            default -> List.of(new Run(9_000, 30, 0.05, 0.1));
        };
    }

    /**
     * The mean of a language's runs, and that again with the English model: models that err apart are better together, and
     * names look alike across languages.
     */
    private TreeMap<Long, short[]> train(String language, Lexicon lexicon) throws IOException {
        List<TreeMap<Long, short[]>> models = new ArrayList<>();
        for (Run run : runs(language)) {
            models.add(weights(train(language, lexicon, run)));
        }
        TreeMap<Long, short[]> own = mean(models);
        // Newspapers read by machine are unlike anything in the English corpora; there the mean was worse.
        boolean alone = language.equals("en") || language.equals("fr");
        return alone ? own : mean(List.of(own, english(lexicon)));
    }

    private TreeMap<Long, short[]> english(Lexicon lexicon) throws IOException {
        if (english.isEmpty()) {
            english.putAll(train("en", lexicon));
        }
        return english;
    }

    private static TreeMap<Long, short[]> mean(List<TreeMap<Long, short[]>> models) {
        if (models.size() == 1) {
            return models.get(0);
        }
        TreeMap<Long, int[]> sums = new TreeMap<>();
        for (TreeMap<Long, short[]> model : models) {
            model.forEach((feature, row) -> {
                int[] sum = sums.computeIfAbsent(feature, unused -> new int[NameModel.OUTCOMES]);
                for (int i = 0; i < row.length; i++) {
                    sum[i] += row[i];
                }
            });
        }
        TreeMap<Long, short[]> means = new TreeMap<>();
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

    private static NameModel model(TreeMap<Long, short[]> rows, int lean) {
        long[] features = new long[rows.size()];
        short[] weights = new short[rows.size() * NameModel.OUTCOMES];
        int i = 0;
        for (Map.Entry<Long, short[]> row : rows.entrySet()) {
            features[i] = row.getKey();
            System.arraycopy(row.getValue(), 0, weights, i * NameModel.OUTCOMES, NameModel.OUTCOMES);
            i++;
        }
        return new NameModel(features, weights, lean);
    }

    private AbstractModel train(String language, Lexicon lexicon, Run run) throws IOException {
        Events events = new Events(lexicon);
        Map<String, List<Labelled>> all = portions.training(language);
        for (Map.Entry<String, List<Labelled>> corpus : all.entrySet()) {
            List<Labelled> texts = corpus.getValue();
            int before = events.all.size();
            events.add(texts, 8);
            // Every second sentence once more without capitals, every seventh in capitals only.
            events.add(texts.stream().filter(one -> one.isIn(20, 0, 10)).map(Labelled::lower).toList(), 8);
            events.add(texts.stream().filter(one -> one.isIn(20, 10, 13)).map(Labelled::upper).toList(), 8);
            out.println(language + " " + corpus.getKey() + ": " + texts.size() + " texts, "
                    + (events.all.size() - before) + " events");
        }
        int before = events.all.size();
        events.add(new Sentences(language, pool, words, 42).write(run.sentences()), 25);
        out.println(language + " written: " + (events.all.size() - before) + " events");
        TrainingParameters parameters = new TrainingParameters();
        parameters.put("Algorithm", "MAXENT_QN");
        parameters.put("Iterations", run.iterations());
        parameters.put("Cutoff", 3);
        parameters.put("L1Cost", run.l1());
        parameters.put("L2Cost", run.l2());
        parameters.put("Threads", 2);
        parameters.put("DataIndexer", "OnePass");
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new TreeMap<>());
        return (AbstractModel)
                trainer.train(ObjectStreamUtils.createObjectStream(events.all.toArray(new Event[0])));
    }

    /** OpenNLP's parameters in whole numbers, without the features all of whose weights round to nothing. */
    private static TreeMap<Long, short[]> weights(AbstractModel model) {
        Object[] data = model.getDataStructures();
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) data[1];
        String[] outcomes = (String[]) data[2];
        TreeMap<Long, short[]> rows = new TreeMap<>();
        contexts.forEach((feature, context) -> {
            short[] row = new short[NameModel.OUTCOMES];
            boolean any = false;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                long weight = Math.round(context.getParameters()[i] * NameModel.SCALE);
                short kept = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, weight));
                row[Integer.parseInt(outcomes[context.getOutcomes()[i]])] = kept;
                any |= kept != 0;
            }
            if (any) {
                rows.put(Long.parseLong(feature, 36), row);
            }
        });
        return rows;
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
