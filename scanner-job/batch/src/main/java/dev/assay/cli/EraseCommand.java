package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredRun;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Changes;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Manifest;
import dev.assay.statement.Envelope;
import dev.assay.statement.ErasurePredicate;
import dev.assay.statement.Predicate;
import dev.assay.statement.Statement;
import dev.assay.statement.TrainingRunPredicate;
import dev.assay.statement.TrustedKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "erase",
        header = "Record that something was taken out of a dataset, and which versions and runs still had it.",
        description = {
            "Takes nothing out itself: scan the data without it first, then name the version from before. Files that are"
                    + " gone or differ since then are what was erased; every older version with one of them is affected,"
                    + " and every training run that read such a version."
        },
        footer = {
            "",
            "Examples:",
            "  assay erase support-chats@4 --before 3 --request DSR-118 --method \"rows deleted, files rewritten\" \\",
            "      --not-covered \"weights of model 7\" -k ada.pem"
        })
final class EraseCommand extends StatingCommand {
    @Option(names = "--before", required = true, paramLabel = "<n>", description = "The last version that had it")
    int before;

    @Option(
            names = "--request",
            required = true,
            paramLabel = "<id>",
            description = "Reference of the request; no name")
    String request = "";

    @Option(names = "--method", required = true, paramLabel = "<text>", description = "How it was taken out")
    String method = "";

    @Option(
            names = "--not-covered",
            paramLabel = "<text>",
            description = "What this does not reach, such as trained weights; may be given again")
    List<String> notCovered = new ArrayList<>();

    EraseCommand(Console console) {
        super(console);
    }

    @Override
    Predicate predicate(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person) {
        if (before < 1 || before >= version.number()) {
            throw new ConfigException("--before: " + before + " is no version before " + version.name() + ".");
        }
        String id = version.datasetId();
        StoredVersion old = ledger.version(id, before)
                .orElseThrow(() -> new ConfigException("--before: the record has no " + id + "@" + before + "."));
        Manifest manifest = old.manifest();
        FileListing after = version.files();
        List<FileEntry> gone = old.files().files().stream()
                .filter(file -> after.files().stream().noneMatch(other -> same(file, other)))
                .toList();
        if (gone.isEmpty()) {
            throw new ConfigException("Every file of " + old.name() + " is still in " + version.name()
                    + ", so nothing was erased. Scan the data as it is now first.");
        }
        Changes changes = Changes.between(old.files(), after);
        List<String> versions = affected(ledger, id, gone);
        return new ErasurePredicate(
                request,
                method,
                manifest.sha256(),
                manifest.facts().content().root(),
                changes.removed(),
                changes.modified(),
                versions,
                runs(ledger, versions),
                notCovered,
                clock().instant());
    }

    private static boolean same(FileEntry one, FileEntry other) {
        String sha256 = one.sha256();
        return one.path().equals(other.path()) && sha256 != null && sha256.equals(other.sha256());
    }

    private List<String> affected(Ledger ledger, String id, List<FileEntry> gone) {
        List<String> versions = new ArrayList<>();
        for (int number = 1; number <= before; number++) {
            ledger.version(id, number)
                    .filter(version -> version.files().files().stream()
                            .anyMatch(file -> gone.stream().anyMatch(one -> same(one, file))))
                    .ifPresent(version -> versions.add(version.name()));
        }
        return versions;
    }

    private static List<String> runs(Ledger ledger, List<String> versions) {
        List<String> runs = new ArrayList<>();
        for (StoredRun run : ledger.runs()) {
            for (Envelope envelope : run.bundle().envelopes()) {
                Statement statement = envelope.statement();
                if (versions.contains(statement.subjects().get(0).name())) {
                    runs.add(
                            TrainingRunPredicate.fromJson(statement.predicate()).runId());
                }
            }
        }
        return runs;
    }
}
