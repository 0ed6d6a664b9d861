package dev.assay.policy;

import dev.assay.config.ColumnGlob;
import dev.assay.config.MeasureCondition;
import dev.assay.manifest.Contamination;
import dev.assay.manifest.Drift;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.Share;
import dev.assay.manifest.Shift;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a measure of the dataset, or of each column, against its limits. What the manifest does not know is not met: no
 * column of the name, no number in the column, too many different values to count. A comparison with the version before
 * is met where there is none.
 */
final class MeasureJudge {
    private static final String FIRST = "no version before to compare with";

    private final MeasureCondition condition;
    private final ManifestFacts facts;
    private final @Nullable Drift drift;

    private MeasureJudge(MeasureCondition condition, ManifestFacts facts, @Nullable Drift drift) {
        this.condition = condition;
        this.facts = facts;
        this.drift = drift;
    }

    static Judgement judge(MeasureCondition condition, ManifestFacts facts, @Nullable Drift drift) {
        MeasureJudge judge = new MeasureJudge(condition, facts, drift);
        return switch (condition.measure().scope()) {
            case DATASET -> judge.dataset();
            case COLUMN -> judge.columns();
        };
    }

    private Judgement dataset() {
        Observed observed = observed();
        return judgement(observed.meets(condition), observed.text(), observed.text());
    }

    private Judgement columns() {
        Optional<Quality> quality = facts.quality();
        if (quality.isEmpty()) {
            return judgement(false, "not measured", "The manifest holds no quality section");
        }
        List<String> missing = condition.columns().stream()
                .filter(glob -> quality.get().columns().stream().noneMatch(column -> glob.matches(column.path())))
                .map(ColumnGlob::pattern)
                .toList();
        List<String> seen = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        missing.forEach(pattern -> wrong.add("no column `" + pattern + "`"));
        for (QualityColumn column : quality.get().columns()) {
            if (condition.columns().stream().anyMatch(glob -> glob.matches(column.path()))) {
                Observed observed = observed(column);
                String text = "`" + column.path() + "` " + observed.text();
                (observed.meets(condition) ? seen : wrong).add(text);
            }
        }
        boolean met = wrong.isEmpty();
        return judgement(met, shorten(met ? seen : wrong), shorten(met ? seen : wrong));
    }

    /** The first five, and how many more. */
    private static String shorten(List<String> texts) {
        String first = String.join(", ", texts.subList(0, Math.min(5, texts.size())));
        return texts.size() > 5 ? first + " and " + (texts.size() - 5) + " more" : first;
    }

    private Judgement judgement(boolean met, String actual, String fact) {
        return new Judgement(met, expected(), actual, met ? "Within the limits." : "Outside the limits: " + fact + ".");
    }

    private String expected() {
        List<String> limits = new ArrayList<>();
        BigDecimal min = condition.min();
        if (min != null) {
            limits.add("at least " + min.toPlainString());
        }
        BigDecimal max = condition.max();
        if (max != null) {
            limits.add("at most " + max.toPlainString());
        }
        return condition.measure().label() + " " + String.join(" and ", limits);
    }

    private Observed observed() {
        return switch (condition.measure()) {
            case ROW_COUNT ->
                Observed.number(facts.content().rows(), facts.content().rows() + " rows");
            case DUPLICATE_ROWS ->
                facts.quality()
                        .map(Quality::repeatedRows)
                        .map(rows -> Observed.share(rows.repeats(), rows.isExact() ? "rows" : "rows, extrapolated"))
                        .orElse(Observed.nothing("not measured"));
            case NEAR_DUPLICATE_SHARE ->
                facts.quality()
                        .map(Quality::nearDuplicates)
                        .map(texts -> Observed.share(
                                texts.repeats(), texts.exhaustive() ? "long texts" : "long texts, extrapolated"))
                        .orElse(Observed.nothing("not measured"));
            case CONTAMINATION -> contamination();
            case VOLUME_CHANGE ->
                drift == null
                        ? Observed.met(FIRST)
                        : Observed.ratio(
                                drift.rowsAfter() - drift.rowsBefore(),
                                drift.rowsBefore(),
                                drift.rowsAfter() + " rows after " + drift.rowsBefore());
            case COMPLETENESS,
                    UNIQUENESS,
                    DISTINCT_COUNT,
                    INVALID,
                    MISSING_WORDS,
                    RANGE,
                    LENGTH,
                    CLASS_BALANCE,
                    PSI,
                    KS,
                    JS -> throw new IllegalStateException("Not a measure of a dataset");
        };
    }

