/** The last word before training: is this the dataset that was judged, and was it judged fit? */
@NullMarked
package dev.assay.gate;

import org.jspecify.annotations.NullMarked;
