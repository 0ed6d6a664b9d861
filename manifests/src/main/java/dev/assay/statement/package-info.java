/** Signed statements about a manifest: in-toto Statement v1 in DSSE envelopes, the keys, and who may sign what. */
@NullMarked
package dev.assay.statement;

import org.jspecify.annotations.NullMarked;
