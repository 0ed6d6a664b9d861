/** Judgement: a policy's rules applied to a manifest's facts. Needs no data and no rescan. */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
