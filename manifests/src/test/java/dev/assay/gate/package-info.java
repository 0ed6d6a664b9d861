@NullMarked
package dev.assay.gate;

import org.jspecify.annotations.NullMarked;
