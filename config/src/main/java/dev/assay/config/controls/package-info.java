/** The control catalogue: which controls a record supports, how strongly, and what it cannot show. */
@NullMarked
package dev.assay.config.controls;

import org.jspecify.annotations.NullMarked;
