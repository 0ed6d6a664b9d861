package dev.assay.policy;

import dev.assay.config.Policy;
import dev.assay.config.Suppression;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy's suppressions set aside of a version's findings on one day. Values and patterns count only where the
 * scan held every finding against the very same list: the manifest names its digest. Columns need no scan.
 */
final class Suppressed {
    private final ManifestFacts facts;
    private final List<Suppression> inForce = new ArrayList<>();
    private final List<SuppressionResult> results = new ArrayList<>();

    private Suppressed(ManifestFacts facts) {
        this.facts = facts;
    }

    static Suppressed of(Policy policy, ManifestFacts facts, LocalDate day) {
        Suppressed suppressed = new Suppressed(facts);
        policy.suppressions().forEach(entry -> suppressed.add(entry, day));
        return suppressed;
    }

    private void add(Suppression entry, LocalDate day) {
        boolean known = !entry.looksAtText()
                || facts.privacy().suppressions().stream()
                        .anyMatch(list ->
                                list.id().equals(entry.id()) && list.sha256().equals(entry.matchSha256()));
        if (!known) {
            results.add(SuppressionResult.of(entry, SuppressionResult.State.NOT_SCANNED, 0));
            return;
        }
        long hits = facts.privacy().entities().stream()
                .filter(count -> covers(entry, count))
                .mapToLong(count -> count.settled().hits())
                .sum();
        if (entry.inForce(day)) {
            inForce.add(entry);
            results.add(SuppressionResult.of(entry, SuppressionResult.State.IN_FORCE, hits));
        } else {
            results.add(SuppressionResult.of(entry, SuppressionResult.State.EXPIRED, hits));
        }
    }

    /** Whether findings are set aside. */
    boolean covers(EntityCount count) {
        return inForce.stream().anyMatch(entry -> covers(entry, count));
    }

    private static boolean covers(Suppression entry, EntityCount count) {
        return entry.looksAtText()
                ? count.suppression().equals(entry.id())
                : entry.takes(count.type().name(), count.column());
    }

    /** The suppression in force that sets findings aside, if one does. */
    Optional<SuppressionResult> of(EntityCount count) {
        return inForce.stream()
                .filter(entry -> covers(entry, count))
                .findFirst()
                .flatMap(entry -> results.stream()
                        .filter(result -> result.id().equals(entry.id()))
                        .findFirst());
    }

    /** One for each suppression, in the policy's order. */
    List<SuppressionResult> results() {
        return List.copyOf(results);
    }
}
