package dev.assay.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What only the sections of a file together tell, where the file is cut and does not say how many rows lie before a cut:
 * the numbers of rows, and in how many rows a column is missing that was met in another section.
 */
final class CutFiles {
    /** Of each file the index of each section's first row, by the number the section gave it: its first byte. */
    private final Map<String, NavigableMap<Long, Long>> starts = new HashMap<>();

    private final Map<String, Long> missing = new HashMap<>();

    private CutFiles() {}

    static CutFiles of(ScanSummary all) {
        Map<String, List<SectionResult>> files = new TreeMap<>();
        for (SectionResult section : all.sections()) {
            if (section.isPieceOfLines()) {
                files.computeIfAbsent(section.path(), unused -> new ArrayList<>())
                        .add(section);
            }
        }
        CutFiles cut = new CutFiles();
        files.forEach(cut::add);
        return cut;
    }

    private void add(String path, List<SectionResult> inOrder) {
        NavigableMap<Long, Long> ofFile = new TreeMap<>();
        TreeSet<String> columns = new TreeSet<>();
        long rows = 0;
        for (SectionResult section : inOrder) {
            ofFile.put(section.start(), rows);
            columns.addAll(section.columns());
            rows += section.rows();
        }
        starts.put(path, ofFile);
        for (SectionResult section : inOrder) {
            columns.stream()
                    .filter(column -> !section.columns().contains(column))
                    .forEach(column -> missing.merge(column, section.rows(), Long::sum));
        }
    }

    /** The index in its file of a row that was numbered by its section. */
    long row(String path, long number) {
        NavigableMap<Long, Long> ofFile = starts.get(path);
        if (ofFile == null) {
            return number;
        }
        Map.Entry<Long, Long> start = ofFile.floorEntry(number);
        if (start == null) {
            throw new IllegalStateException("No section of " + path + " begins at or before row " + number + ".");
        }
        return start.getValue() + number - start.getKey();
    }

    /** Rows of sections in which a column was not met, of files that have it elsewhere: as if it were null there. */
    long missing(String column) {
        return missing.getOrDefault(column, 0L);
    }
}
