package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.quality.NearRepeats;
import dev.assay.quality.RowRepeats;
import dev.assay.quality.SeenRuns;
import dev.assay.summary.RowCounts;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What scanning a split, or any number of splits, came to: counts and sorted collections, no cell text. Merging is
 * associative and commutative, and the empty summary changes nothing. Mutable; not thread-safe.
 */
public final class ScanSummary {
    /** How many skips a summary spells out; further ones are only counted. */
    static final int MAX_SKIPS = 1_000;

    private final TreeSet<Integer> splits = new TreeSet<>();
    private final TreeSet<SectionResult> sections = new TreeSet<>();
    private final TreeMap<String, DigestedFile> digests = new TreeMap<>();
    private final TreeMap<String, FileMd5> md5s = new TreeMap<>();
    private final EmbeddedCounts embedded = new EmbeddedCounts();
    private final TreeMap<String, Long> licenceMarkers = new TreeMap<>();
    private final TreeMap<String, ColumnState> columns = new TreeMap<>();
    private final TreeMap<Skip, Long> skips = new TreeMap<>();
    private final TreeSet<String> skippedColumns = new TreeSet<>();
    private final TreeSet<String> filesWithSkips = new TreeSet<>();
    private final TreeMap<String, Long> notes = new TreeMap<>();
    private final RowCounts rowCounts = new RowCounts();
    private final RowRepeats rowRepeats = new RowRepeats();
    private final NearRepeats nearRepeats = new NearRepeats();
    private final SeenRuns seenRuns = new SeenRuns();
    private final TreeSet<String> canariesFound = new TreeSet<>();
    private final TreeSet<String> canariesMissed = new TreeSet<>();
    private SkipTotals skipTotals = SkipTotals.NONE;

    /** An empty summary. */
    public ScanSummary() {}

    static ScanSummary ofSplit(int index) {
        ScanSummary summary = new ScanSummary();
        summary.splits.add(index);
        return summary;
    }

    void section(SectionResult result) {
        sections.add(result);
    }

    void digest(DigestedFile digest) {
        digests.put(digest.path(), digest);
    }

    void md5(FileMd5 md5) {
        md5s.put(md5.path(), md5);
    }

    void licenceMarker(String licence, long cells) {
        licenceMarkers.merge(licence, cells, Long::sum);
    }

    /** What files say of themselves. */
    EmbeddedCounts embedded() {
        return embedded;
    }

    /** Cells with licence markers, by the licence they stand for. */
    SortedMap<String, Long> licenceMarkers() {
        return Collections.unmodifiableSortedMap(licenceMarkers);
    }

    ColumnState column(String path) {
        return columns.computeIfAbsent(path, unused -> new ColumnState());
    }

    void skip(Skip skip) {
        skipTotals = skipTotals.plus(new SkipTotals(1, skip.bytes(), skip.rows()));
        filesWithSkips.add(skip.file());
        if (!skip.column().isEmpty()) {
            skippedColumns.add(skip.column());
        }
        keep(skip, 1);
    }

    private void keep(Skip skip, long times) {
        skips.merge(skip, times, Long::sum);
        if (skips.size() > MAX_SKIPS) {
            skips.pollLastEntry();
        }
    }

    void note(String what, long count) {
        notes.merge(what, count, Long::sum);
    }

    void canary(String name, boolean found) {
        (found ? canariesFound : canariesMissed).add(name);
    }

    /** Takes in another summary of other splits. */
    public void merge(ScanSummary other) {
        if (!Collections.disjoint(splits, other.splits)) {
            throw new IllegalStateException("A split's summary was merged twice.");
        }
        splits.addAll(other.splits);
        sections.addAll(other.sections);
        digests.putAll(other.digests);
        md5s.putAll(other.md5s);
        embedded.merge(other.embedded);
        other.licenceMarkers.forEach(this::licenceMarker);
        other.columns.forEach((path, state) -> column(path).merge(state));
        other.skips.forEach(this::keep);
        skipTotals = skipTotals.plus(other.skipTotals);
        skippedColumns.addAll(other.skippedColumns);
        filesWithSkips.addAll(other.filesWithSkips);
        other.notes.forEach(this::note);
        rowCounts.merge(other.rowCounts);
        rowRepeats.merge(other.rowRepeats);
        nearRepeats.merge(other.nearRepeats);
        seenRuns.merge(other.seenRuns);
        canariesFound.addAll(other.canariesFound);
        canariesMissed.addAll(other.canariesMissed);
    }

    /** The same, but that an earlier scan made it. */
    ScanSummary asReused() {
        List<SectionResult> made = List.copyOf(sections);
        sections.clear();
        made.forEach(section -> sections.add(section.asReused()));
        return this;
    }

    /** Indices of the splits that are in this summary. */
    public SortedSet<Integer> splits() {
        return Collections.unmodifiableSortedSet(splits);
    }

    public Collection<SectionResult> sections() {
        return Collections.unmodifiableSortedSet(sections);
    }

    public SortedMap<String, DigestedFile> digests() {
        return Collections.unmodifiableSortedMap(digests);
    }

    /** Files that were hashed with MD5 as well, by path. */
    SortedMap<String, FileMd5> md5s() {
        return Collections.unmodifiableSortedMap(md5s);
    }

