package dev.assay.report;

import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.OriginColumn;
import dev.assay.manifest.Origins;
import dev.assay.manifest.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One line of what the data itself shows about where it came from.
 *
 * @param what what was looked at
 * @param says what was found
 */
public record OriginLine(String what, String says) {
    /** All of them, in the order people ask. */
    public static List<OriginLine> of(Origins origins) {
        List<OriginLine> lines = new ArrayList<>();
        origins.listing().ifPresent(listed -> lines.add(new OriginLine("Lists of its files", says(listed))));
        origins.columns().forEach(column -> lines.add(new OriginLine(column.path(), says(column))));
        if (!origins.markers().isEmpty()) {
            lines.add(new OriginLine("Licence markers in texts", counts(named(origins.markers()))));
        }
        if (!origins.childColumns().isEmpty()) {
            lines.add(new OriginLine("Columns named after children", String.join(", ", origins.childColumns())));
        }
        origins.embedded().ifPresent(embedded -> {
            lines.add(new OriginLine("Files written by", counts(embedded.writers())));
            lines.add(new OriginLine("Keys of files' metadata", counts(embedded.keys())));
            if (!embedded.licences().isEmpty()) {
                lines.add(new OriginLine("Licences in files' metadata", counts(embedded.licences())));
            }
        });
        return lines.stream().filter(line -> !line.says().isBlank()).toList();
    }

    private static String says(OriginColumn column) {
        List<String> parts = new ArrayList<>();
        Share rows = column.rows();
        parts.add(column.role() + " in "
                + (rows == null ? column.filled() + " cells" : rows.count() + " of " + rows.of() + " rows"));
        OriginColumn.Domains domains = column.domains();
        if (domains != null) {
            parts.add((domains.exact() ? "" : "at least ") + domains.distinct() + " domains: " + counts(domains.named())
                    + (domains.others() == 0 ? "" : "others " + domains.others()));
        }
        if (!column.licences().isEmpty()) {
            parts.add(counts(column.licences()).strip());
        }
        if (column.unrecognised() > 0) {
            parts.add(column.unrecognised() + " cells not recognised");
        }
        OriginColumn.Days days = column.days();
        if (days != null) {
            parts.add(days.first() + " to " + days.last());
        }
        return String.join("; ", parts);
    }

    private static SortedMap<String, Long> named(SortedMap<String, Long> markers) {
        SortedMap<String, Long> named = new TreeMap<>(markers);
        Long unnamed = named.remove("");
        if (unnamed != null) {
            named.put("of no certain licence", unnamed);
        }
        return named;
    }

    private static String counts(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .limit(10)
                .map(entry -> entry.getKey() + " " + entry.getValue() + " ")
                .collect(Collectors.joining());
    }

    private static String says(ListedFiles listed) {
        String names = listed.lists().stream()
                .map(list -> list.name() + " (" + list.kind() + ")")
                .collect(Collectors.joining(", "));
        long byMd5 =
                listed.lists().stream().mapToLong(list -> list.matching().md5()).sum();
        String only = byMd5 == 0 ? "" : ", " + byMd5 + " of them shown by MD5 only";
        return names + ": " + listed.matching() + " as listed" + only + ", " + listed.missing() + " missing, "
                + listed.differing() + " differing, " + listed.unlisted() + " in no list";
    }
}
