package dev.assay.detect.ner;

import dev.assay.detect.OwnModel;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A name finder that a workspace brings along, trained by Apache OpenNLP, with its weights in whole numbers of
 * 1/{@value #SCALE}: sums of whole numbers have no order, so it decides alike on every machine. In texts of its language it
 * takes the place of the shipped model for the entity types it finds.
 */
public final class OwnNameModel implements OwnModel {
    static final int SCALE = 1 << 16;

    /** A perceptron's sums are no probabilities. */
    private static final int PERCEPTRON_PERMILLE = 700;

    private static final String OTHER = "other";
    private static final String START = "-start";
    private static final String INSIDE = "-cont";

    private final String id;
    private final Language language;
    private final String sha256;
    private final SortedMap<String, String> entities;
    private final List<String> outcomes = new ArrayList<>();
    private final List<@Nullable NameKind> kinds = new ArrayList<>();
    private int[] begins = new int[0];
    private boolean probabilities;
    private long[] keys = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int[] weights = new int[1 << 12];
    private int size;

    private OwnNameModel(String id, Language language, String sha256, Map<String, String> entities) {
        this.id = id;
        this.language = language;
        this.sha256 = sha256;
        this.entities = new TreeMap<>(entities);
    }

    /** Codes of the languages that can be told from each other, which a model may be for. */
    public static List<String> languages() {
        return Language.codes();
    }

    /** The entity types a model may find. */
    public static List<String> entityTypes() {
        List<String> names = new ArrayList<>();
        for (NameKind kind : NameKind.values()) {
            names.add(kind.name());
        }
        return List.copyOf(names);
    }

    /**
     * Reads a model.
     *
     * @param id unique among detectors and models
     * @param language one of {@link #languages()}
     * @param entities entity type of each type of the model's that counts; a model without named types calls its own {@code
     *     default}. If empty, types count that are called as entity types are, in lower case
     * @param file bytes of the {@code .bin} file
     * @throws NameModelException if it is no model this program can read with
     */
    public static OwnNameModel read(String id, String language, Map<String, String> entities, byte[] file)
            throws NameModelException {
        OwnNameModel model = new OwnNameModel(id, languageOf(language), Sha256.hex(file), entities);
        OpenNlpFile.read(file, new OpenNlpFile.Parameters() {
            @Override
            public void outcomes(List<String> all, boolean probable) throws NameModelException {
                model.outcomes(all, probable);
            }

            @Override
            public void feature(String feature, int[] of, double[] weights) throws NameModelException {
                model.feature(feature, of, weights);
            }
        });
        return model;
    }

    private static Language languageOf(String code) throws NameModelException {
        return Language.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NameModelException("is for the language `" + code
                        + "`, which texts are not told to be in; known are " + String.join(", ", languages())));
    }

    private void outcomes(List<String> all, boolean probable) throws NameModelException {
        probabilities = probable;
        outcomes.addAll(all);
        begins = new int[all.size()];
        TreeSet<String> types = new TreeSet<>();
        for (String outcome : all) {
            String type = type(outcome);
            if (!type.isEmpty()) {
                types.add(type);
            } else if (!outcome.equals(OTHER)) {
                throw new NameModelException("decides for `" + outcome
                        + "`; only names told by `start` and `cont` (OpenNLP's BIO) are known");
            }
        }
        if (entities.isEmpty()) {
            entityTypes().stream()
                    .filter(name -> types.contains(name.toLowerCase(Locale.ROOT)))
                    .forEach(name -> entities.put(name.toLowerCase(Locale.ROOT), name));
        }
        if (entities.isEmpty() || !types.containsAll(entities.keySet())) {
            throw new NameModelException("finds " + String.join(", ", types) + "; `entities` names "
                    + (entities.isEmpty() ? "none of them" : String.join(", ", entities.keySet())));
        }
        for (int i = 0; i < begins.length; i++) {
            String type = type(all.get(i));
            String named = entities.get(type);
            kinds.add(named == null ? null : NameKind.valueOf(named));
            begins[i] = all.get(i).endsWith(INSIDE) ? all.indexOf(type + START) : -1;
        }
        if (!all.contains(OTHER)) {
            throw new NameModelException("has no outcome `" + OTHER + "`");
        }
    }

    /** The type of name an outcome belongs to; empty for none. */
    private static String type(String outcome) {
        for (String end : List.of(START, INSIDE)) {
            if (outcome.endsWith(end)) {
                return outcome.substring(0, outcome.length() - end.length());
            }
        }
        return "";
    }

    private void feature(String feature, int[] of, double[] values) throws NameModelException {
        if (!OpenNlpFeatures.isKnown(feature)) {
            int end = feature.indexOf('=');
            throw new NameModelException("looks at the feature `" + (end < 0 ? feature : feature.substring(0, end + 1))
                    + "`, which OpenNLP's default generators of features do not produce; train it with those");
        }
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int width = outcomes.size();
        int row = size * width;
        if (row + width > weights.length) {
            weights = Arrays.copyOf(weights, Math.max(2 * weights.length, row + width));
        }
        for (int i = 0; i < of.length; i++) {
            double scaled = values[i] * SCALE;
            if (!(Math.abs(scaled) < Integer.MAX_VALUE)) {
                throw new NameModelException("has a weight beyond " + Integer.MAX_VALUE / SCALE);
            }
            weights[row + of[i]] += (int) Math.round(scaled);
        }
        put(OpenNlpFeatures.hash(feature), row);
        size++;
    }

    private void put(long key, int row) {
        int mask = keys.length - 1;
        long kept = key == 0 ? 1 : key;
        int slot = (int) (kept >>> 20) & mask;
        while (keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = kept;
        rows[slot] = row;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[2 * oldKeys.length];
        rows = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldRows[i]);
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String language() {
        return language.code();
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public List<String> entities() {
        return List.copyOf(new TreeSet<>(entities.values()));
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder types = JsonObject.builder();
        entities.forEach(types::put);
        return JsonObject.builder()
                .put("id", id)
                .put("language", language.code())
                .put("sha256", sha256)
                .put("entities", types.build())
                .build();
    }

    Language reads() {
        return language;
    }

    /** The kinds of name it finds, a bit each. */
    int kinds() {
        int bits = 0;
        for (String name : entities.values()) {
            bits |= 1 << NameKind.valueOf(name).place();
        }
        return bits;
    }

    int outcomeCount() {
        return outcomes.size();
    }

    String outcome(int index) {
        return outcomes.get(index);
    }

    /** Place of the outcome that decides for no name. */
    int other() {
        return outcomes.indexOf(OTHER);
    }

    /** What an outcome names; null for nothing that counts. */
    @Nullable NameKind kind(int outcome) {
        return kinds.get(outcome);
    }

    /** The outcome that an inside goes on with; −1 for one that begins. */
    int begin(int outcome) {
        return begins[outcome];
    }

    /** Adds a feature's weights to the sums; one the model does not know adds nothing. */
    void add(long feature, long[] sums) {
        int mask = keys.length - 1;
        long key = feature == 0 ? 1 : feature;
        int slot = (int) (key >>> 20) & mask;
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weights[rows[slot] + i];
                }
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** How probable one outcome is, given all sums, in parts per thousand, rounded down. */
    int permille(long[] sums, int outcome) {
        if (!probabilities) {
            return PERCEPTRON_PERMILLE;
        }
        double all = 0;
        for (long sum : sums) {
            all += StrictMath.exp((double) (sum - sums[outcome]) / SCALE);
        }
        return (int) (1000 / all);
    }
}