    /** Columns by path. */
    public SortedMap<String, ColumnState> columns() {
        return Collections.unmodifiableSortedMap(columns);
    }

    /** The first of the skips in their order and how often each was met; {@link #skipTotals()} counts all. */
    public SortedMap<Skip, Long> skips() {
        return Collections.unmodifiableSortedMap(skips);
    }

    /** All skips, the ones not spelled out included. */
    public SkipTotals skipTotals() {
        return skipTotals;
    }

    /** Paths of columns that were not wholly read. */
    SortedSet<String> skippedColumns() {
        return Collections.unmodifiableSortedSet(skippedColumns);
    }

    /** Paths of files that were not wholly read. */
    SortedSet<String> filesWithSkips() {
        return Collections.unmodifiableSortedSet(filesWithSkips);
    }

    /** Peculiarities that lost nothing, such as rows with too many fields, and how often each was met. */
    public SortedMap<String, Long> notes() {
        return Collections.unmodifiableSortedMap(notes);
    }

    public RowCounts rowCounts() {
        return rowCounts;
    }

    /** Rows that are there more than once. */
    public RowRepeats rowRepeats() {
        return rowRepeats;
    }

    /** Long texts that are much like another. */
    public NearRepeats nearRepeats() {
        return nearRepeats;
    }

    /** Runs of words of evaluation sets. */
    public SeenRuns seenRuns() {
        return seenRuns;
    }

    /** Canaries that every split which looked for them found. */
    public SortedSet<String> canariesFound() {
        TreeSet<String> always = new TreeSet<>(canariesFound);
        always.removeAll(canariesMissed);
        return always;
    }

    public SortedSet<String> canariesMissed() {
        return Collections.unmodifiableSortedSet(canariesMissed);
    }

    /** Rows read so far. */
    public long rows() {
        return sections.stream().mapToLong(SectionResult::rows).sum();
    }

    public Json toJson() {
        JsonObject.Builder columnsJson = JsonObject.builder();
        columns.forEach((path, state) -> columnsJson.put(path, state.toJson()));
        return JsonObject.builder()
                .put("splits", splits.stream().map(Json::of).toList())
                .put("sections", sections.stream().map(SectionResult::toJson).toList())
                .put(
                        "digests",
                        digests.values().stream().map(DigestedFile::toJson).toList())
                .put("md5s", md5s.values().stream().map(FileMd5::toJson).toList())
                .put("embedded", embedded.toJson())
                .put("licenceMarkers", JsonObject.ofCounts(licenceMarkers))
                .put("columns", columnsJson.build())
                .put(
                        "skips",
                        skips.entrySet().stream().map(ScanSummary::skipJson).toList())
                .put("skipTotals", skipTotals.toJson())
                .putStrings("skippedColumns", skippedColumns)
                .putStrings("filesWithSkips", filesWithSkips)
                .put("notes", JsonObject.ofCounts(notes))
                .put("rowCounts", rowCounts.toJson())
                .put("rowRepeats", rowRepeats.toJson())
                .put("nearRepeats", nearRepeats.toJson())
                .put("seenRuns", seenRuns.encode())
                .putStrings("canariesFound", canariesFound)
                .putStrings("canariesMissed", canariesMissed)
                .build();
    }

    private static Json skipJson(Map.Entry<Skip, Long> skip) {
        return JsonObject.builder()
                .put("skip", skip.getKey().toJson())
                .put("times", skip.getValue())
                .build();
    }

    public static ScanSummary fromJson(Json json) {
        JsonObject object = json.asObject();
        ScanSummary summary = new ScanSummary();
        object.array("splits").longs().forEach(split -> summary.splits.add(Math.toIntExact(split)));
        summary.sections.addAll(object.array("sections").objects(SectionResult::fromJson));
        object.array("digests").objects(DigestedFile::fromJson).forEach(summary::digest);
        object.array("md5s").objects(FileMd5::fromJson).forEach(summary::md5);
        summary.embedded.merge(EmbeddedCounts.fromJson(object.object("embedded")));
        object.object("licenceMarkers")
                .members()
                .forEach((licence, cells) -> summary.licenceMarker(licence, cells.asLong()));
        object.object("columns")
                .members()
                .forEach((path, state) -> summary.columns.put(path, ColumnState.fromJson(state.asObject())));
        object.array("skips")
                .objects(JsonObject.class::cast)
                .forEach(skip -> summary.skips.put(Skip.fromJson(skip.object("skip")), skip.integer("times")));
        summary.skipTotals = SkipTotals.fromJson(object.object("skipTotals"));
        summary.skippedColumns.addAll(object.strings("skippedColumns"));
        summary.filesWithSkips.addAll(object.strings("filesWithSkips"));
        object.object("notes").members().forEach((what, count) -> summary.notes.put(what, count.asLong()));
        summary.rowCounts.merge(RowCounts.fromJson(object.object("rowCounts")));
        summary.rowRepeats.merge(RowRepeats.fromJson(object.object("rowRepeats")));
        summary.nearRepeats.merge(NearRepeats.fromJson(object.object("nearRepeats")));
        summary.seenRuns.merge(SeenRuns.decode(object.string("seenRuns")));
        summary.canariesFound.addAll(object.strings("canariesFound"));
        summary.canariesMissed.addAll(object.strings("canariesMissed"));
        return summary;
    }
}
