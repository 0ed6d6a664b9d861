@NullMarked
package dev.assay.efficacy;

import org.jspecify.annotations.NullMarked;
