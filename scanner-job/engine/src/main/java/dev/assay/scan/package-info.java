/**
 * The engine, three verbs: {@code plan} divides a dataset into splits, {@code scan} reads one split, {@code conclude}
 * merges what the splits found into the facts of a manifest. A runner chooses only where {@code scan} runs.
 */
@NullMarked
package dev.assay.scan;

import org.jspecify.annotations.NullMarked;
