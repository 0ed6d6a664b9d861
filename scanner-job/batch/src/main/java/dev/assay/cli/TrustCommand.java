package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.ledger.Ledger;
import dev.assay.statement.KeyFiles;
import dev.assay.statement.Role;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import dev.assay.statement.SshKey;
import dev.assay.statement.StatementException;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.TrustedKey;
import dev.assay.statement.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "trust",
        header = "Show or change who may sign what: trust/roles.yaml of the manifests repository.",
        description = {
            "A change must be signed as the present version asks, usually by one owner; give --key once for each person.",
            "The first key of a repository scans, judges and owns. To hand ownership on, add a person as owner, then take"
                    + " the role from the first key."
        },
        footer = {
            "",
            "Examples:",
            "  assay trust",
            "  assay trust --allowed-signers",
            "  assay trust --add ada.pub.pem --holder \"Ada Wren\" --role privacy --until 2027-12-31",
            "  assay trust --file roles.yaml --reason \"Two persons approve from now on\" -k tom.pem -k ida.pem",
            "  assay trust --remove 1f0c… --reason \"Left the company\""
        })
final class TrustCommand extends AssayCommand {
    @Option(names = "--add", paramLabel = "<pem>", description = "Public key to add, or to give other roles")
    @Nullable Path add;

    @Option(names = "--holder", paramLabel = "<name>", description = "The person who holds it")
    @Nullable String holder;

    @Option(
            names = "--role",
            paramLabel = "<role>",
            description = "scanner, gate, owner, privacy, ml or auditor; may be given again")
    List<Role> roles = new ArrayList<>();

    @Option(
            names = "--also",
            paramLabel = "<name>",
            description = "Another name of the person, such as an address or a team; may be given again")
    List<String> also = new ArrayList<>();

    @Option(names = "--from", paramLabel = "<day>", description = "First day the key counts")
    @Nullable String from;

    @Option(names = "--until", paramLabel = "<day>", description = "Last day the key counts")
    @Nullable String until;

    @Option(
            names = "--remove",
            paramLabel = "<fingerprint>",
            description = "Key to remove; what it signed no longer counts")
    @Nullable String remove;

    @Option(names = "--file", paramLabel = "<yaml>", description = "The whole next version")
    @Nullable Path file;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why")
    String reason = "";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "<key>",
            description = "Who signs, as for `assay approve`; may be given again. Default: the workspace's own key")
    List<String> keys = new ArrayList<>();

    @Option(
            names = "--allowed-signers",
            description = "Print the keys as the file that git's gpg.ssh.allowedSignersFile names, in place of YAML")
    boolean allowedSigners;

    TrustCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        long changes = Stream.of(add, remove, file).filter(Objects::nonNull).count();
        if (changes > 1) {
            throw new ConfigException("Give one of --add, --remove and --file.");
        }
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            if (changes == 1) {
                change(workspace, ledger);
            }
            console().out().print(shown(ledger.roles()));
            console().out().flush();
        }
        return ExitCode.PASS;
    }

    private String shown(Roles now) {
        return allowedSigners
                ? now.keys().stream().map(SshKey::allowedSigner).collect(Collectors.joining("\n", "", "\n"))
                : new String(now.fileBytes(), StandardCharsets.UTF_8);
    }

    private void change(Workspace workspace, Ledger ledger) {
        List<Signer> signers = keys.isEmpty()
                ? List.of(new WorkspaceKeys(workspace, console()).scanner())
                : keys.stream()
                        .map(key -> SignerOptions.read(key, workspace, console()))
                        .toList();
        String why = reason.isBlank() ? "No reason given." : reason;
        Clock clock = Clock.systemUTC();
        String commit =
                ledger.changeTrust(trust -> changed(trust, why, signers, clock), signers.get(0), "Trust: " + why);
        if (workspace.manifests().remote() != null) {
            ledger.push();
        }
        console().say("The trust file is at version " + ledger.trust().size() + ", commit " + commit + ".");
    }

    private TrustHistory changed(TrustHistory trust, String why, List<Signer> signers, Clock clock) {
        try {
            return trust.change(next(trust.roles(), clock), why, signers, clock);
        } catch (StatementException unsigned) {
            throw new ConfigException(unsigned.getMessage() + " Give --key once for each of them.");
        }
    }

    private Roles next(Roles now, Clock clock) {
        if (file != null) {
            return Roles.parse(bytes(console().resolve(file)));
        }
        if (remove != null) {
            Roles next = now.without(remove);
            if (next.equals(now)) {
                throw new ConfigException("--remove: no key has the fingerprint " + remove + ".");
            }
            return next;
        }
        return now.with(added(now, KeyFiles.readPublic(console().resolve(Objects.requireNonNull(add))), clock));
    }

    private static byte[] bytes(Path yaml) {
        try {
            return Files.readAllBytes(yaml);
        } catch (IOException trouble) {
            throw new ConfigException("--file: cannot read " + yaml + ": " + trouble);
        }
    }

    private TrustedKey added(Roles now, VerifyingKey key, Clock clock) {
        TrustedKey before = now.keys().stream()
                .filter(trusted -> trusted.key().equals(key))
                .findFirst()
                .orElse(null);
        String name = holder != null ? holder : before == null ? null : before.holder();
        if (name == null || roles.isEmpty()) {
            throw new ConfigException("--add: say with --holder who holds the key, and with --role what it may sign.");
        }
        Set<Role> all = new LinkedHashSet<>(roles);
        LocalDate first = from == null ? null : Day.parse("--from", from, clock);
        LocalDate last = until == null ? null : Day.parse("--until", until, clock);
        return new TrustedKey(name, all, key, also, first, last);
    }
}
