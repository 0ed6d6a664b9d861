package dev.assay.policy;

import dev.assay.config.StorageCondition;
import dev.assay.config.StorageCondition.Demand;
import dev.assay.config.StorageCondition.Encryption;
import dev.assay.config.StorageCondition.Region;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.rights.EffectiveRights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Judges where and how the data was kept, by what the storage said when it was scanned. */
final class StorageJudge {
    private static final Set<String> MANAGED = Set.of("aws:kms", "aws:kms:dsse");
    private static final String NONE = "none";
    private static final String OVERWRITTEN = "overwritten";

    private final StorageFacts storage;
    private final List<String> expected = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private StorageJudge(StorageFacts storage) {
        this.storage = storage;
    }

    /** @param day the day a lock must still hold on, in UTC */
    static Judgement judge(StorageCondition condition, ManifestFacts facts, StorageFacts storage, LocalDate day) {
        StorageJudge judge = new StorageJudge(storage);
        if (condition.region() == Region.DECLARED) {
            judge.region(facts.provenance().effectiveRights());
        }
        if (condition.encryption() != Encryption.ANY) {
            judge.encryption(condition.encryption());
        }
        if (condition.versioning() == Demand.REQUIRED) {
            judge.versioning();
        }
        if (condition.objectLock() == Demand.REQUIRED) {
            judge.objectLock(day);
        }
        return judge.judgement();
    }

    /** A card that limits no place of storage allows each, wherever the bucket is. */
    private void region(EffectiveRights rights) {
        expected.add("stored where every source allows it");
        if (rights.storage().allowed() == null && rights.storage().forbidden().isEmpty()) {
            return;
        }
        known(StorageFact.REGION)
                .keySet()
                .forEach(region -> rights.refusalOfRegion(region)
                        .ifPresent(refusal -> wrong.add("it lies in " + region + ", and " + refusal)));
    }

    private void encryption(Encryption demand) {
        boolean managed = demand == Encryption.MANAGED_KEYS;
        expected.add(managed ? "every object encrypted by managed keys" : "every object encrypted");
        known(StorageFact.ENCRYPTION).forEach((kind, objects) -> {
            if (managed ? !MANAGED.contains(kind) : kind.equals(NONE)) {
                wrong.add(objects + " objects have the encryption " + kind);
            }
        });
    }

    private void versioning() {
        expected.add("every object in a version that is never overwritten");
        Long overwritten = known(StorageFact.VERSIONS).get(OVERWRITTEN);
        if (overwritten != null) {
            wrong.add(overwritten + " objects have no version that is kept");
        }
        storage.said(StorageFact.VERSIONING).keySet().stream()
                .filter(state -> !state.equals("enabled"))
                .forEach(state -> wrong.add("the bucket's versioning is " + state));
    }

    private void objectLock(LocalDate day) {
        expected.add("every object locked against deletion");
        SortedMap<String, Long> locks = known(StorageFact.LOCKS);
        Long free = locks.get(NONE);
        if (free != null) {
            wrong.add(free + " objects have no lock");
        }
        LocalDate until = storage.lockedUntil();
        if (until != null && until.isBefore(day)) {
            wrong.add("the first lock ended on " + until);
        }
    }

    /** What the storage says of a fact; that it does not say all of it is an objection of its own. */
    private SortedMap<String, Long> known(StorageFact fact) {
        SortedMap<String, Long> said = storage.said(fact);
        SortedMap<String, Long> answers = storage.unreadable().get(fact);
        if (answers != null) {
            wrong.add("the storage does not tell " + fact.label() + ": " + String.join(", ", answers.keySet()));
        } else if (said.isEmpty()) {
            wrong.add("the storage does not tell " + fact.label());
        }
        return said;
    }

    private Judgement judgement() {
        String demanded = String.join(", ", expected);
        if (wrong.isEmpty()) {
            return new Judgement(true, demanded, "as expected", "The storage says so.");
        }
        String actual = wrong.stream().distinct().collect(Collectors.joining("; "));
        return new Judgement(false, demanded, actual, "Not as expected: " + actual + ".");
    }
}
