@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
