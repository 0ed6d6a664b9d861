/** Checks of secrets: entropy, issuers' checksums, token structures, and what only stands in for a secret. Pure. */
@NullMarked
package dev.assay.detect.secret;

import org.jspecify.annotations.NullMarked;
