package dev.assay.gate;

import dev.assay.config.ConfigException;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerException;
import dev.assay.ledger.LogMark;
import dev.assay.ledger.StatementLog;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Content;
import dev.assay.manifest.Evidence;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestException;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.Roles;
import dev.assay.statement.StatementException;
import dev.assay.statement.TrustHistory;
import dev.assay.statement.WaiverPredicate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
            LogCheck.NAME,
            CommitCheck.NAME,
            TimestampCheck.NAME,
            "attachments",
            "chain",
            JudgementChecks.DECISION,
            UseChecks.PURPOSE,
            UseChecks.RETENTION,
            UseChecks.APPROVAL,
            JudgementChecks.CANARIES,
            JudgementChecks.FRESHNESS,
            BytesCheck.NAME);

    private final GateRequest request;
    private final Ledger ledger;
    private final FileDigests files;
    private final Clock clock;
    private final List<GateCheck> checks = new ArrayList<>();
    private @Nullable GateBasis basis;

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
        return new GateResult(dataset, manifest == null ? null : manifest.sha256(), checks, basis);
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
        Optional<TrustHistory> trust = trust();
        if (trust.isEmpty()) {
            return;
        }
        Roles roles = trust.get().roles();
        SignatureCheck statements = new SignatureCheck(manifest, roles);
        boolean signed = guarded(SignatureCheck.NAME, () -> statements.run(stored.bundle()));
        AtomicReference<LogMark> mark = new AtomicReference<>();
        boolean logged = guarded(LogCheck.NAME, () -> {
            StatementLog log = ledger.log();
            mark.set(log.mark());
            return new LogCheck(log, roles, trust.get()).run(stored, request.anchors(), ledger);
        });
        boolean committed =
                guarded(CommitCheck.NAME, () -> new CommitCheck(ledger, trust.get()).run(request.anchors()));
        boolean stamped = guarded(
                TimestampCheck.NAME,
                () -> new TimestampCheck(ledger, roles)
                        .run(stored.bundle(), request.anchors().timestamps()));
        boolean attached = guarded("attachments", () -> attachments(stored, manifest));
        boolean chained = attached && guarded("chain", () -> new ChainCheck(ledger).run(stored, manifest));
        Permissions permissions = new Permissions(manifest, roles, statements, clock.instant());
        List<Believed<WaiverPredicate>> waivers = List.of();
        UseChecks use = new UseChecks(request.use(), manifest, roles, permissions);
        if (signed) {
            JudgementChecks judgement = new JudgementChecks(request.policy(), manifest, statements, clock);
            waivers = permissions.waiversInForce();
            List<String> lapsed = permissions.refused();
            WaivedDecision waived = judgement.waived(waivers);
            GateCheck approval = use.approval(waived);
            checks.add(judgement.decision(waived, lapsed, approval));
            checks.add(use.purpose());
            checks.add(use.retention(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
            checks.add(approval);
            checks.add(judgement.canaries());
            checks.add(judgement.freshness());
        }
        if (signed && logged && committed && stamped && attached && chained) {
            BytesCheck bytes = new BytesCheck(request.bytes());
            checks.add(bytes.run(request.policy().bytes(), stored.files(), files, statements.scans()));
            basis = new GateBasis(
                    manifest,
                    request.policy().sha256(),
                    use.reliedOn(),
                    waivers.stream().map(Believed::sha256).toList(),
                    Objects.requireNonNull(mark.get()),
                    request.bytes(),
                    bytes.files(),
                    bytes.bytes());
        }
    }

    private Optional<TrustHistory> trust() {
        try {
            TrustHistory trust = ledger.trust();
            Roles roles = trust.roles();
            if (roles.keys().isEmpty()) {
                throw new ConfigException("No key is trusted by the ledger's " + Roles.PATH + ".");
            }
            TrustAnchors anchors = request.anchors();
            String commit = anchors.commit();
            String by = "on the repository's own word";
            if (commit != null) {
                if (!trust.continues(ledger.at(commit).trust())) {
                    throw new ConfigException("The ledger's " + Roles.PATH
                            + " has another past than at the pinned commit " + commit + ".");
                }
                by = "anchored in commit " + commit;
            } else if (!anchors.keys().isEmpty()) {
                if (!trust.begunBy(anchors.keys())) {
                    throw new ConfigException("No key that this machine trusts began the ledger's " + Roles.PATH
                            + ". Add the scanner's public key under `trust.public-keys`, or pin a commit you have"
                            + " looked at under `trust.commit`.");
                }
                by = "anchored in a key of this machine";
            }
            checks.add(GateCheck.passed(
                    "trust",
                    counted(roles.keys().size(), "trusted key") + ", version " + trust.size() + ", " + by + "."));
            return Optional.of(trust);
        } catch (ConfigException | LedgerException | StatementException broken) {
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
