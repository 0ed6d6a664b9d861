package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.statement.Envelope;
import dev.assay.statement.Predicate;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;
import dev.assay.statement.StatementKind;
import dev.assay.statement.TrustedKey;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command by which a person states something about a recorded version: signs it and commits it to the ledger. */
abstract class StatingCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Mixin
    SignerOptions signer = new SignerOptions();

    @Parameters(arity = "1", paramLabel = "<dataset>@<version>", description = "The version, such as support-chats@3")
    String dataset = "";

    StatingCommand(Console console) {
        super(console);
    }

    /**
     * What is stated.
     *
     * @param person who states it
     */
    abstract Predicate predicate(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person);

    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    final ExitCode execute() {
        Workspace workspace = global.workspace(console());
        DatasetName name = DatasetName.read(dataset, console());
        if (name.version().isEmpty()) {
            throw new ConfigException(
                    "Name the version, such as " + name.id() + "@3: a statement is about exact bytes.");
        }
        Signer key = signer.read(workspace, console());
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            StoredVersion version = name.find(ledger);
            TrustedKey person = SignerOptions.person(ledger.roles(), key);
            Predicate predicate = checked(workspace, ledger, version, person);
            Envelope envelope = Envelope.sign(Statement.about(version.manifest(), predicate), key);
            String title = StatementKind.of(predicate.type()).orElseThrow().title();
            String commit = ledger.state(
                    version.datasetId(),
                    version.number(),
                    envelope,
                    key,
                    title + " of " + version.name() + " by " + person.holder());
            if (workspace.manifests().remote() != null) {
                ledger.push();
            }
            report(title, version, envelope, person, commit);
        }
        return ExitCode.PASS;
    }

    private Predicate checked(Workspace workspace, Ledger ledger, StoredVersion version, TrustedKey person) {
        try {
            return predicate(workspace, ledger, version, person);
        } catch (StatementException unbelievable) {
            throw unbelievable;
        } catch (IllegalArgumentException trouble) {
            throw new ConfigException(String.valueOf(trouble.getMessage()));
        }
    }

    private void report(String title, StoredVersion version, Envelope envelope, TrustedKey person, String commit) {
        String sha256 = envelope.toJson().sha256();
        console().say(title + " of " + version.name() + " signed by " + person.holder() + ", statement " + sha256);
        if (format.json) {
            JsonObject json = JsonObject.builder()
                    .put("dataset", version.datasetId())
                    .put("version", version.number())
                    .put("statement", sha256)
                    .put("signedBy", person.holder())
                    .put("commit", commit)
                    .build();
            console().result(json);
        }
    }
}
