package dev.assay.scan;

import dev.assay.config.ConfigException;
import dev.assay.detect.CellBatch;
import dev.assay.format.CellSink;
import dev.assay.format.ColumnSchema;
import dev.assay.format.DataException;
import dev.assay.format.FileSection;
import dev.assay.format.Formats;
import dev.assay.quality.EvaluationSets;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.SectionReader;
import dev.assay.storage.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Reads the evaluation sets a workspace names, wholly or not at all: an item left out would count as unseen. */
public final class EvaluationSetReader {
    private final Storage storage;
    private final EvaluationSets.Builder sets = new EvaluationSets.Builder();

    private EvaluationSetReader(Storage storage) {
        this.storage = storage;
    }

    /**
     * Reads sets.
     *
     * @param locations by name
     * @throws ConfigException if a set cannot be read wholly or all of them are too large
     * @throws dev.assay.storage.StorageException if bytes cannot be had
     */
    public static EvaluationSets read(Storage storage, SortedMap<String, String> locations) {
        if (locations.isEmpty()) {
            return EvaluationSets.NONE;
        }
        EvaluationSetReader reader = new EvaluationSetReader(storage);
        locations.forEach(reader::set);
        return reader.sets.build();
    }

    private void set(String name, String location) {
        ScanPlan plan = new Planner(storage, Optional.empty(), Long.MAX_VALUE, Optional.empty())
                .plan(storage.list(new Location(location), FileFilter.ALL), List.of(), 1);
        ScanSummary summary = new ScanSummary();
        Items items = new Items(name);
        for (Split split : plan.splits()) {
            for (Split.Part part : split.sections()) {
                if (!part.problem().isEmpty()) {
                    throw unreadable(name, part.problem());
                }
                section(part.section(), items, summary);
            }
        }
        if (plan.splits().isEmpty()) {
            throw unreadable(name, location + " holds no files");
        }
        sets.endSet(name, FileEntries.listing(plan, summary).root(), items.count);
    }

    private void section(FileSection section, Items items, ScanSummary summary) {
        try (RangeReader file = storage.open(section.file());
                SectionReader reader = Chunks.reader(section, file)) {
            long before = items.count;
            Formats.named(section.format()).read(section, reader, items);
            summary.section(new SectionResult(
                    section.file().path(),
                    section.ordinal(),
                    section.format(),
                    reader.finish(),
                    new TreeSet<>(),
                    items.count - before,
                    section.rows(),
                    section.isWholeFile(),
                    false));
        } catch (DataException bad) {
            throw unreadable(items.set, String.valueOf(bad.getMessage()));
        }
    }

    private static ConfigException unreadable(String set, String why) {
        return new ConfigException("The evaluation set `" + set + "` of `scan.evaluation-sets` cannot be read: " + why);
    }

    /** Takes the cells of one set; its rows are its items. */
    private final class Items implements CellSink {
        private final String set;
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<Integer, CellBatch> dictionaries = new HashMap<>();

        private long count;

        Items(String set) {
            this.set = set;
        }

        @Override
        public int column(ColumnSchema column) {
            Integer known = columns.putIfAbsent(column.path(), columns.size());
            return known == null ? columns.size() - 1 : known;
        }

        @Override
        public void beginRows(long firstRow) {}

        @Override
        public void cells(int column, CellBatch batch, int[] rows) {
            for (int i = 0; i < batch.cells(); i++) {
                cell(batch, i, rows[i]);
            }
        }

        private void cell(CellBatch batch, int cell, int row) {
            sets.cell(Math.toIntExact(count + row), batch.bytes(), batch.start(cell), batch.end(cell));
        }

        @Override
        public void dictionary(int column, CellBatch values) {
            dictionaries.put(column, values);
        }

        @Override
        public void occurrences(int column, int[] ids, int[] rows, int occurrences) {
            CellBatch dictionary = Objects.requireNonNull(dictionaries.get(column));
            for (int i = 0; i < occurrences; i++) {
                cell(dictionary, ids[i], rows[i]);
            }
        }

        @Override
        public void nulls(int column, long cells) {}

        @Override
        public void endRows(int rows) {
            count += rows;
        }

        @Override
        public void notApplicable(int column, String reason, long cells) {}

        @Override
        public void invalidText(int column, long cells) {}

        @Override
        public void irregular(String reason, long rows) {}

        @Override
        public void skipped(String columnPath, String reason, long bytes, long rows) {
            throw unreadable(set, reason);
        }
    }
}
