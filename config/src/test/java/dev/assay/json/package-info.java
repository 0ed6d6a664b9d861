@NullMarked
package dev.assay.json;

import org.jspecify.annotations.NullMarked;
