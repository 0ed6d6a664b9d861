/** Lists of files and their digests that others made, read from bytes: what a dataset's files are compared with. Pure. */
@NullMarked
package dev.assay.sidecar;

import org.jspecify.annotations.NullMarked;
