package dev.assay.batch;

import dev.assay.config.DatasetCard;
import dev.assay.config.Locations;
import dev.assay.config.Policy;
import dev.assay.gate.Inputs;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Draft;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Publication;
import dev.assay.ledger.Published;
import dev.assay.ledger.ScanRecord;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Surroundings;
import dev.assay.scan.Conclusion;
import dev.assay.scan.Reuse;
import dev.assay.scan.ScanPlan;
import dev.assay.statement.Pins;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Signer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Signs what a scan established and commits it to the ledger, once a run however often it is asked. */
public final class LedgerPublisher implements DatasetScan.Publisher<Published> {
    private static final String JOB = "scan";

    private final Ledger ledger;
    private final DatasetCard card;
    private final @Nullable String cardText;
    private final Policy policy;
    private final @Nullable String policyText;
    private final Signer signer;
    private final Clock clock;

    /**
     * A publisher for one dataset.
     *
     * @param cardText the card's file, or null if a bare location is scanned
     * @param policyText the policy's file, or null for the built-in policy
     */
    public LedgerPublisher(
            Ledger ledger,
            DatasetCard card,
            @Nullable String cardText,
            Policy policy,
            @Nullable String policyText,
            Signer signer,
            Clock clock) {
        this.ledger = ledger;
        this.card = card;
        this.cardText = cardText;
        this.policy = policy;
        this.policyText = policyText;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Published publish(ScanPlan plan, Conclusion conclusion, RunFacts run) {
        ScanPredicate.Run invocation = invocation(plan, conclusion.reuse(), run);
        Surroundings surroundings = new Surroundings(
                plan.storage(),
                Inputs.find(ledger, card, conclusion.facts().content().root(), policy, clock));
        ScanPredicate scan = ScanPredicate.of(
                conclusion.facts().scanner(),
                Locations.withoutCredentials(card.location()),
                pins(plan),
                surroundings,
                invocation);
        ScanRecord record = new ScanRecord(
                conclusion.facts(),
                conclusion.files(),
                conclusion.samples(),
                cardText,
                policy,
                policyText,
                scan,
                signer,
                signer,
                clock);
        return ledger.publish(card.id(), new Once(record, invocation.instance()));
    }

    /** A run that died after its commit finds its own statement in the ledger and adds nothing. */
    private record Once(ScanRecord record, String instance) implements Draft {
        @Override
        public Optional<Publication> against(Optional<StoredVersion> latest) {
            boolean there = latest.stream()
                    .flatMap(version -> version.bundle().envelopes().stream())
                    .map(envelope -> envelope.statement())
                    .filter(statement -> statement.predicateType().equals(ScanPredicate.TYPE))
                    .map(statement -> ScanPredicate.fromJson(statement.predicate()))
                    .anyMatch(scan -> scan.run().instance().equals(instance));
            return there ? Optional.empty() : record.against(latest);
        }
    }

    private ScanPredicate.Run invocation(ScanPlan plan, Reuse reuse, RunFacts run) {
        // Numbers of a job repository begin anew when its file is deleted; with the start the run has a name of its
        // own.
        String instance = JsonObject.builder()
                .put("dataset", card.id())
                .put("run", run.run())
                .put("startedOn", run.startedOn().toString())
                .build()
                .sha256();
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("dataset", card.id());
        parameters.put("run", Long.toString(run.run()));
        // No part of the dataset, so no part of the manifest; but somebody may ask what else lay there.
        parameters.put("leftOut.files", Long.toString(plan.leftOut().files()));
        parameters.put("leftOut.bytes", Long.toString(plan.leftOut().bytes()));
        parameters.put("reused.files", Long.toString(reuse.files()));
        parameters.put("reused.bytes", Long.toString(reuse.bytes()));
        return new ScanPredicate.Run(
                JOB,
                instance,
                Long.toString(run.execution()),
                hostClass(),
                run.restarts(),
                run.startedOn(),
                clock.instant(),
                parameters);
    }

    /** The kind of machine, not its name. */
    private static String hostClass() {
        String system = System.getProperty("os.name", "unknown") + "-" + System.getProperty("os.arch", "unknown");
        return system.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** One digest over which version of each file was read. */
    private static String pins(ScanPlan plan) {
        SortedMap<String, String> pins = new TreeMap<>();
        plan.splits().stream()
                .flatMap(split -> split.sections().stream())
                .map(part -> part.section().file())
                .forEach(file -> pins.put(file.path(), file.pin()));
        return new Pins(pins).sha256();
    }
}
