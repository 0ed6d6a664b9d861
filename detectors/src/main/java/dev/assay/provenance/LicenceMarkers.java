package dev.assay.provenance;

import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.rights.LicenceIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The licences that markers in one column's text stand for, such as {@code SPDX-License-Identifier: MIT}: cells by SPDX
 * identifier. A cell counts once for each licence it names. One thread.
 */
public final class LicenceMarkers {
    /** Stands for markers that name no licence for certain, such as a header without a version. */
    public static final String UNRECOGNISED = "";

    /** As much behind a marker is read with it, where headers give their version. */
    private static final int BEHIND_BYTES = 16;

    private final int detector;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private Map<Integer, List<String>> dictionary = Map.of();

    /** @param detector index of the detector of markers in the rule set; −1 if there is none */
    public LicenceMarkers(int detector) {
        this.detector = detector;
    }

    /** Counts a batch that was scanned. */
    public void cells(CellBatch batch, Findings findings) {
        marked(batch, findings)
                .values()
                .forEach(licences -> licences.forEach(licence -> counts.merge(licence, 1L, Long::sum)));
    }

    /** Takes the values that {@link #occurrences} will speak of. */
    public void dictionary(CellBatch values, Findings findings) {
        dictionary = marked(values, findings);
    }

    public void occurrences(int[] ids, int count) {
        if (dictionary.isEmpty()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            dictionary.getOrDefault(ids[i], List.of()).forEach(licence -> counts.merge(licence, 1L, Long::sum));
        }
    }

    /** Cells by licence, {@value #UNRECOGNISED} among them. */
    public SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    private Map<Integer, List<String>> marked(CellBatch batch, Findings findings) {
        Map<Integer, List<String>> marked = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            boolean counts = findings.detector(i) == detector
                    && findings.isWinner(i)
                    && findings.findingClass(i) == FindingClass.REAL;
            if (counts) {
                int cell = findings.cell(i);
                String licence = licence(
                        batch.bytes(),
                        batch.start(cell) + findings.start(i),
                        batch.start(cell) + findings.end(i),
                        batch.end(cell));
                List<String> licences = marked.computeIfAbsent(cell, unused -> new ArrayList<>());
                if (!licences.contains(licence)) {
                    licences.add(licence);
                }
            }
        }
        return marked;
    }

    private static String licence(byte[] bytes, int start, int end, int cellEnd) {
        int behind = Math.min(cellEnd, end + BEHIND_BYTES);
        String marker = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        String further = new String(bytes, end, behind - end, StandardCharsets.UTF_8);
        return LicenceIds.marked(marker, further).orElse(UNRECOGNISED);
    }
}
