/** The manifests repository: an ordinary git repository that holds every version, statement, policy and key. */
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
