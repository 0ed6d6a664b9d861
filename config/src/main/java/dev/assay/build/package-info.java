/** Which build of the program is running. */
@NullMarked
package dev.assay.build;

import org.jspecify.annotations.NullMarked;
