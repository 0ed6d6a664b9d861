/** What bytes mean: file formats, the columns and cells in them. One class a format. */
@NullMarked
package dev.assay.format;

import org.jspecify.annotations.NullMarked;
