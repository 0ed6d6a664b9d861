@NullMarked
package dev.assay.timestamp;

import org.jspecify.annotations.NullMarked;
