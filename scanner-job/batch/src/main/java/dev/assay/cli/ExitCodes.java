package dev.assay.cli;

import dev.assay.batch.JobStoreException;
import dev.assay.config.ConfigException;
import dev.assay.format.DataException;
import dev.assay.gate.ExitCode;
import dev.assay.ledger.LedgerException;
import dev.assay.manifest.ManifestException;
import dev.assay.policy.Decision;
import dev.assay.policy.Outcome;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.RuleResult;
import dev.assay.statement.KeyException;
import dev.assay.statement.StatementException;
import dev.assay.storage.StorageException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.ParameterException;

/** Which exit code follows from what happened; decided here and nowhere else. */
final class ExitCodes {
    /** What several datasets together answer is the first of these that one of them answers. */
    private static final List<ExitCode> GRAVEST_FIRST = List.of(
            ExitCode.BUG,
            ExitCode.CONFIGURATION,
            ExitCode.INTEGRITY,
            ExitCode.POLICY,
            ExitCode.INCOMPLETE,
            ExitCode.STALE,
            ExitCode.APPROVAL,
            ExitCode.PASS);

    private ExitCodes() {}

    /** The gravest; nothing at all is a pass. */
    static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream()
                .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
                .orElse(ExitCode.PASS);
    }

    /** What a decision means: what could not be read comes before what waits for a person. */
    static ExitCode of(Decision decision) {
        return switch (decision.outcome()) {
            case PASS, WARN -> ExitCode.PASS;
            case FAIL -> ExitCode.POLICY;
            case NEEDS_APPROVAL ->
                decision.results().stream().anyMatch(ExitCodes::isUnread) ? ExitCode.INCOMPLETE : ExitCode.APPROVAL;
        };
    }

    private static boolean isUnread(RuleResult result) {
        return result.rule().equals(PolicyEvaluation.UNREAD_LAW) && result.outcome() != Outcome.PASS;
    }

    /** What an exception that reached the top means. */
    static ExitCode of(Throwable trouble) {
        if (trouble instanceof ConfigException
                || trouble instanceof JobStoreException
                || trouble instanceof KeyException
                || trouble instanceof LedgerException
                || trouble instanceof OutOfMemoryError
                || trouble instanceof ParameterException) {
            return ExitCode.CONFIGURATION;
        }
        if (trouble instanceof StorageException || trouble instanceof DataException) {
            return ExitCode.INCOMPLETE;
        }
        if (trouble instanceof ManifestException || trouble instanceof StatementException) {
            return ExitCode.INTEGRITY;
        }
        return ExitCode.BUG;
    }
}
