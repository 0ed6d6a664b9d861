/**
 * The scan as a Spring Batch job: where the three verbs of the engine run, and what survives a crash. It knows nothing
 * of files or detectors; {@link dev.assay.batch.ScanWork} is all it sees of them.
 */
@NullMarked
package dev.assay.batch;

import org.jspecify.annotations.NullMarked;
