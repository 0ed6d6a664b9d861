/** What people read: one page for each version of a dataset. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
