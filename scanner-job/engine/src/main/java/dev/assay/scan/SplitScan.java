package dev.assay.scan;

import dev.assay.detect.CellScanner;
import dev.assay.detect.RuleSet;
import dev.assay.format.DataException;
import dev.assay.format.FileSection;
import dev.assay.format.Formats;
import dev.assay.provenance.OriginColumns;
import dev.assay.quality.QualityDemands;
import dev.assay.storage.ByteRange;
import dev.assay.storage.FileDigest;
import dev.assay.storage.RangeReader;
import dev.assay.storage.SectionReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scans one split: a pure function of its bytes and the settings. */
final class SplitScan {
    private final Storage storage;
    private final RuleSet rules;
    private final CellScanners scanners;
    private final SecondLook secondLook;
    private final ScanLimits limits;
    private final Suppressions suppressions;
    private final QualityDemands demands;
    private final OriginColumns originColumns;
    private final Optional<SectionCache> cache;
    private final String settingsSha256;

    SplitScan(
            Storage storage,
            RuleSet rules,
            CellScanners scanners,
            SecondLook secondLook,
            ScanLimits limits,
            Suppressions suppressions,
            QualityDemands demands,
            OriginColumns originColumns,
            Optional<SectionCache> cache,
            String settingsSha256) {
        this.storage = storage;
        this.rules = rules;
        this.scanners = scanners;
        this.secondLook = secondLook;
        this.limits = limits;
        this.suppressions = suppressions;
        this.demands = demands;
        this.originColumns = originColumns;
        this.cache = cache;
        this.settingsSha256 = settingsSha256;
    }

    ScanSummary scan(Split split) {
        ScanSummary summary = ScanSummary.ofSplit(split.index());
        switch (split.kind()) {
            case SCAN -> scanSections(split, summary);
            case DIGEST -> digest(split, summary);
            case MD5 -> md5(split, summary);
        }
        return summary;
    }

    private void scanSections(Split split, ScanSummary summary) {
        boolean readable =
                split.sections().stream().allMatch(part -> part.problem().isEmpty());
        if (cache.isEmpty() || !readable || split.sections().size() == 1) {
            summary.merge(scanEach(split.sections(), summary));
            return;
        }
        List<FileSection> sections =
                split.sections().stream().map(Split.Part::section).toList();
        summary.merge(cache.get().find(sections, settingsSha256, storage).orElseGet(() -> {
            ScanSummary together = scanEach(split.sections(), summary);
            cache.get().keep(sections, settingsSha256, together);
            return together;
        }));
    }

    /** Scans sections that no earlier scan knows, and counts the canaries of that in another summary. */
    private ScanSummary scanEach(List<Split.Part> parts, ScanSummary canaries) {
        ScanSummary found = new ScanSummary();
        List<Split.Part> unknown = new ArrayList<>();
        for (Split.Part part : parts) {
            known(part).ifPresentOrElse(found::merge, () -> unknown.add(part));
        }
        if (unknown.isEmpty()) {
            return found;
        }
        CellScanner scanner = scanners.take();
        Canaries.shipped().release(rules, scanner, canaries);
        for (Split.Part part : unknown) {
            secondLook.require(part);
            if (cache.isPresent() && part.problem().isEmpty()) {
                ScanSummary alone = new ScanSummary();
                scanSection(part, scanner, alone);
                cache.get().keep(List.of(part.section()), settingsSha256, alone);
                found.merge(alone);
            } else {
                scanSection(part, scanner, found);
            }
        }
        scanners.give(scanner);
        return found;
    }

    private Optional<ScanSummary> known(Split.Part part) {
        return part.problem().isEmpty()
                ? cache.flatMap(kept -> kept.find(List.of(part.section()), settingsSha256, storage))
                : Optional.empty();
    }

    private void scanSection(Split.Part part, CellScanner scanner, ScanSummary summary) {
        FileSection section = part.section();
        try (RangeReader file = storage.open(section.file());
                SectionReader reader = Chunks.reader(section, file)) {
            SectionScan sink =
                    new SectionScan(section, rules, scanner, limits, suppressions, demands, originColumns, summary);
            if (part.problem().isEmpty()) {
                read(section, reader, sink);
            } else {
                sink.skipped("", part.problem(), section.end() - section.start(), 0);
            }
            sink.finish(reader.finish());
        }
    }

    private void read(FileSection section, SectionReader reader, SectionScan sink) {
        try {
            Formats.named(section.format()).read(section, reader, sink);
        } catch (DataException bad) {
            long missing = Math.max(0, section.rows() - sink.rows());
            sink.skipped("", String.valueOf(bad.getMessage()), 0, missing);
        }
    }

    private void md5(Split split, ScanSummary summary) {
        for (Split.Part part : split.sections()) {
            StoredFile stored = part.section().file();
            try (RangeReader file = storage.open(stored)) {
                summary.md5(FileMd5.of(stored.path(), file));
            }
        }
    }

    private void digest(Split split, ScanSummary summary) {
        List<ByteRange> ranges = new ArrayList<>(split.shared());
        ranges.addAll(Chunks.of(split.sections().get(0).section().file().length()));
        for (Split.Part part : split.sections()) {
            ranges.add(new ByteRange(part.section().start(), part.section().end()));
        }
        FileSection first = split.sections().get(0).section();
        try (RangeReader file = storage.open(first.file())) {
            summary.digest(new DigestedFile(first.file().path(), FileDigest.of(file, ranges)));
        }
    }
}
