package dev.assay.gate;

import dev.assay.config.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What a training run asks of the gate.
 *
 * @param datasetId which dataset
 * @param version which version, or null for the latest
 * @param policy the policy in force
 * @param anchors what this machine holds on to
 * @param use what the run is for
 * @param bytes how much is read
 */
public record GateRequest(
        String datasetId,
        @Nullable Integer version,
        Policy policy,
        TrustAnchors anchors,
        IntendedUse use,
        BytesMode bytes) {}
