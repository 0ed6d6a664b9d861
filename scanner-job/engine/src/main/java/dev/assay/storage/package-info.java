/** Where bytes lie and how they are read: locations, pinned files, ranges, digests. */
@NullMarked
package dev.assay.storage;

import org.jspecify.annotations.NullMarked;
