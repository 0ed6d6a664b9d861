package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Published;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Skipped;
import dev.assay.manifest.SkippedPart;
import dev.assay.policy.Decision;
import dev.assay.policy.RuleResult;
import dev.assay.statement.Envelope;
import dev.assay.statement.ScanPredicate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the scan of one dataset came to.
 *
 * @param report where the report was written
 */
record ScanOutcome(Published published, Manifest manifest, Decision decision, Path report, Duration time) {
    /** How many unread parts are spelled out. */
    private static final int MAX_NAMED = 5;

    ExitCode exitCode() {
        return ExitCodes.of(decision);
    }

    /** One line for a person, then one for each objection, what was not read and what is worth a look. */
    List<String> lines() {
        Coverage coverage = manifest.facts().coverage();
        String news = switch (published.step()) {
            case NEW_VERSION -> "new version";
            case NEW_STATEMENTS, UNCHANGED -> "unchanged";
        };
        String line = manifest.name() + " (" + news + "): "
                + decision.outcome().label() + " by " + decision.policyId() + " " + decision.policyVersion() + "; "
                + Amounts.count(manifest.facts().content().files(), "file") + ", "
                + Amounts.count(coverage.rowsRead(), "row") + ", "
                + Amounts.bytes(coverage.bytesRead()) + "; manifest sha256:" + manifest.sha256();
        List<String> lines = new ArrayList<>();
        lines.add(line);
        for (RuleResult result : decision.objections()) {
            lines.add("  " + result.outcome().label() + " " + result.rule() + ": " + result.reason());
        }
        decision.suppressions().forEach(entry -> lines.add("  suppression " + entry.id() + ": " + entry.sentence()));
        unread(coverage.skipped(), lines);
        long reused = reusedFiles();
        if (reused > 0) {
            lines.add("  reused: " + Amounts.count(reused, "file")
                    + " hashed and not parsed again, the bytes and settings being those of an earlier scan");
        }
        coverage.remarks().forEach(remark -> lines.add("  note: " + remark));
        lines.add("  report: " + report);
        return List.copyOf(lines);
    }

    /** Files this scan did not parse, as its statement says; statements lie in no order. */
    private long reusedFiles() {
        return published.version().bundle().envelopes().stream()
                .map(Envelope::statement)
                .filter(statement -> statement.predicateType().equals(ScanPredicate.TYPE))
                .map(statement -> ScanPredicate.fromJson(statement.predicate()))
                .max(Comparator.comparing(ScanPredicate::moment))
                .map(scan -> scan.run().parameters().getOrDefault("reused.files", "0"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static void unread(Skipped skipped, List<String> lines) {
        List<SkippedPart> named =
                skipped.listed().subList(0, Math.min(MAX_NAMED, skipped.listed().size()));
        for (SkippedPart part : named) {
            String file = part.file() == null ? "" : part.file() + ": ";
            lines.add("  unread " + file + part.reason());
        }
        if (skipped.parts() > named.size()) {
            lines.add("  unread: " + Amounts.count(skipped.parts() - named.size(), "more part")
                    + "; the report and the manifest list them.");
        }
        if (skipped.parts() > 0) {
            lines.add("  Mend these files, or leave them out with `exclude` in the card, and scan again.");
        }
    }

    JsonObject toJson(long run) {
        Coverage coverage = manifest.facts().coverage();
        return JsonObject.builder()
                .put("dataset", manifest.facts().dataset().id())
                .put("version", manifest.version())
                .put("manifestSha256", manifest.sha256())
                .put("root", manifest.facts().content().root())
                .put("step", published.step().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("commit", published.commit())
                .put("decision", decision.outcome().label())
                .put("results", decision.resultsJson())
                .put("suppressions", decision.suppressionsJson())
                .put("exitCode", exitCode().code())
                .put("files", manifest.facts().content().files())
                .put("reusedFiles", reusedFiles())
                .put("rows", coverage.rowsRead())
                .put("bytes", coverage.bytesRead())
                .put("complete", coverage.complete())
                .put("run", run)
                .put("report", report.toString())
                .put("millis", time.toMillis())
                .build();
    }
}
