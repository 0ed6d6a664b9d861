/** Tests of locations, listings and readers. */
@NullMarked
package dev.assay.storage;

import org.jspecify.annotations.NullMarked;
