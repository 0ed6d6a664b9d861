/** Keys in key-management services. */
@NullMarked
package dev.assay.kms;

import org.jspecify.annotations.NullMarked;
