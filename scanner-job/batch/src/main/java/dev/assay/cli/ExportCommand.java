package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.export.Attested;
import dev.assay.export.Export;
import dev.assay.export.ExportException;
import dev.assay.export.ExportInput;
import dev.assay.export.Exports;
import dev.assay.export.Profile;
import dev.assay.gate.ExitCode;
import dev.assay.gate.Review;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.policy.SetAside;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Write a recorded version in another program's format.",
        description = {
            "The verdict is that of the workspace's policy as it is now. Times are those of signed statements.",
            "The public profile leaves out how confidential the data is said to be, geography, places, the columns of",
            "findings and samples."
        },
        footer = {
            "",
            "Examples:",
            "  assay export support-chats --format sarif -o findings.sarif.json",
            "  assay export support-chats@2 --format sha256sums | (cd data && sha256sum -c)",
            "  assay export chats/dataset.yaml --format junit > junit.xml",
            "  OPENLINEAGE_API_KEY=… assay export support-chats --format openlineage --send https://lineage.example.org"
        })
final class ExportCommand extends AssayCommand {
    @Parameters(
            arity = "1",
            paramLabel = "<dataset>",
            description = "Id or card, and maybe @version; default: the latest")
    String dataset = "";

    @Option(
            names = {"-f", "--format"},
            required = true,
            paramLabel = "<name>",
            completionCandidates = Formats.class,
            description = "One of: ${COMPLETION-CANDIDATES}")
    String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Where to write; default: standard output")
    @Nullable Path output;

    @Option(
            names = "--profile",
            paramLabel = "<name>",
            description = "Who it is for: ${COMPLETION-CANDIDATES}; default: internal")
    Profile profile = Profile.INTERNAL;

    @Option(
            names = "--pdf",
            description = "Pages of --format evidence-pack as PDF too, printed as by assay report --pdf")
    boolean pdf;

    @Option(
            names = "--send",
            paramLabel = "<url>",
            description = {
                "Send the events of --format openlineage to a server at this address, instead of writing them;",
                "a key is read from OPENLINEAGE_API_KEY"
            })
    @Nullable String server;

    /** The names of the formats, for the help. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Exports.all().stream().map(Export::name).iterator();
        }
    }

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        Export export = Exports.find(format).orElseThrow(() -> unknown(format));
        if (pdf && !format.equals("evidence-pack")) {
            throw new ConfigException(
                    "--pdf goes with --format evidence-pack; `assay report --pdf` prints the report.");
        }
        LineageServer receiver = server == null ? null : receiver(server);
        Workspace workspace = global.workspace(console());
        List<byte[]> files;
        String name;
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            StoredVersion version = DatasetName.read(dataset, console()).find(ledger);
            name = version.name();
            files = export.write(input(export, workspace, ledger, version));
        } catch (ExportException trouble) {
            throw new ConfigException(String.valueOf(trouble.getMessage()));
        }
        if (receiver == null) {
            hand(name, files);
        } else {
            console().say("Sent " + receiver.send(files.get(0)) + " events of " + name + " to " + receiver);
        }
        return ExitCode.PASS;
    }

    private LineageServer receiver(String address) {
        if (!format.equals("openlineage") || output != null) {
            throw new ConfigException("--send goes with --format openlineage, and without --output.");
        }
        return LineageServer.at(address, console());
    }

    private ExportInput input(Export export, Workspace workspace, Ledger ledger, StoredVersion version) {
        Roles roles = ledger.roles();
        List<Attested> attested = version.bundle().envelopes().stream()
                .map(envelope -> Attested.of(envelope, roles))
                .toList();
        Signer signer = switch (export.keyUse()) {
            case NONE -> null;
            case SIGNS -> new WorkspaceKeys(workspace, console()).scanner();
        };
        SetAside setAside = Review.setAside(version, roles, workspace.policy(), Clock.systemUTC());
        return new ExportInput(
                ReportFile.input(ledger, version, setAside.decision()),
                attested,
                setAside,
                profile,
                signer,
                pdf ? ReportFile.printer(console()) : null);
    }

    private void hand(String name, List<byte[]> files) {
        Path target = output;
        if (target != null) {
            for (int i = 0; i < files.size(); i++) {
                Path file = console().resolve(files.size() == 1 ? target : part(target, i + 1));
                ReportFile.writeWhole(file, files.get(i));
                console().say("Wrote " + file);
            }
        } else if (files.size() > 1) {
            throw new ConfigException(
                    "The export of " + name + " is " + files.size() + " files; name one with --output.");
        } else {
            try {
                console().out().write(files.get(0));
                console().out().flush();
            } catch (IOException trouble) {
                throw new ConfigException("Cannot write to standard output: " + trouble);
            }
        }
    }

    /** {@code pack.zip} becomes {@code pack-2.zip}. */
    private static Path part(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        return file.resolveSibling(stem + "-" + number + ending);
    }

    private static ConfigException unknown(String format) {
        List<String> known = Exports.all().stream().map(Export::name).toList();
        return new ConfigException(
                "There is no export format `" + format + "`; known are " + String.join(", ", known) + ".");
    }
}
