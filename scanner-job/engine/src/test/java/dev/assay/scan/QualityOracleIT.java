package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ExpectationCondition;
import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.detect.RuleSet;
import dev.assay.format.SharedData;
import dev.assay.quality.ColumnQuality;
import dev.assay.quality.CommonDemand;
import dev.assay.quality.DigestedValues;
import dev.assay.quality.EvaluationSets;
import dev.assay.quality.Expectations;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.RowRepeats;
import dev.assay.quality.UniqueDemands;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageException;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.SuppressionKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the values of real Parquet files look like, held against DuckDB: counts, nulls, different values, smallest and
 * largest number, day and length, matching and listed values, and repeated rows are the same; estimates lie within what they state. Skipped where the
 * shared data is absent.
 */
@Tag("shared")
class QualityOracleIT {
    /** Five standard errors of the estimator of different values, 2.3 % each. */
    private static final double DISTINCT_BOUND = 5 * 0.023;

    /** One step of the fifth significant digit, on each side. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    /**
     * DuckDB does not come back from unfolding a hundred levels, takes intervals of old writers for nulls, brings a time of
     * day that is past midnight back into the day, calls the year 0 the first before Christ, and reads other numbers from
     * ARROW-17100 than the file's own statistics, which are ours.
     */
    private static final String OTHERWISE_IN_DUCKDB =
            ".*(max_nesting_depth|interval_dictionary|parquet_test_file_simple|out_of_range_|ARROW-17100).*";

    /** The record knows years of four digits; old writers left dates of the year 15379, which are no more than text. */
    private static final String FOUR_DIGITS = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final Map<String, Integer> compared = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private List<Rule> rules = List.of();
    private long matched;

    @TempDir
    Path directory;

