package dev.assay.gate;

import dev.assay.config.Policy;
import dev.assay.statement.VerifyingKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a training run asks of the gate.
 *
 * @param datasetId which dataset
 * @param version which version, or null for the latest
 * @param policy the policy in force
 * @param pinned keys this machine trusts; a key counts only if the ledger gives it a role and it is among these. Empty
 *     takes the ledger's word alone
 */
public record GateRequest(String datasetId, @Nullable Integer version, Policy policy, Set<VerifyingKey> pinned) {
    public GateRequest {
        pinned = Set.copyOf(pinned);
    }
}
