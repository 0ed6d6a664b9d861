package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.statement.Predicate;
import dev.assay.statement.RevocationPredicate;
import dev.assay.statement.TrustedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "revoke",
        header = "End an approval or waiver before its time, or stop a version altogether.",
        description = {
            "Without --statement every approval and waiver of the version ends, and it needs a new approval even if the"
                    + " policy passes it."
        },
        footer = {
            "",
            "Examples:",
            "  assay revoke support-chats@3 --reason \"Consent withdrawn, see PR-88\" -k ada.pem",
            "  assay revoke support-chats@3 --statement 5d1c0a9e… --reason … -k ada.pem"
        })
final class RevokeCommand extends StatingCommand {
    @Option(
            names = "--statement",
            paramLabel = "<sha256>",
            description = "Digest of the approval or waiver, or its beginning")
    @Nullable String statement;

    @Option(names = "--reason", required = true, paramLabel = "<text>", description = "Why")
    String reason = "";

    RevokeCommand(Console console) {
        super(console);
    }

    @Override
    Predicate predicate(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person) {
        return new RevocationPredicate(statement == null ? null : full(version, statement), reason, clock().instant());
    }

    private static String full(StoredVersion version, String beginning) {
        List<String> found = version.bundle().digests().stream()
                .filter(digest -> digest.startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw new ConfigException("--statement: " + found.size() + " statements of " + version.name()
                    + " begin with " + beginning + ".");
        }
        return found.get(0);
    }
}
