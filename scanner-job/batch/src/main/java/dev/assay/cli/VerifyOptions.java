package dev.assay.cli;

import dev.assay.batch.DatasetScan;
import dev.assay.config.BytesVerification;
import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import dev.assay.config.Workspace;
import dev.assay.gate.BytesMode;
import dev.assay.gate.FileDigests;
import dev.assay.gate.Gate;
import dev.assay.gate.GateBasis;
import dev.assay.gate.GateCheck;
import dev.assay.gate.GateRequest;
import dev.assay.gate.GateResult;
import dev.assay.gate.IntendedUse;
import dev.assay.gate.TrustAnchors;
import dev.assay.ledger.Ledger;
import dev.assay.scan.CurrentFiles;
import dev.assay.storage.Location;
import dev.assay.storage.Storage;
import dev.assay.storage.Storages;
import dev.assay.timestamp.TimestampAuthorities;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to verify: a dataset as it lies there now, against its record. */
final class VerifyOptions {
    @Parameters(
            arity = "1",
            paramLabel = "<dataset.yaml | location>",
            description = "The card, or the file, directory or URI the data lies in")
    String dataset = "";

    @Option(
            names = "--dataset-version",
            paramLabel = "<n>",
            description = "A version of the record; default: the latest")
    @Nullable Integer version;

    @Option(
            names = "--file",
            paramLabel = "<path>",
            description = "Verify only this file of the dataset, which is all a run reads; may be given again")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--bytes",
            paramLabel = "<mode>",
            description = {
                "full (default): every byte; chunks: every byte, large files in several places at a time; subset: the"
                        + " files given by --file (default with it); trust-storage: none, S3's word on which version"
                        + " lies there"
            })
    @Nullable String bytes;

    GateResult run(Workspace workspace, Console console, IntendedUse use) {
        DatasetArgument argument = DatasetArgument.read(dataset, console);
        if (version != null && version < 1) {
            throw new ConfigException("--dataset-version: versions count from 1.");
        }
        BytesMode mode = mode();
        int workers = workspace.scan().workers();
        SeenLog seen = SeenLog.of(workspace);
        TrustAnchors anchors = new TrustAnchors(
                Set.copyOf(new WorkspaceKeys(workspace, console).trusted()),
                workspace.trust().commit(),
                workspace.trust().commits(),
                new TrustAnchors.Timestamps(
                        TimestampAuthorities.read(workspace.trust().timestampAuthorities()),
                        workspace.trust().timestamps()),
                seen.mark().orElse(null));
        GateRequest request = new GateRequest(argument.card().id(), version, workspace.policy(), anchors, use, mode);
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace));
                Storages storages = new Storages(Workspaces.storage(workspace, workers))) {
            GateResult result =
                    Gate.verify(request, ledger, files(storages, argument.card(), workers), Clock.systemUTC());
            GateBasis basis = result.basis();
            if (basis != null) {
                seen.remember(basis.log());
            }
            return result;
        }
    }

    private BytesMode mode() {
        BytesVerification way = way();
        if ((way == BytesVerification.SUBSET) == files.isEmpty()) {
            throw new ConfigException("`--bytes subset` and `--file` go together: the files that are named are the only"
                    + " ones verified.");
        }
        return new BytesMode(way, files);
    }

    private BytesVerification way() {
        String asked = bytes;
        if (asked == null) {
            return files.isEmpty() ? BytesVerification.FULL : BytesVerification.SUBSET;
        }
        try {
            return BytesVerification.parse(asked);
        } catch (IllegalArgumentException unknown) {
            throw new ConfigException("--bytes: " + unknown.getMessage() + ".");
        }
    }

    static void print(Console console, List<GateCheck> checks) {
        for (GateCheck check : checks) {
            console.say(String.format(
                    Locale.ROOT,
                    "%-8s %-12s %s",
                    check.state().name().toLowerCase(Locale.ROOT),
                    check.name(),
                    check.detail()));
        }
    }

    private static FileDigests files(Storage storage, DatasetCard card, int workers) {
        return new CurrentFiles(
                storage, new Location(card.location()), DatasetScan.filter(card), card.declaredListings(), workers);
    }
}
