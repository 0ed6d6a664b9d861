/** Timestamps of signatures (RFC 3161): asked for, and verified without asking anybody. */
@NullMarked
package dev.assay.timestamp;

import org.jspecify.annotations.NullMarked;
