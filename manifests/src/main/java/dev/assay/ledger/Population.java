package dev.assay.ledger;

import dev.assay.json.Sha256;
import dev.assay.statement.ApprovalPredicate;
import dev.assay.statement.Bundle;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.ErasurePredicate;
import dev.assay.statement.Predicate;
import dev.assay.statement.RevocationPredicate;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.TrustPredicate;
import dev.assay.statement.TrustedKey;
import dev.assay.statement.WaiverPredicate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that was stated in a period, for who draws samples from it, and where it has gaps. A statement that is in the
 * log and nowhere else is a row too.
 *
 * @param rows by time, then digest
 * @param gaps in plain sentences
 */
public record Population(List<Row> rows, List<String> gaps) {

    /**
     * One statement.
     *
     * @param moment when it says it was made, in UTC; empty for one that is lost
     * @param kind such as {@code Approval}
     * @param subject such as {@code support-chats@3}
     * @param sha256 digest of its line
     * @param signers whose signatures count, separated by commas; empty if nobody's do
     * @param detail what it comes to
     */
    public record Row(
            Optional<Instant> moment, String kind, String subject, String sha256, String signers, String detail) {}

    public Population {
        rows = List.copyOf(rows);
        gaps = List.copyOf(gaps);
    }

    /**
     * The statements of a period.
     *
     * @param from first day, in UTC
     * @param to last day, in UTC
     * @param cadence longest time without a scan that is no gap
     */
    public static Population of(Ledger ledger, LocalDate from, LocalDate to, Duration cadence) {
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Roles roles = ledger.roles();
        List<Envelope> all = envelopes(ledger);
        List<Row> rows = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (Envelope envelope : all) {
            Row row = row(envelope, roles);
            boolean within = row.moment()
                    .filter(moment -> !moment.isBefore(start) && moment.isBefore(end))
                    .isPresent();
            if (within) {
                rows.add(row);
            }
        }
        lost(ledger.log(), all, rows, gaps);
        rows.stream()
                .filter(row -> row.moment().isPresent() && row.signers().isEmpty())
                .forEach(row -> gaps.add(row.kind() + " " + brief(row) + " about " + row.subject()
                        + " is signed by nobody whose signature counts"));
        pauses(rows, start, end, cadence, gaps);
        rows.sort(Comparator.comparing((Row row) -> row.moment().orElse(Instant.MAX))
                .thenComparing(Row::sha256));
        return new Population(rows, gaps);
    }

