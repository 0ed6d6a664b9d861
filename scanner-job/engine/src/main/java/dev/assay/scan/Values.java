package dev.assay.scan;

import dev.assay.manifest.Contamination;
import dev.assay.manifest.Histogram;
import dev.assay.manifest.Languages;
import dev.assay.manifest.MetExpectation;
import dev.assay.manifest.NearDuplicates;
import dev.assay.manifest.Provenance;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.RepeatedRows;
import dev.assay.manifest.Representation;
import dev.assay.manifest.Share;
import dev.assay.manifest.UniqueColumn;
import dev.assay.quality.CharacterClass;
import dev.assay.quality.ColumnQuality;
import dev.assay.quality.EvaluationSets;
import dev.assay.quality.NearRepeats;
import dev.assay.quality.QualityDemands;
import dev.assay.quality.RowRepeats;
import dev.assay.quality.ValueKind;
import dev.assay.summary.DistinctCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The quality section: what the values of the dataset look like. */
final class Values {
    private Values() {}

    static Quality of(ScanSummary all, CutFiles cut, Provenance card, QualityDemands demands) {
        RowRepeats rows = all.rowRepeats();
        List<QualityColumn> columns = all.columns().entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue(), cut))
                .toList();
        return new Quality(
                new RepeatedRows(new Share(rows.repeats(), rows.count()), rows.sampled()),
                nearDuplicates(all.nearRepeats()),
                DistinctCounter.METHOD,
                Representation.told(card, columns),
                expectations(all),
                Representation.of(card, columns),
                demands.sets().overlaps(all.seenRuns().places()).stream()
                        .map(Values::contamination)
                        .toList(),
                unique(all),
                demands.common().keyId().map(key -> Common.of(all, key)).orElse(null));
    }

    private static Contamination contamination(EvaluationSets.Overlap overlap) {
        return new Contamination(
                overlap.name(),
                overlap.root(),
                EvaluationSets.METHOD,
                overlap.items(),
                new Share(overlap.seen(), overlap.comparable()),
                new Share(overlap.mostlySeen(), overlap.comparable()));
    }

    private static NearDuplicates nearDuplicates(NearRepeats texts) {
        return new NearDuplicates(
                NearRepeats.METHOD,
                new Share(texts.repeats(), texts.texts()),
                texts.groups(),
                texts.largest(),
                texts.isExhaustive());
    }

    private static List<MetExpectation> expectations(ScanSummary all) {
        List<MetExpectation> expectations = new ArrayList<>();
        all.columns().forEach((path, state) -> {
            ColumnQuality quality = state.quality();
            long filled = quality.count() - quality.count(ValueKind.EMPTY);
            quality.met()
                    .forEach((sha256, cells) ->
                            expectations.add(new MetExpectation(sha256, path, new Share(cells, filled))));
        });
        return expectations;
    }

    private static List<UniqueColumn> unique(ScanSummary all) {
        List<UniqueColumn> columns = new ArrayList<>();
        all.columns()
                .forEach((path, state) -> state.quality()
                        .unique()
                        .ifPresent(unique -> columns.add(
                                new UniqueColumn(path, unique.values(), unique.compared(), unique.repeats()))));
        return columns;
    }

    private static QualityColumn column(String path, ColumnState state, CutFiles cut) {
        ColumnQuality quality = state.quality();
        return new QualityColumn(
                path,
                quality.count(),
                state.summary().nulls() + cut.missing(path),
                state.summary().invalidUtf8(),
                quality.markers(),
                counts(ValueKind.values(), ValueKind::label, quality::count),
                counts(CharacterClass.values(), CharacterClass::label, quality::count),
                quality.distinct(),
                quality.isDistinctExact(),
                quality.frequencies(),
                new Histogram(quality.spread()),
                lengths(quality),
                numbers(quality),
                days(quality),
                new Languages(quality.languages().counts(), quality.languages().isExhaustive()));
    }

    private static <T> SortedMap<String, Long> counts(T[] all, Function<T, String> label, ToLongFunction<T> count) {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (T one : all) {
            long times = count.applyAsLong(one);
            if (times > 0) {
                counts.put(label.apply(one), times);
            }
        }
        return counts;
    }

    private static QualityColumn.@Nullable Lengths lengths(ColumnQuality quality) {
        return quality.minLength()
                .flatMap(min -> quality.maxLength()
                        .map(max -> new QualityColumn.Lengths(
                                min, max, quality.totalLength(), new Histogram(quality.lengths()))))
                .orElse(null);
    }

    private static QualityColumn.@Nullable Numbers numbers(ColumnQuality quality) {
        return quality.minNumber()
                .flatMap(min -> quality.maxNumber()
                        .map(max -> new QualityColumn.Numbers(min, max, new Histogram(quality.numbers()))))
                .orElse(null);
    }

    private static QualityColumn.@Nullable Days days(ColumnQuality quality) {
        return quality.minDay()
                .flatMap(min -> quality.maxDay().map(max -> new QualityColumn.Days(min, max)))
                .orElse(null);
    }
}
