@NullMarked
package dev.assay.quality;

import org.jspecify.annotations.NullMarked;