    /** Some rows, the same for the same seed and population whoever draws them: those with the smallest keyed digests. */
    public List<Row> sample(int size, String seed) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> Sha256.hex(seed + "\n" + row.sha256()))
                        .thenComparing(Row::sha256))
                .limit(size)
                .toList();
    }

    private static List<Envelope> envelopes(Ledger ledger) {
        List<Envelope> all = new ArrayList<>(ledger.trust().changes());
        for (String id : ledger.datasets()) {
            int newest = ledger.latest(id).map(StoredVersion::number).orElse(0);
            for (int number = 1; number <= newest; number++) {
                ledger.version(id, number)
                        .map(StoredVersion::bundle)
                        .map(Bundle::envelopes)
                        .ifPresent(all::addAll);
            }
        }
        ledger.runs().forEach(run -> all.addAll(run.bundle().envelopes()));
        return all;
    }

    private static Row row(Envelope envelope, Roles roles) {
        Statement statement = envelope.statement();
        String subject = statement.subjects().get(0).name();
        String sha256 = envelope.toJson().sha256();
        try {
            StatementKind kind = StatementKind.of(statement);
            Predicate predicate = kind.read(statement);
            String signers = roles.signers(envelope, kind, predicate.moment()).stream()
                    .map(TrustedKey::holder)
                    .collect(Collectors.joining(", "));
            return new Row(Optional.of(predicate.moment()), kind.title(), subject, sha256, signers, detail(predicate));
        } catch (StatementException unknown) {
            return new Row(
                    Optional.of(Instant.EPOCH),
                    statement.predicateType(),
                    subject,
                    sha256,
                    "",
                    "cannot be read: " + unknown.getMessage());
        }
    }

    private static String detail(Predicate predicate) {
        if (predicate instanceof DecisionPredicate decision) {
            return decision.decision().outcome().label() + " by "
                    + decision.decision().policyId() + " " + decision.decision().policyVersion();
        }
        if (predicate instanceof WaiverPredicate waiver) {
            return waiver.scope().rule() + " until " + waiver.expiresOn() + ": " + waiver.reason();
        }
        if (predicate instanceof ApprovalPredicate approval) {
            return String.join(", ", approval.purposes()) + " until " + approval.expiresOn();
        }
        if (predicate instanceof RevocationPredicate revocation) {
            return revocation.reason();
        }
        if (predicate instanceof ErasurePredicate erasure) {
            return erasure.request() + ": " + erasure.method();
        }
        if (predicate instanceof TrainingRunPredicate run) {
            return run.runId() + (run.purpose() == null ? "" : " for " + run.purpose());
        }
        if (predicate instanceof TrustPredicate trust) {
            return "version " + trust.version() + ": " + trust.reason();
        }
        return "";
    }

    /** What is in the log and nowhere else, and the other way round. */
    private static void lost(StatementLog log, List<Envelope> all, List<Row> rows, List<String> gaps) {
        List<LogEntry> missing = new ArrayList<>(log.entries());
        for (Envelope envelope : all) {
            LogEntry entry = LogEntry.of(envelope);
            if (!missing.remove(entry)) {
                gaps.add("A statement about " + entry.subject() + ", "
                        + entry.sha256().substring(0, 12) + ", is not in the log");
            }
        }
        for (LogEntry entry : missing) {
            String kind = StatementKind.of(entry.predicateType())
                    .map(StatementKind::title)
                    .orElse(entry.predicateType());
            rows.add(new Row(
                    Optional.empty(), kind, entry.subject(), entry.sha256(), "", "in the log and nowhere else"));
            gaps.add(kind + " " + entry.sha256().substring(0, 12) + " about " + entry.subject()
                    + " is in the log and nowhere else: it was removed");
        }
    }

    /** Times in which a dataset was not scanned for longer than it should be. */
    private static void pauses(List<Row> rows, Instant start, Instant end, Duration cadence, List<String> gaps) {
        Map<String, List<Instant>> scans = new TreeMap<>();
        for (Row row : rows) {
            if (row.kind().equals(StatementKind.SCAN.title()) && row.moment().isPresent()) {
                String id = row.subject().substring(0, Math.max(0, row.subject().lastIndexOf('@')));
                scans.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(row.moment().get());
            }
        }
        scans.forEach((id, moments) -> {
            List<Instant> sorted = new ArrayList<>(moments);
            sorted.add(end);
            sorted.sort(Comparator.naturalOrder());
            Instant before = start;
            for (Instant moment : sorted) {
                if (Duration.between(before, moment).compareTo(cadence) > 0) {
                    gaps.add(id + " was not scanned between " + before + " and " + moment);
                }
                before = moment;
            }
        });
    }

    private static String brief(Row row) {
        return row.sha256().substring(0, 12);
    }

    /** As RFC 4180 CSV with a header. What a spreadsheet would take for a formula is preceded by an apostrophe. */
    public static String csv(List<Row> rows) {
        StringBuilder csv = new StringBuilder("time,kind,subject,sha256,signers,detail\r\n");
        for (Row row : rows) {
            String time = row.moment().map(Instant::toString).orElse("");
            csv.append(List.of(time, row.kind(), row.subject(), row.sha256(), row.signers(), row.detail()).stream()
                            .map(Population::field)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(unit -> unit == ',' || unit == '"' || unit == '\n' || unit == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
