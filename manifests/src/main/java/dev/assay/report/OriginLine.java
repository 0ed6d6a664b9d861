package dev.assay.report;

import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.Origins;
import java.util.ArrayList;
import java.util.List;
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
        return List.copyOf(lines);
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
