package dev.assay.gate;

import dev.assay.config.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training run asks of the gate.
 *
 * @param datasetId which dataset
 * @param version which version, or null for the latest
 * @param policy the policy in force
 * @param anchors what this machine holds on to
 * @param use what the run is for
 * @param subset paths of the only files the run reads; empty for all
 */
public record GateRequest(
        String datasetId,
        @Nullable Integer version,
        Policy policy,
        TrustAnchors anchors,
        IntendedUse use,
        List<String> subset) {
    public GateRequest {
        subset = subset.stream().distinct().sorted().toList();
    }
}
