package dev.assay.report;

import dev.assay.manifest.Languages;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one column's values look like, in few words.
 *
 * @param path column path
 * @param filled values that are not empty
 * @param distinct how many different ones, with {@code about} where it is an estimate
 * @param kind what most of them are, and how many of them; for texts also the language most are in, of those whose language was told
 * @param range from the smallest to the largest number, day or length; empty if there is none
 */
record ColumnValues(String path, Share filled, String distinct, String kind, String range) {
    static List<ColumnValues> in(Quality quality) {
        return quality.columns().stream().map(ColumnValues::of).toList();
    }

    private static ColumnValues of(QualityColumn column) {
        String about = column.distinctExact() ? "" : "about ";
        return new ColumnValues(
                column.path(), column.filled(), about + Show.count(column.distinct()), kind(column), range(column));
    }

    private static String kind(QualityColumn column) {
        return column.kinds().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(kind -> kind.getKey() + ", " + Show.percent(new Share(kind.getValue(), column.count())))
                .map(kind -> kind + language(column))
                .orElse("no values");
    }

    private static String language(QualityColumn column) {
        Languages languages = column.languages();
        return languages.texts().entrySet().stream()
                .filter(language -> languages.told() > 0 && !language.getKey().equals(Languages.UNDETERMINED))
                .max(Map.Entry.comparingByValue())
                .map(language -> "; in " + language.getKey() + ", "
                        + Show.percent(new Share(language.getValue(), languages.told())))
                .orElse("");
    }

    private static String range(QualityColumn column) {
        List<String> ranges = new ArrayList<>();
        QualityColumn.Numbers numbers = column.numbers();
        if (numbers != null) {
            ranges.add(numbers.min() + " to " + numbers.max());
        }
        QualityColumn.Days days = column.days();
        if (days != null) {
            ranges.add(days.min() + " to " + days.max());
        }
        QualityColumn.Lengths lengths = column.lengths();
        if (ranges.isEmpty() && lengths != null) {
            ranges.add(
                    lengths.min() == lengths.max()
                            ? Show.count(lengths.max(), "character")
                            : Show.count(lengths.min()) + " to " + Show.count(lengths.max(), "character"));
        }
        return String.join("; ", ranges);
    }
}
