package dev.assay.scan;

import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.ManifestFacts;

/**
 * What a scan established: everything a manifest says but its place in the chain of versions.
 *
 * @param facts for {@code manifest.json}
 * @param files for {@code files.jsonl}
 * @param samples for {@code findings.jsonl}
 * @param reuse what an earlier scan had parsed
 */
public record Conclusion(ManifestFacts facts, FileListing files, FindingSamples samples, Reuse reuse) {}
