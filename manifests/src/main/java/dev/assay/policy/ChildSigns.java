package dev.assay.policy;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.json.JsonObject;
import dev.assay.manifest.Counts;
import dev.assay.manifest.DetectorHits;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.Histogram;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs in a record that data are about children: names of columns, ages, birth dates by the day the data were collected,
 * statements in texts. What an age below is, is the caller's to say; of what the record tells by bands, a band that begins
 * below it counts whole.
 */
final class ChildSigns {
    /** What the detectors of children's ages are called, by the least age that each group of them finds. */
    private static final Map<String, Integer> LEAST_AGE_BY_ENDING = Map.of("-under-13", 0, "-13-to-17", 13);

    private static final String AGE_DETECTOR = "child-age-";

    private final ManifestFacts facts;
    private final int age;
    private final List<String> signs = new ArrayList<>();

    private ChildSigns(ManifestFacts facts, int age) {
        this.facts = facts;
        this.age = age;
    }

    /** A sentence for each sign of people younger than an age; empty if there is none. */
    static List<String> of(ManifestFacts facts, Suppressed suppressed, int age) {
        ChildSigns found = new ChildSigns(facts, age);
        List<String> named = facts.provenance().origins().childColumns();
        if (!named.isEmpty()) {
            found.signs.add("columns are named after children, first `" + named.get(0) + "`");
        }
        facts.privacy().entities().stream()
                .filter(count -> count.findingClass() == FindingClass.REAL)
                .filter(count -> !suppressed.covers(count))
                .forEach(found::look);
        return List.copyOf(found.signs);
    }

    private void look(EntityCount count) {
        switch (count.type().name()) {
            case "AGE" -> {
                saidInText(count);
                if (fillsItsColumn(count)) {
                    column(count.column()).ifPresent(this::agesOfColumn);
                }
            }
            case "CHILD_MARKER" -> add(count.settled().hits(), "statements of children in", count.column());
            case "DATE_OF_BIRTH" -> {
                if (fillsItsColumn(count)) {
                    birthDates(count.column());
                }
            }
            default -> {
                // No other type says how old somebody is.
            }
        }
    }

    /** Whether most cells hold such a finding, likely at least: a column of that and not texts that mention one. */
    private static boolean fillsItsColumn(EntityCount count) {
        Counts settled = count.settled();
        return settled.cellsAtLeast(ConfidenceBand.LIKELY).count() * 2
                >= settled.cells().of();
    }

    private Optional<QualityColumn> column(String path) {
        return facts.quality().map(Quality::columns).orElse(List.of()).stream()
                .filter(column -> column.path().equals(path))
                .findFirst();
    }

    private void saidInText(EntityCount count) {
        long hits = count.settled().detectors().stream()
                .filter(this::findsChildren)
                .mapToLong(DetectorHits::hits)
                .sum();
        add(hits, "ages of children in", count.column());
    }

    private boolean findsChildren(DetectorHits hits) {
        return hits.detector().startsWith(AGE_DETECTOR)
                && LEAST_AGE_BY_ENDING.entrySet().stream()
                        .anyMatch(band -> hits.detector().endsWith(band.getKey()) && band.getValue() < age);
    }

    private void agesOfColumn(QualityColumn column) {
        QualityColumn.Numbers numbers = column.numbers();
        if (numbers != null) {
            add(younger(numbers.grid()), "values under " + age + " in", column.path());
        }
    }

    private long younger(Histogram numbers) {
        return numbers.counts().entrySet().stream()
                .filter(bucket -> bucket.getKey() >= 0 && NumberBuckets.isBelow(bucket.getKey(), age))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The youngest decides: the record holds the last day of a column. A decision tells the age, not somebody's birthday. */
    private void birthDates(String path) {
        Optional<LocalDate> youngest = column(path)
                .flatMap(column -> Optional.ofNullable(column.days()))
                .map(days -> LocalDate.parse(days.max()));
        Optional<LocalDate> collected = collected();
        if (youngest.isEmpty()) {
            signs.add("birth dates in `" + path + "` are no ISO 8601 days, so that nobody's age can be told");
        } else if (collected.isEmpty()) {
            signs.add("no source has a date or generation period by which to tell an age from birth dates in `" + path
                    + "`");
        } else if (youngest.get().isAfter(collected.get())) {
            signs.add("the last birth date in `" + path + "` is after the data were collected, on " + collected.get());
        } else if (youngest.get().isAfter(collected.get().minusYears(age))) {
            long years = ChronoUnit.YEARS.between(youngest.get(), collected.get());
            signs.add("by the last birth date in `" + path + "` somebody was " + years + " years old on "
                    + collected.get());
        }
    }

    /** The end of the earliest source: rows do not say of which source they are. */
    private Optional<LocalDate> collected() {
        return facts.provenance().declaredSources().stream()
                .flatMap(source -> collected(source).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> collected(JsonObject source) {
        return source.findObject("generationPeriod")
                .flatMap(period -> period.findString("to"))
                .or(() -> source.findString("date"))
                .map(LocalDate::parse);
    }

    private void add(long count, String what, String path) {
        if (count > 0) {
            signs.add(count + " " + what + " `" + path + "`");
        }
    }
}
