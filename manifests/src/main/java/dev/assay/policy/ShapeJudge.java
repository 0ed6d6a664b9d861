package dev.assay.policy;

import dev.assay.config.ColumnGlob;
import dev.assay.config.DataTypeCondition;
import dev.assay.config.DataTypeCondition.Kind;
import dev.assay.config.EfficacyCondition;
import dev.assay.config.EntityType;
import dev.assay.config.ExpectationCondition;
import dev.assay.config.ExpectationCondition.Form;
import dev.assay.config.FreshnessCondition;
import dev.assay.config.LanguageCondition;
import dev.assay.config.SchemaCondition;
import dev.assay.config.SchemaCondition.Others;
import dev.assay.config.UniqueCondition;
import dev.assay.manifest.Efficacy;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.MeasuredType;
import dev.assay.manifest.MeasuredWriting;
import dev.assay.manifest.Measurement;
import dev.assay.manifest.MetExpectation;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.SchemaColumn;
import dev.assay.manifest.Share;
import dev.assay.manifest.Status;
import dev.assay.manifest.UniqueColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the conditions that name what must be there: columns, kinds of values, days, recall. */
final class ShapeJudge {
    private static final int MAX_LISTED = 5;

    private final ManifestFacts facts;
    private final List<String> wrong = new ArrayList<>();

    private ShapeJudge(ManifestFacts facts) {
        this.facts = facts;
    }

    static Judgement dataType(DataTypeCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        judge.each(condition.columns(), (column, objections) -> {
            long filled = column.count() - column.kinds().getOrDefault("empty", 0L);
            TreeSet<Kind> kinds = new TreeSet<>(condition.kinds());
            if (kinds.contains(Kind.DECIMAL)) {
                kinds.add(Kind.INTEGER);
            }
            long right = kinds.stream()
                    .mapToLong(kind -> column.kinds().getOrDefault(kind.label(), 0L))
                    .sum();
            if (!condition.min().isReachedBy(right, filled)) {
                objections.add("`" + column.path() + "` " + right + " of " + filled + " values");
            }
        });
        String kinds = condition.kinds().stream().map(Kind::label).collect(Collectors.joining(" or "));
        return judge.judgement("at least " + condition.min() + " of values " + kinds);
    }

    static Judgement expectation(ExpectationCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        String sha256 = condition.expectationSha256();
        List<MetExpectation> counted = facts.quality().map(Quality::expectations).orElse(List.of()).stream()
                .filter(expectation -> expectation.sha256().equals(sha256))
                .toList();
        judge.each(condition.columns(), (column, objections) -> {
            Optional<Share> met = counted.stream()
                    .filter(expectation -> expectation.column().equals(column.path()))
                    .map(MetExpectation::met)
                    .findFirst();
            if (met.isEmpty()) {
                objections.add("`" + column.path() + "` was scanned without this expectation; scan again");
            } else if (!condition.min().isReachedBy(met.get().count(), met.get().of())) {
                objections.add("`" + column.path() + "` " + met.get().count() + " of "
                        + met.get().of() + " values");
            }
        });
        return judge.judgement("at least " + condition.min() + " of values " + described(condition));
    }

    /** What was found twice is there twice; that a sample holds nothing twice decides nothing. */
    static Judgement unique(UniqueCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        List<UniqueColumn> compared = facts.quality().map(Quality::unique).orElse(List.of());
        judge.each(condition.columns(), (column, objections) -> {
            Optional<UniqueColumn> found = compared.stream()
                    .filter(one -> one.column().equals(column.path()))
                    .findFirst();
            String path = "`" + column.path() + "` ";
            if (found.isEmpty()) {
                objections.add(path + "was scanned without this demand; scan again");
            } else if (found.get().repeats() > 0) {
                objections.add(path + found.get().repeats() + " of "
                        + found.get().compared() + " values compared repeat another");
            } else if (!found.get().isExhaustive()) {
                objections.add(path + "not decided: none is there twice of a sample of "
                        + found.get().compared() + " of " + found.get().values() + " values; raise most-values");
            }
        });
        return judge.judgement("no value twice");
    }

    /** Names were looked for in every row if the manifest says that they were measured. */
    static Judgement names(ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        Optional<Status> names = facts.statuses().stream()
                .filter(status -> status.capability().equals("privacy.names"))
                .findFirst();
        if (names.isEmpty()) {
            judge.wrong.add("the manifest does not speak of names");
        } else if (names.get().state() != Status.State.MEASURED) {
            judge.wrong.add(names.get().reason());
        }
        return judge.judgement("names looked for in every row");
    }

    /** A column without a text whose language was told meets it if another that the same pattern names has one. */
    static Judgement language(LanguageCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        for (ColumnGlob glob : condition.columns()) {
            List<QualityColumn> columns = facts.quality().map(Quality::columns).orElse(List.of()).stream()
                    .filter(column ->
                            glob.matches(column.path()) && column.languages().told() > 0)
                    .toList();
            if (columns.isEmpty()) {
                judge.wrong.add("no texts whose language is told in `" + glob.pattern() + "`");
            }
            for (QualityColumn column : columns) {
                Share share = column.languages().in(condition.languages());
                if (!condition.min().isReachedBy(share.count(), share.of())) {
                    judge.wrong.add("`" + column.path() + "` " + share.count() + " of " + share.of() + " texts");
                }
            }
        }
        return judge.judgement(
                "at least " + condition.min() + " of texts in " + String.join(" or ", condition.languages()));
    }

