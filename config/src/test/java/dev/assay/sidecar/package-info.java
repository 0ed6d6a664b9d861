@NullMarked
package dev.assay.sidecar;

import org.jspecify.annotations.NullMarked;
