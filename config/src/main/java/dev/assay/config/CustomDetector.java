package dev.assay.config;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A detector that a workspace describes itself: patterns or a list of words, and what makes a match likely. Patterns and
 * the validator's name are read further up; here they are text.
 *
 * @param id unique among all detectors, kebab-case
 * @param entity a type of the catalogue, or one of the workspace's own whose name begins with {@value
 *     EntityTypes#OWN_PREFIX}
 * @param version counted up by its owner when a change matters to readers of older records
 * @param patterns what matches, any of them
 * @param words literal words and phrases that match, whatever their case
 * @param validator name of the check a match must pass; null for none
 * @param context words nearby that speak for a match, by language
 * @param columns words of a column's path that name what is sought
 * @param sure how sure a match is, 0–100, by what speaks for it
 * @param cases what it must and must not find
 * @param line of the file it starts on
 * @param key where it stands in the file, for complaints
 */
public record CustomDetector(
        String id,
        EntityType entity,
        int version,
        List<String> patterns,
        List<String> words,
        @Nullable String validator,
        SortedMap<String, List<String>> context,
        List<String> columns,
        Sure sure,
        List<Example> cases,
        int line,
        String key) {
    private static final int LONGEST_LIST = 10_000;

    public CustomDetector {
        patterns = List.copyOf(patterns);
        words = List.copyOf(words);
        columns = List.copyOf(columns);
        cases = List.copyOf(cases);
    }

    /**
     * Confidence by evidence, 0–100.
     *
     * @param alone the match by itself
     * @param checked the validator passed it
     * @param context at least this with a context word nearby
     * @param column at least this in a column named so
     */
    public record Sure(int alone, int checked, int context, int column) {
        private static Sure read(Section confidence, boolean validated) {
            int alone = percent(confidence, "alone", validated ? 20 : 60);
            return new Sure(
                    alone,
                    percent(confidence, "checked", validated ? 85 : alone),
                    percent(confidence, "context", 90),
                    percent(confidence, "column", 95));
        }

        private static int percent(Section confidence, String key, int fallback) {
            return (int) confidence.integer(key, fallback, 0, 100);
        }
    }

    /**
     * One line of a detector's own test table.
     *
     * @param text a cell
     * @param column header or path of its column; may be empty
     * @param finds the stretches that must be found at band possible or above, in their order; empty for a near miss
     * @param line of the file it starts on
     */
    public record Example(String text, String column, List<String> finds, int line) {
        public Example {
            finds = List.copyOf(finds);
        }

        private static Example read(Section example) {
            return new Example(
                    example.text("text"), example.text("column", ""), example.texts("finds"), example.line());
        }

        /** Without the text, which may be anything. */
        @Override
        public String toString() {
            return "Example[line " + line + ", finds " + finds.size() + "]";
        }
    }

    static CustomDetector read(Section custom) {
        List<String> patterns = custom.texts("patterns");
        List<String> words = custom.texts("words");
        if (patterns.isEmpty() == words.isEmpty()) {
            custom.problem("", "needs `patterns` or `words`, one of the two");
        }
        if (words.size() > LONGEST_LIST) {
            custom.problem("words", words.size() + " words are more than " + LONGEST_LIST + "; write a pattern");
        }
        List<Example> cases = custom.sections("cases", Example::read);
        if (cases.stream().allMatch(row -> row.finds().isEmpty())
                || cases.stream().noneMatch(row -> row.finds().isEmpty())) {
            custom.problem(
                    "cases",
                    "needs a text in which it finds something and one in which it finds nothing (`finds: []`)");
        }
        Optional<String> validator = custom.findText("validator");
        return new CustomDetector(
                custom.require("id").get("id", "unnamed", Names::parse),
                entity(custom),
                (int) custom.integer("version", 1, 1, 1_000_000),
                patterns,
                words,
                validator.orElse(null),
                custom.textsMap("context"),
                custom.texts("columns"),
                Sure.read(custom.section("confidence"), validator.isPresent()),
                cases,
                custom.line(),
                "detectors.custom[" + (custom.position() - 1) + "]");
    }

    private static EntityType entity(Section custom) {
        Optional<DataClass> dataClass = custom.findChoice("data-class", DataClass.class);
        EntityType entity =
                custom.require("entity").get("entity", EntityTypes.own("CUSTOM_UNNAMED"), EntityTypes.loaded()::parse);
        if (EntityTypes.isOwn(entity.name())) {
            return new EntityType(entity.name(), dataClass.orElse(entity.dataClass()));
        }
        if (dataClass.filter(given -> given != entity.dataClass()).isPresent()) {
            custom.problem(
                    "data-class",
                    "`" + entity.name() + "` is of the class `"
                            + entity.dataClass().label() + "`; leave this out");
        }
        return entity;
    }
}
