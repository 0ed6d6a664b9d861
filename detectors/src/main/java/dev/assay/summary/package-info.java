/**
 * What was found, as counts that merge: whole numbers and sorted collections only, so that any order and any grouping of
 * splits ends in the same state.
 */
@NullMarked
package dev.assay.summary;

import org.jspecify.annotations.NullMarked;