    private static String described(ExpectationCondition condition) {
        String text = condition.accepted().stream().limit(MAX_LISTED).collect(Collectors.joining("` or `", "`", "`"));
        int more = condition.accepted().size() - MAX_LISTED;
        return (condition.form() == Form.PATTERN ? "matching " : "") + text + (more > 0 ? " or " + more + " more" : "");
    }

    static Judgement schema(SchemaCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        TreeSet<String> there = facts.content().schema().columns().stream()
                .map(SchemaColumn::path)
                .collect(Collectors.toCollection(TreeSet::new));
        condition.columns().stream()
                .filter(path -> !there.contains(path))
                .forEach(path -> judge.wrong.add("no column `" + path + "`"));
        List<String> expected = new ArrayList<>();
        if (!condition.columns().isEmpty()) {
            expected.add("the columns " + String.join(", ", condition.columns()));
        }
        if (condition.others() == Others.FORBIDDEN) {
            expected.add("no others");
            there.stream()
                    .filter(path -> !condition.columns().contains(path))
                    .forEach(path -> judge.wrong.add("a further column `" + path + "`"));
        }
        String fingerprint = condition.fingerprint();
        if (fingerprint != null) {
            expected.add("schema " + fingerprint);
            String actual = facts.content().schema().fingerprint();
            if (!actual.equals(fingerprint)) {
                judge.wrong.add("schema " + actual);
            }
        }
        return judge.judgement(String.join(", ", expected));
    }

    static Judgement freshness(FreshnessCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        judge.each(condition.columns(), (column, objections) -> {
            QualityColumn.Days days = column.days();
            if (days == null) {
                objections.add("`" + column.path() + "` holds no dates");
            } else if (isBefore(days.min(), condition.notBefore())
                    || isBefore(days.max(), condition.newestFrom())
                    || isAfter(days.max(), condition.notAfter())) {
                objections.add("`" + column.path() + "` " + days.min() + " to " + days.max());
            }
        });
        List<String> expected = new ArrayList<>();
        add(expected, "no date before ", condition.notBefore());
        add(expected, "none after ", condition.notAfter());
        add(expected, "the newest from ", condition.newestFrom());
        return judge.judgement(String.join(", ", expected));
    }

    private static void add(List<String> expected, String words, @Nullable LocalDate day) {
        if (day != null) {
            expected.add(words + day);
        }
    }

    private static boolean isBefore(String day, @Nullable LocalDate limit) {
        return limit != null && LocalDate.parse(day).isBefore(limit);
    }

    private static boolean isAfter(String day, @Nullable LocalDate limit) {
        return limit != null && LocalDate.parse(day).isAfter(limit);
    }

    static Judgement efficacy(EfficacyCondition condition, ManifestFacts facts) {
        ShapeJudge judge = new ShapeJudge(facts);
        List<MeasuredType> types = measured(facts.efficacy());
        for (EntityType entity : condition.entities()) {
            List<MeasuredType> figures = types.stream()
                    .filter(type -> type.entity().equals(entity.name()) && type.recallLowPpm() >= 0)
                    .toList();
            if (figures.isEmpty()) {
                judge.wrong.add(entity.name() + " was not measured");
            }
            figures.stream()
                    .filter(type -> !condition.minRecall().isReachedBy(type.recallLowPpm(), 1_000_000))
                    .forEach(type -> judge.wrong.add(entity.name()
                            + (type.locale().isEmpty() ? "" : " in " + type.locale())
                            + " " + type.recallLowPpm() + " ppm"));
        }
        return judge.judgement("recall of at least " + condition.minRecall());
    }

    /** In the corpus that comes with the scanner, and of names in each labelled text as it is written, counted alike. */
    private static List<MeasuredType> measured(Efficacy efficacy) {
        Measurement measurement = efficacy.measurement();
        if (measurement == null) {
            return List.of();
        }
        Stream<MeasuredType> names = efficacy.names().stream()
                .flatMap(model -> model.types().stream())
                .filter(type -> type.writing().equals(MeasuredWriting.AS_WRITTEN))
                .filter(type -> type.minConfidence() == measurement.minConfidence())
                .map(MeasuredWriting::figure);
        return Stream.concat(measurement.types().stream(), names).toList();
    }

    /** Looks at every column the patterns name; a pattern without a column is an objection. */
    private void each(List<ColumnGlob> columns, BiConsumer<QualityColumn, List<String>> look) {
        List<QualityColumn> all =
                facts.quality().map(quality -> quality.columns()).orElse(List.of());
        columns.stream()
                .filter(glob -> all.stream().noneMatch(column -> glob.matches(column.path())))
                .forEach(glob -> wrong.add("no column `" + glob.pattern() + "`"));
        all.stream()
                .filter(column -> columns.stream().anyMatch(glob -> glob.matches(column.path())))
                .forEach(column -> look.accept(column, wrong));
    }

    private Judgement judgement(String expected) {
        if (wrong.isEmpty()) {
            return new Judgement(true, expected, "as expected", "As expected.");
        }
        String first = String.join(", ", wrong.subList(0, Math.min(MAX_LISTED, wrong.size())));
        String actual = wrong.size() > MAX_LISTED ? first + " and " + (wrong.size() - MAX_LISTED) + " more" : first;
        return new Judgement(false, expected, actual, "Not as expected: " + actual + ".");
    }
}
