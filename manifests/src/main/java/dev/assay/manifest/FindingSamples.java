package dev.assay.manifest;

import dev.assay.json.Sha256;
import java.util.List;

/**
 * Masked samples of what was found, what lies in {@code findings.jsonl}.
 *
 * @param samples sorted by entity, class, column, file, row, start, end, detector
 */
public record FindingSamples(List<FindingSample> samples) {
    /** File name in the ledger. */
    public static final String NAME = "findings.jsonl";

    public FindingSamples {
        samples = Order.sorted(samples, FindingSample.ORDER, NAME);
    }

    /** What lies in {@value #NAME}; its digest covers all of it. */
    public byte[] fileBytes() {
        return JsonLines.write(samples, FindingSample::toJson);
    }

    public String sha256() {
        return Sha256.hex(fileBytes());
    }

    /**
     * Reads the bytes of a {@value #NAME}.
     *
     * @throws ManifestException if they are not exactly what this class writes
     */
    public static FindingSamples parse(byte[] fileBytes) {
        List<FindingSample> read = JsonLines.read(fileBytes, NAME, FindingSample::fromJson, FindingSample::toJson);
        FindingSamples samples = new FindingSamples(read);
        if (!samples.samples().equals(read)) {
            throw new ManifestException("Cannot read " + NAME + ": its lines are not in their order.");
        }
        return samples;
    }
}
