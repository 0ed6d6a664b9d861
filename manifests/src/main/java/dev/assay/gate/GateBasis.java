package dev.assay.gate;

import dev.assay.ledger.LogMark;
import dev.assay.manifest.Manifest;
import java.util.List;

/**
 * What an answer of the gate rests on, for the statement about the run.
 *
 * @param manifest the verified manifest
 * @param policySha256 digest of the policy in force
 * @param approvals digests of the approvals relied on
 * @param waivers digests of the waivers relied on
 * @param log the log as it was verified
 * @param mode how much was read
 * @param files files whose bytes were read and agreed
 * @param bytes their bytes
 */
public record GateBasis(
        Manifest manifest,
        String policySha256,
        List<String> approvals,
        List<String> waivers,
        LogMark log,
        BytesMode mode,
        long files,
        long bytes) {
    public GateBasis {
        approvals = List.copyOf(approvals);
        waivers = List.copyOf(waivers);
    }
}
