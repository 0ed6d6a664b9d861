@NullMarked
package dev.assay.config.controls;

import org.jspecify.annotations.NullMarked;