    /** From the set that is there least to the one that is there most; a set that cannot be compared meets no limit. */
    private Observed contamination() {
        List<Contamination> sets = facts.quality().map(Quality::contamination).orElse(List.of());
        if (sets.isEmpty()) {
            return Observed.nothing("not measured");
        }
        Optional<Contamination> silent =
                sets.stream().filter(set -> set.seen().of() == 0).findFirst();
        if (silent.isPresent()) {
            return Observed.nothing("`" + silent.get().name() + "` has no item of eight words to compare");
        }
        List<Contamination> byShare = sets.stream()
                .sorted(Comparator.comparing(
                        set -> BigDecimal.valueOf(set.seen().count())
                                .divide(BigDecimal.valueOf(set.seen().of()), MathContext.DECIMAL128)))
                .toList();
        Share least = byShare.get(0).seen();
        Contamination most = byShare.get(byShare.size() - 1);
        long of = Math.multiplyExact(least.of(), most.seen().of());
        return Observed.shares(
                Math.multiplyExact(least.count(), most.seen().of()),
                Math.multiplyExact(most.seen().count(), least.of()),
                of,
                "of `" + most.name() + "` " + most.seen().count() + " of "
                        + most.seen().of() + " items");
    }

    private Observed observed(QualityColumn column) {
        return switch (condition.measure()) {
            case COMPLETENESS -> Observed.share(column.filled(), "filled");
            case UNIQUENESS ->
                Observed.share(column.unique(), column.distinctExact() ? "different" : "different, estimated");
            case DISTINCT_COUNT ->
                Observed.number(
                        column.distinct(),
                        (column.distinctExact() ? "" : "about ") + column.distinct() + " different values");
            case INVALID ->
                Observed.share(new Share(Math.min(column.invalid(), column.count()), column.count()), "invalid");
            case MISSING_WORDS -> Observed.share(new Share(column.markers(), column.count()), "words for no value");
            case RANGE -> range(column);
            case LENGTH -> length(column);
            case CLASS_BALANCE -> balance(column);
            case PSI -> drift(column, shift -> shift.distance().psiPpm());
            case KS -> drift(column, shift -> shift.distance().ksPpm());
            case JS -> drift(column, shift -> shift.distance().jsPpm());
            case ROW_COUNT, DUPLICATE_ROWS, NEAR_DUPLICATE_SHARE, CONTAMINATION, VOLUME_CHANGE ->
                throw new IllegalStateException("Not a column's measure");
        };
    }

    private static Observed range(QualityColumn column) {
        QualityColumn.Numbers numbers = column.numbers();
        if (numbers == null) {
            return Observed.nothing("holds no numbers");
        }
        return Observed.between(
                new BigDecimal(numbers.min()), new BigDecimal(numbers.max()), numbers.min() + " to " + numbers.max());
    }

    private static Observed length(QualityColumn column) {
        QualityColumn.Lengths lengths = column.lengths();
        if (lengths == null) {
            return Observed.nothing("holds no values");
        }
        return Observed.between(
                BigDecimal.valueOf(lengths.min()),
                BigDecimal.valueOf(lengths.max()),
                lengths.min() + " to " + lengths.max() + " characters");
    }

    private static Observed balance(QualityColumn column) {
        List<Long> frequencies = column.frequencies();
        if (frequencies.isEmpty()) {
            return Observed.nothing(
                    column.count() == 0 ? "holds no values" : "holds too many different values to count");
        }
        long rarest = frequencies.get(frequencies.size() - 1);
        return Observed.shares(
                rarest,
                frequencies.get(0),
                column.count(),
                "rarest " + rarest + " and most frequent " + frequencies.get(0) + " of " + column.count() + " values");
    }

    private Observed drift(QualityColumn column, ToLongFunction<Shift> ppm) {
        if (drift == null) {
            return Observed.met(FIRST);
        }
        return drift.distributions().stream()
                .filter(shift -> shift.path().equals(column.path()))
                .mapToLong(ppm)
                .max()
                .stream()
                .mapToObj(largest -> Observed.ratio(
                        largest, 1_000_000, BigDecimal.valueOf(largest, 6).toPlainString()))
                .findFirst()
                .orElse(Observed.nothing("has nothing to compare with in the version before"));
    }
}
