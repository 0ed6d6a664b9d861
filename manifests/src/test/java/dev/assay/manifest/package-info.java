@NullMarked
package dev.assay.manifest;

import org.jspecify.annotations.NullMarked;
