package dev.assay.cli;

import dev.assay.batch.JobStoreSettings;
import dev.assay.config.Condition;
import dev.assay.config.ConfigException;
import dev.assay.config.DetectorSettings;
import dev.assay.config.NameSearch;
import dev.assay.config.Policy;
import dev.assay.config.ProvenanceCondition;
import dev.assay.config.RowOriginDemand;
import dev.assay.config.Rule;
import dev.assay.config.StorageCondition;
import dev.assay.config.Workspace;
import dev.assay.detect.CustomDetectors;
import dev.assay.detect.RuleSet;
import dev.assay.ledger.LedgerSettings;
import dev.assay.storage.HadoopSettings;
import dev.assay.storage.S3Scope;
import dev.assay.storage.S3Settings;
import dev.assay.storage.StorageSettings;
import dev.assay.timestamp.HttpTimestamper;
import java.net.URI;
import java.util.Optional;

/** What a workspace's settings mean for the floors below. */
final class Workspaces {
    private Workspaces() {}

    static JobStoreSettings jobStore(Workspace workspace, Console console) {
        Workspace.Jobs jobs = workspace.jobs();
        String url = jobs.url();
        if (url == null) {
            return JobStoreSettings.file(jobs.file());
        }
        String password = console.environment().get(jobs.passwordEnv());
        return new JobStoreSettings(url, Optional.ofNullable(jobs.username()), Optional.ofNullable(password));
    }

    static LedgerSettings ledger(Workspace workspace) {
        Workspace.Manifests manifests = workspace.manifests();
        URI url = workspace.timestamps().url();
        return LedgerSettings.of(manifests.repository(), manifests.branch(), manifests.remote())
                .with(manifests.signCommits())
                .with(url == null ? null : new HttpTimestamper(url));
    }

    /**
     * The rule set a workspace scans with: the shipped one without what is disabled and with its own detectors. A change
     * compiles the whole anew, which takes seconds.
     *
     * @throws ConfigException with every problem of its own detectors or models, and if no scan would read its models
     */
    static RuleSet rules(Workspace workspace) {
        DetectorSettings wanted = workspace.detectors();
        if (!wanted.names().equals(NameSearch.OFF)) {
            return rulesWithNames(workspace);
        }
        if (!wanted.models().isEmpty()) {
            throw new ConfigException(wanted.file() + " lists `detectors.models`, which scans do not read while"
                    + " `detectors.names` is `off`; make it `full` or `sample`, or take the models out.");
        }
        return changed(RuleSet.shipped(), workspace);
    }

    /** As {@link #rules}, and looks for names whatever the workspace says of scans. */
    static RuleSet rulesWithNames(Workspace workspace) {
        RuleSet rules = changed(RuleSet.shippedWithNames(), workspace);
        return rules.reading(OwnModels.read(workspace.detectors(), rules));
    }

    private static RuleSet changed(RuleSet shipped, Workspace workspace) {
        DetectorSettings wanted = workspace.detectors();
        for (String id : wanted.disabled()) {
            if (shipped.index(id).isEmpty()) {
                throw new ConfigException(
                        "`detectors.disabled` names `" + id + "`, which is no detector; `assay detectors` lists all.");
            }
        }
        return shipped.changed(wanted.disabled(), CustomDetectors.entries(shipped, wanted.custom(), wanted.file()));
    }

    /** For a scan whose facts a policy judges. */
    static StorageSettings storage(Workspace workspace, int workers, Policy policy) {
        S3Scope scope = switch (workspace.storage().s3().questions()) {
            case NOTHING -> S3Scope.NOTHING;
            case EVERYTHING -> S3Scope.OBJECTS;
            case AS_JUDGED ->
                policy.rules().stream().map(Rule::condition).anyMatch(Workspaces::judgesObjects)
                        ? S3Scope.OBJECTS
                        : S3Scope.BUCKET;
        };
        return storage(workspace, workers, scope);
    }

    private static boolean judgesObjects(Condition condition) {
        return condition instanceof StorageCondition
                || (condition instanceof ProvenanceCondition provenance
                        && provenance.rows().licenses() != RowOriginDemand.FoundLicenses.ANY);
    }

    /** For whoever needs no more of the place than where it lies. */
    static StorageSettings storage(Workspace workspace, int workers) {
        return storage(workspace, workers, S3Scope.BUCKET);
    }

    /** A reader may fetch ahead as much as the workspace allows; connections suffice for all workers. */
    private static StorageSettings storage(Workspace workspace, int workers, S3Scope scope) {
        Workspace.S3 s3 = workspace.storage().s3();
        S3Settings defaults = S3Settings.DEFAULTS;
        String endpoint = s3.endpoint();
        int range = Math.toIntExact(s3.readAhead().bytes());
        S3Settings reached = new S3Settings(
                endpoint == null ? null : URI.create(endpoint),
                s3.region(),
                s3.pathStyle(),
                s3.profile(),
                4L * range,
                range,
                Math.max(defaults.connections(), 4 * workers),
                defaults.timeout(),
                scope);
        HadoopSettings hadoop = new HadoopSettings(
                HadoopSettings.DEFAULTS.schemes(), workspace.storage().hadoop().properties(), null);
        return new StorageSettings(StorageSettings.DEFAULTS.links(), reached, hadoop);
    }
}
