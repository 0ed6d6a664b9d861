/** Tests of the package. */
@NullMarked
package dev.assay.card;

import org.jspecify.annotations.NullMarked;
