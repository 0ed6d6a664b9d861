package dev.assay.report;

import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Share;
import dev.assay.manifest.SkippedPart;
import dev.assay.manifest.Status;
import java.util.List;

/**
 * What was not read and what was not measured.
 *
 * @param bytes read, of those there are
 * @param rows read, of those there are
 * @param columns wholly read, of those that hold anything to read
 * @param sentences what is missing, one sentence each; empty if nothing is
 * @param remarks what was read all the same and is worth a look
 * @param unreadColumns columns that were not wholly read
 * @param withoutText columns that hold nothing a detector reads
 * @param skipped parts that were left out
 * @param unmeasured capabilities that were not measured or do not apply
 * @param measured capabilities that were
 */
record Gaps(
        Share bytes,
        Share rows,
        Share columns,
        List<String> sentences,
        List<String> remarks,
        Bounded<ColumnCoverage> unreadColumns,
        long withoutText,
        Bounded<SkippedPart> skipped,
        List<Status> unmeasured,
        List<Status> measured) {
    private static final int MAX_ROWS = 100;

    static Gaps in(ManifestFacts facts) {
        Coverage coverage = facts.coverage();
        List<ColumnCoverage> columns = coverage.columns();
        List<ColumnCoverage> unread = columns.stream()
                .filter(column -> column.status().leavesUnread())
                .toList();
        long withoutText = columns.stream()
                .filter(column -> column.status() == ColumnCoverage.Reading.NOT_APPLICABLE)
                .count();
        long readable = columns.size() - withoutText;
        List<SkippedPart> listed = coverage.skipped().listed();
        List<SkippedPart> shown = listed.subList(0, Math.min(MAX_ROWS, listed.size()));
        return new Gaps(
                read(coverage.bytesRead(), coverage.bytesExpected()),
                read(coverage.rowsRead(), coverage.rowsExpected()),
                new Share(readable - unread.size(), readable),
                coverage.gaps(),
                coverage.remarks(),
                Bounded.of(unread, MAX_ROWS),
                withoutText,
                new Bounded<>(shown, coverage.skipped().parts() - shown.size()),
                facts.statuses().stream()
                        .filter(status -> status.state() != Status.State.MEASURED)
                        .toList(),
                facts.statuses().stream()
                        .filter(status -> status.state() == Status.State.MEASURED)
                        .toList());
    }

    /** A file may hold more rows than it promised. */
    private static Share read(long count, long expected) {
        return new Share(count, Math.max(count, expected));
    }
}
