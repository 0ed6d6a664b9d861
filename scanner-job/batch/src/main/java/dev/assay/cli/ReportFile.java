package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Policy;
import dev.assay.gate.Review;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Parent;
import dev.assay.policy.SetAside;
import dev.assay.policy.WaivedDecision;
import dev.assay.report.Browser;
import dev.assay.report.HtmlReport;
import dev.assay.report.PdfPrinter;
import dev.assay.report.ReportInput;
import dev.assay.report.SignedStatement;
import dev.assay.statement.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes the report of a recorded version. */
final class ReportFile {
    private ReportFile() {}

    /**
     * The usual name, such as {@code support-chats@3.html}.
     *
     * @param ending {@code html} or {@code pdf}
     */
    static Path in(Path directory, StoredVersion version, String ending) {
        return directory.resolve(version.name() + "." + ending);
    }

    /** The report as a page, with the verdict of a policy as of today. */
    static byte[] page(Ledger ledger, StoredVersion version, Policy policy) {
        SetAside setAside = Review.setAside(version, ledger.roles(), policy, Clock.systemUTC());
        return HtmlReport.render(input(ledger, version, setAside.decision()));
    }

    /** @throws ConfigException if this machine has no browser that prints */
    static PdfPrinter printer(Console console) {
        return Browser.find(console.environment())
                .map(PdfPrinter::new)
                .orElseThrow(() ->
                        new ConfigException("--pdf is printed by Chromium, Chrome or Edge, and none is on the PATH."
                                + " Install one or name it in " + Browser.VARIABLE
                                + "; or print the HTML report from any browser, it is laid out for paper."));
    }

    /** Writes bytes whole or not at all; a file that is there is replaced. */
    static void writeWhole(Path file, byte[] bytes) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write " + file + ": " + trouble);
        }
    }

    /** Everything the record holds about a version. */
    static ReportInput input(Ledger ledger, StoredVersion version, WaivedDecision decision) {
        Manifest manifest = version.manifest();
        Roles roles = ledger.roles();
        List<SignedStatement> statements = version.bundle().envelopes().stream()
                .map(envelope -> SignedStatement.of(envelope, roles))
                .toList();
        return new ReportInput(
                manifest,
                version.files(),
                version.samples(),
                decision,
                parent(ledger, version.datasetId(), manifest).orElse(null),
                Review.surroundings(version, roles),
                statements);
    }

    private static Optional<Manifest> parent(Ledger ledger, String id, Manifest manifest) {
        Optional<Parent> link = manifest.parent();
        return link.flatMap(parent -> ledger.version(id, parent.version())).map(StoredVersion::manifest);
    }
}
