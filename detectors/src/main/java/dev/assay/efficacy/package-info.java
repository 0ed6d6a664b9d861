/** How good the detectors are: labelled corpora, one of our own making, and precision and recall measured on them. */
@NullMarked
package dev.assay.efficacy;

import org.jspecify.annotations.NullMarked;
