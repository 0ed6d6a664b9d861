package dev.assay.efficacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the shipped corpus: invented values and look-alikes, in sentences and as cells of tables. Everything is drawn from
 * fixed seeds, so the corpus is the same wherever it is made. Its ingredients are the tables under {@value #FOLDER}; they lie
 * there because they decide nothing about what is found, and so are no part of the rule set's digest.
 */
final class CorpusGenerator {
    static final String FOLDER = "META-INF/efficacy/";
    private static final int SENTENCES = 8;
    private static final int CELLS = 4;
    /** Of values with a check digit, so many sentences and as many cells hold one whose check digit is wrong. */
    private static final int SPOILED = 2;

    /** Where decoys are numbered from: the values there were when the numbering was made. */
    private static final int FIRST_DECOY = 311;

    /** Some numbers have no check digit and are drawn again; a recipe whose numbers all have none is wrong. */
    private static final int MOST_TRIES = 100;

    /** Stands for a label where a value is made for tables alone. */
    private static final String CELLS_ONLY = "-";

    /** Marks of what is to be found within a recipe. */
    private static final char OPENS = '«';

    private static final char CLOSES = '»';

    private final List<Ingredient> ingredients = new ArrayList<>();
    private final Map<String, List<String>> labelled = new TreeMap<>();
    private final Map<String, List<String>> bare = new TreeMap<>();
    private final List<LabelledText> items = new ArrayList<>();

    private CorpusGenerator() {
        for (Table.Row row : Table.rows("sentences.tsv")) {
            Map<String, List<String>> kind = row.field("kind").equals("bare") ? bare : labelled;
            kind.computeIfAbsent(row.field("language"), unused -> new ArrayList<>())
                    .add(row.field("sentence"));
        }
        ingredients("values.tsv", 0);
        ingredients("decoys.tsv", FIRST_DECOY);
    }

    /** A line's place in its own table is part of its seed, so that a line at a table's end changes no other. */
    private void ingredients(String table, int first) {
        List<Table.Row> rows = Table.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            ingredients.add(new Ingredient(rows.get(i), first + i));
        }
    }

    /** All items, in the order of the tables. */
    static List<LabelledText> items() {
        CorpusGenerator generator = new CorpusGenerator();
        for (Ingredient ingredient : generator.ingredients) {
            ingredient.labels.forEach((language, label) -> generator.add(ingredient, language, label));
        }
        return List.copyOf(generator.items);
    }

    /** One kind of value or look-alike. */
    private static final class Ingredient {
        private final int number;
        private final String entity;
        private final String column;
        private final CheckRule check;
        private final Recipe recipe;
        /** By language, what people there call it; empty where they write it without a name. */
        private final Map<String, String> labels = new TreeMap<>();

        Ingredient(Table.Row row, int number) {
            this.number = number;
            entity = row.field("entity");
            column = row.field("column");
            check = new CheckRule(row.field("check"));
            recipe = new Recipe(row.field("recipe"));
            for (String label : row.field("labels").split("; ", -1)) {
                int equals = label.indexOf('=');
                labels.put(label.substring(0, equals), label.substring(equals + 1));
            }
        }
    }

    /** A value and whether it is one that ought to be found. */
    private record Value(String text, boolean sought) {}

    private void add(Ingredient ingredient, String language, String label) {
        String name = (ingredient.entity.isEmpty() ? "decoy" : ingredient.entity) + "-" + ingredient.number + "/"
                + language + "/";
        boolean checked = ingredient.check.refuses();
        if (!label.equals(CELLS_ONLY)) {
            sentences(ingredient, language, label, name);
        }
        if (!ingredient.column.isEmpty()) {
            for (int i = 0; i < CELLS + (checked ? SPOILED : 0); i++) {
                Draws draws = new Draws(name + "cell/" + i);
                Value value = value(ingredient, draws, i >= CELLS);
                items.add(item(name + "cell/" + i, "{value}", value, ingredient.column, language, ingredient.entity));
            }
        }
    }

    private void sentences(Ingredient ingredient, String language, String label, String name) {
        Map<String, List<String>> kind = label.isEmpty() ? bare : labelled;
        List<String> sentences = kind.getOrDefault(language, List.of());
        if (sentences.isEmpty()) {
            throw new IllegalStateException("No sentence in the language " + language + " for " + ingredient.entity);
        }
        boolean checked = ingredient.check.refuses();
        for (int i = 0; i < SENTENCES; i++) {
            Draws draws = new Draws(name + i);
            Value value = value(ingredient, draws, checked && i < SPOILED);
            String sentence = sentences.get((i + ingredient.number) % sentences.size());
            items.add(item(name + i, sentence.replace("{label}", label), value, "", language, ingredient.entity));
        }
    }

    private static Value value(Ingredient ingredient, Draws draws, boolean spoiled) {
        for (int i = 0; i < MOST_TRIES; i++) {
            String open = ingredient.recipe.draw(draws);
            Optional<String> right = ingredient.check.fill(open);
            if (right.isPresent()) {
                boolean sought = !spoiled && !ingredient.entity.isEmpty();
                return new Value(spoiled ? ingredient.check.spoil(open, right.get()) : right.get(), sought);
            }
        }
        throw new IllegalStateException("No check digit fits the recipe of " + ingredient.entity + ".");
    }

    private static LabelledText item(
            String id, String sentence, Value value, String column, String language, String entity) {
        String marked =
                sentence.replace("{value}", value.text.indexOf(OPENS) < 0 ? OPENS + value.text + CLOSES : value.text);
        String before = marked.substring(0, marked.indexOf(OPENS));
        String inside = marked.substring(before.length() + 1, marked.indexOf(CLOSES));
        String text = before + inside + marked.substring(marked.indexOf(CLOSES) + 1);
        int start = before.codePointCount(0, before.length());
        int end = start + inside.codePointCount(0, inside.length());
        List<LabelledSpan> spans = value.sought ? List.of(new LabelledSpan(start, end, entity)) : List.of();
        return new LabelledText(id, text, column, language, spans);
    }
}
