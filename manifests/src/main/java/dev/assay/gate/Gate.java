package dev.assay.gate;

import dev.assay.config.ConfigException;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerException;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Content;
import dev.assay.manifest.Evidence;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestException;
import dev.assay.statement.Roles;
import dev.assay.statement.StatementException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that the bytes a training run is about to read are the bytes that were scanned and judged fit. Fails closed:
 * whatever cannot be shown counts against it, and every byte is read only once the record itself is believed.
 */
public final class Gate {
    static final List<String> ORDER = List.of(
            "manifest",
            "trust",
            SignatureCheck.NAME,
            "attachments",
            "chain",
            JudgementChecks.DECISION,
            JudgementChecks.CANARIES,
            JudgementChecks.FRESHNESS,
            BytesCheck.NAME);

    private final GateRequest request;
    private final Ledger ledger;
    private final FileDigests files;
    private final Clock clock;
    private final List<GateCheck> checks = new ArrayList<>();

    private Gate(GateRequest request, Ledger ledger, FileDigests files, Clock clock) {
        this.request = request;
        this.ledger = ledger;
        this.files = files;
        this.clock = clock;
    }

    /** Makes every check that can be made. */
    public static GateResult verify(GateRequest request, Ledger ledger, FileDigests files, Clock clock) {
        return new Gate(request, ledger, files, clock).verify();
    }

    private GateResult verify() {
        Optional<StoredVersion> stored = find();
        Manifest manifest = stored.map(this::manifest).orElse(null);
        if (stored.isPresent() && manifest != null) {
            judge(stored.get(), manifest);
        }
        for (String name : ORDER) {
            if (checks.stream().noneMatch(check -> check.name().equals(name))) {
                checks.add(GateCheck.skipped(name));
            }
        }
        String dataset = stored.map(StoredVersion::name).orElse(request.datasetId());
        return new GateResult(dataset, manifest == null ? null : manifest.sha256(), checks);
    }

    private Optional<StoredVersion> find() {
        Integer version = request.version();
        Optional<StoredVersion> stored =
                version == null ? ledger.latest(request.datasetId()) : ledger.version(request.datasetId(), version);
        if (stored.isEmpty()) {
            String what = request.datasetId() + (version == null ? "" : "@" + version);
            checks.add(GateCheck.failed(
                    "manifest", ExitCode.CONFIGURATION, "The ledger has no manifest of " + what + ". Scan it first."));
        }
        return stored;
    }

    private @Nullable Manifest manifest(StoredVersion stored) {
        try {
            Manifest manifest = stored.manifest();
            if (!manifest.name().equals(stored.name())) {
                throw new ManifestException("It says that it is " + manifest.name() + ".");
            }
            checks.add(GateCheck.passed("manifest", stored.name() + ", sha256 " + manifest.sha256()));
            return manifest;
        } catch (ManifestException broken) {
            checks.add(GateCheck.failed("manifest", ExitCode.INTEGRITY, stored.name() + ": " + broken.getMessage()));
            return null;
        }
    }

    private void judge(StoredVersion stored, Manifest manifest) {
        Optional<Roles> roles = trust();
        if (roles.isEmpty()) {
            return;
        }
        SignatureCheck statements = new SignatureCheck(manifest, roles.get());
        boolean signed = guarded(SignatureCheck.NAME, () -> statements.run(stored.bundle()));
        boolean attached = guarded("attachments", () -> attachments(stored, manifest));
        boolean chained = attached && guarded("chain", () -> new ChainCheck(ledger).run(stored, manifest));
        if (signed) {
            JudgementChecks judgement = new JudgementChecks(request.policy(), manifest, statements, clock);
            checks.add(judgement.decision());
            checks.add(judgement.canaries());
            checks.add(judgement.freshness());
        }
        if (signed && attached && chained) {
            FileListing listing = stored.files();
            Map<String, FileState> now = files.now(listing);
            checks.add(BytesCheck.run(listing, now));
        }
    }

    private Optional<Roles> trust() {
        try {
            Roles all = ledger.roles();
            Roles roles = request.pinned().isEmpty() ? all : all.within(request.pinned());
            if (roles.keys().isEmpty()) {
                throw new ConfigException("No key of the ledger's " + Roles.PATH
                        + " is trusted on this machine. Add the" + " scanner's public key under `trust.public-keys`.");
            }
            checks.add(GateCheck.passed("trust", counted(roles.keys().size(), "trusted key") + "."));
            return Optional.of(roles);
        } catch (ConfigException | LedgerException broken) {
            checks.add(GateCheck.failed("trust", ExitCode.CONFIGURATION, String.valueOf(broken.getMessage())));
            return Optional.empty();
        }
    }

    /** Whether the listing and the samples are the ones the manifest names, and the listing gives its roots. */
    private static GateCheck attachments(StoredVersion stored, Manifest manifest) {
        FileListing listing = stored.files();
        Content content = manifest.facts().content();
        Evidence evidence = manifest.facts().privacy().evidence();
        require(listing.sha256().equals(content.listingSha256()), "files.jsonl is not the one the manifest names");
        require(listing.root().equals(content.root()), "files.jsonl does not give the manifest's Merkle root");
        require(listing.omsRoot().equals(content.omsRoot()), "files.jsonl does not give the manifest's omsRoot");
        require(
                listing.files().size() == content.files() && listing.bytes() == content.bytes(),
                "files.jsonl does not add up to the manifest's numbers");
        require(
                stored.samples().sha256().equals(evidence.sha256()),
                "findings.jsonl is not the one the manifest names");
        return GateCheck.passed("attachments", "Listing and samples are the manifest's own; root " + content.root());
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ManifestException(otherwise + ".");
        }
    }

    static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private boolean guarded(String name, Supplier<GateCheck> check) {
        GateCheck result;
        try {
            result = check.get();
        } catch (ManifestException | StatementException broken) {
            result = GateCheck.failed(name, ExitCode.INTEGRITY, String.valueOf(broken.getMessage()));
        }
        checks.add(result);
        return result.holds();
    }
}