    @Test
    void statisticsAreThoseOfAnotherReader() throws IOException, SQLException {
        Policy policy = expecting();
        rules = policy.rules();
        ScanEngine engine = new ScanEngine(
                        new Storages(StorageSettings.DEFAULTS),
                        RuleSet.of(List.of()),
                        new ScanLimits(1, 16 << 20, 64 << 10))
                .demanding(new QualityDemands(
                        Expectations.of(policy),
                        EvaluationSets.NONE,
                        UniqueDemands.of(policy, SuppressionKey::generate),
                        CommonDemand.NONE));
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("parquet", "datasets")) {
            try (Stream<Path> walk = Files.walk(SharedData.folder(folder))) {
                walk.filter(path -> path.toString().matches(".*\\.(parquet|parq)"))
                        .filter(path -> !path.toString().matches(OTHERWISE_IN_DUCKDB))
                        .sorted()
                        .forEach(files::add);
            }
        }
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Path file : files) {
                ScanSummary ours = scan(engine, file);
                if (ours.skips().isEmpty()) {
                    compare(file, ours, duckdb);
                }
            }
        }
        assertThat(differences).as("compared: " + compared).isEmpty();
        assertThat(compared.get("columns")).isGreaterThan(1_000);
        assertThat(compared.get("rows")).isGreaterThan(200);
        assertThat(compared.get("numbers")).isGreaterThan(300);
        assertThat(compared.get("days")).isGreaterThan(5);
        assertThat(compared.get("lengths")).isGreaterThan(300);
        assertThat(compared.get("unique")).isGreaterThan(500);
        assertThat(compared.get("expectations")).isGreaterThan(300);
        assertThat(matched).isGreaterThan(1_000);
    }

    /** The same patterns and values in our syntax and in DuckDB's, held against every column. */
    private Policy expecting() throws IOException {
        return Policy.read(Files.writeString(directory.resolve("policy.yaml"), """
                rules:
                - {id: words, pattern: {columns: ['**'], patterns: ['[a-z]+( [a-z]+)*']}}
                - {id: digits, pattern: {columns: ['**'], patterns: ['-?[0-9]{1,6}', '[A-Z].*']}}
                - {id: twice, is-unique: {columns: ['**']}}
                - {id: listed, in-set: {columns: ['**'], values: [a, b, AAAA, hello, foo, '1', 'true', user, assistant]}}
                """));
    }

    private void expectations(String name, String source, String column, ColumnQuality ours, Connection duckdb) {
        List<String> conditions = List.of(
                "regexp_full_match(c, '[a-z]+( [a-z]+)*')",
                "regexp_full_match(c, '(-?[0-9]{1,6}|[A-Z][^\\n]*)')",
                "c in ('a', 'b', 'AAAA', 'hello', 'foo', '1', 'true', 'user', 'assistant')");
        List<Rule> expecting = rules.stream()
                .filter(rule -> rule.condition() instanceof ExpectationCondition)
                .toList();
        for (int i = 0; i < conditions.size(); i++) {
            List<@Nullable String> theirs = one(
                    duckdb,
                    "select count(*) from (select " + column + " as c from " + source + ") where " + conditions.get(i),
                    1);
            if (!theirs.isEmpty()) {
                count("expectations");
                ExpectationCondition expected =
                        (ExpectationCondition) expecting.get(i).condition();
                long met = ours.met().getOrDefault(expected.expectationSha256(), -1L);
                matched += met;
                same(name + " " + expecting.get(i).id(), met, Long.parseLong(String.valueOf(theirs.get(0))));
            }
        }
    }

    private void unique(String name, String source, String column, ColumnQuality ours, Connection duckdb) {
        List<@Nullable String> theirs = one(
                duckdb,
                "select count(c), count(distinct c) from (select " + column + " as c from " + source
                        + ") where c::varchar != ''",
                2);
        if (!theirs.isEmpty()) {
            count("unique");
            long values = Long.parseLong(String.valueOf(theirs.get(0)));
            DigestedValues found = ours.unique().orElseThrow();
            same(name + " compared", found.compared(), values);
            same(name + " repeats", found.repeats(), values - Long.parseLong(String.valueOf(theirs.get(1))));
        }
    }

    private static ScanSummary scan(ScanEngine engine, Path file) {
        ScanSummary all = new ScanSummary();
        try {
            engine.plan(new Location(file.toString()), FileFilter.ALL, Optional.of("parquet"), 1)
                    .splits()
                    .forEach(split -> all.merge(engine.scan(split)));
        } catch (StorageException trouble) {
            throw new IllegalStateException("Cannot scan " + file, trouble);
        }
        return all;
    }

    private void compare(Path file, ScanSummary ours, Connection duckdb) {
        String source = "read_parquet('" + file.toString().replace("'", "''") + "', hive_partitioning = false)";
        String name = file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
        Map<String, String> types = types(source, duckdb);
        boolean everyColumnFlat =
                !types.isEmpty() && types.keySet().equals(ours.columns().keySet());
        if (everyColumnFlat) {
            rows(name, source, ours.rowRepeats(), duckdb);
        }
        ours.columns().forEach((path, state) -> {
            String type = types.get(path);
            if (type != null && !type.contains("STRUCT") && !type.contains("[]") && !type.startsWith("MAP")) {
                column(name + " " + path, source, "\"" + path.replace("\"", "\"\"") + "\"", type, state, duckdb);
            }
        });
    }

    /** DuckDB's columns and their types; empty if it cannot read the file. */
    private static Map<String, String> types(String source, Connection duckdb) {
        Map<String, String> types = new TreeMap<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet columns = statement.executeQuery("describe select * from " + source)) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
        } catch (SQLException unreadable) {
            return Map.of();
        }
        return types;
    }

    private void rows(String name, String source, RowRepeats ours, Connection duckdb) {
        String query = "select (select count(*) from " + source + ") - (select count(*) from (select distinct * from "
                + source + "))";
        List<@Nullable String> theirs = one(duckdb, query, 1);
        if (theirs.isEmpty()) {
            return;
        }
        count("rows");
        long repeats = Long.parseLong(theirs.get(0));
        if (ours.isExact()) {
            same(name + " repeated rows", ours.repeats(), repeats);
        } else if (Math.abs(ours.repeats() - repeats) > ours.count() / 20) {
            differences.add(name + " repeated rows: about " + ours.repeats() + ", DuckDB has " + repeats);
        }
    }

    private void column(String name, String source, String column, String type, ColumnState state, Connection duckdb) {
        ColumnQuality ours = state.quality();
        List<@Nullable String> theirs = one(
                duckdb,
                "select count(" + column + "), count(*) - count(" + column + "), count(distinct " + column + ") from "
                        + source,
                3);
        if (theirs.isEmpty()) {
            return;
        }
        count("columns");
        same(name + " count", ours.count(), Long.parseLong(theirs.get(0)));
        same(name + " nulls", state.summary().nulls(), Long.parseLong(theirs.get(1)));
        distinct(name, ours, Long.parseLong(theirs.get(2)));
        if (type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*")) {
            numbers(name, source, column, type, ours, duckdb);
            if (type.contains("INT")) {
                unique(name, source, column, ours, duckdb);
            }
        } else if (type.equals("DATE")) {
            String days = column + "::varchar";
            String condition = " where regexp_full_match(" + days + ", '" + FOUR_DIGITS + "')";
            extremes("days", name, source, days, condition, ours.minDay(), ours.maxDay(), duckdb);
        } else if (type.equals("VARCHAR")) {
            extremes(
                    "lengths",
                    name,
                    source,
                    "length(" + column + ")",
                    "",
                    ours.minLength().map(String::valueOf),
                    ours.maxLength().map(String::valueOf),
                    duckdb);
            expectations(name, source, column, ours, duckdb);
            unique(name, source, column, ours, duckdb);
        }
    }

    private void distinct(String name, ColumnQuality ours, long theirs) {
        boolean near = ours.isDistinctExact()
                ? ours.distinct() == theirs
                : Math.abs(ours.distinct() - theirs) <= Math.max(2, theirs * DISTINCT_BOUND);
        if (!near) {
            differences.add(name + " distinct: " + ours.distinct() + (ours.isDistinctExact() ? " exactly" : "")
                    + ", DuckDB has " + theirs);
        }
    }

    /** Ours are rounded outwards, at most by one step of the fifth digit. */
    private void numbers(
            String name, String source, String column, String type, ColumnQuality ours, Connection duckdb) {
        List<@Nullable String> theirs = one(
                duckdb,
                "select min(" + column + ")::varchar, max(" + column + ")::varchar from " + source + " where isfinite("
                        + column + "::double)",
                2);
        if (theirs.isEmpty() || theirs.get(0) == null || ours.minNumber().isEmpty()) {
            return;
        }
        count("numbers");
        BigDecimal min = number(type, theirs.get(0));
        BigDecimal max = number(type, theirs.get(1));
        BigDecimal ourMin = new BigDecimal(ours.minNumber().orElseThrow());
        BigDecimal ourMax = new BigDecimal(ours.maxNumber().orElseThrow());
        if (ourMin.compareTo(min) > 0
                || min.subtract(ourMin).compareTo(min.abs().multiply(ROUNDING)) > 0) {
            differences.add(name + " min: " + ourMin + ", DuckDB has " + min);
        }
        if (ourMax.compareTo(max) < 0
                || ourMax.subtract(max).compareTo(max.abs().multiply(ROUNDING)) > 0) {
            differences.add(name + " max: " + ourMax + ", DuckDB has " + max);
        }
    }

    /** Two programs may write the same binary number with other digits; Java's are taken. */
    private static BigDecimal number(String type, String text) {
        return switch (type) {
            case "FLOAT" -> new BigDecimal(Float.toString(Float.parseFloat(text)));
            case "DOUBLE" -> new BigDecimal(Double.toString(Double.parseDouble(text)));
            default -> new BigDecimal(text);
        };
    }

    private void extremes(
            String what,
            String name,
            String source,
            String expression,
            String condition,
            Optional<String> min,
            Optional<String> max,
            Connection duckdb) {
        List<@Nullable String> theirs =
                one(duckdb, "select min(" + expression + "), max(" + expression + ") from " + source + condition, 2);
        if (theirs.isEmpty() || theirs.get(0) == null) {
            return;
        }
        count(what);
        same(name + " smallest of " + what, min.orElse("none"), theirs.get(0));
        same(name + " largest of " + what, max.orElse("none"), theirs.get(1));
    }

    private void same(String what, Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            differences.add(what + ": " + ours + ", DuckDB has " + theirs);
        }
    }

    private void count(String what) {
        compared.merge(what, 1, Integer::sum);
    }

    /** The one row of an answer; empty if DuckDB cannot give it. */
    private static List<@Nullable String> one(Connection duckdb, String query, int columns) {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            List<@Nullable String> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                values.add(result.getString(i));
            }
            return values;
        } catch (SQLException unreadable) {
            return List.of();
        }
    }
}
