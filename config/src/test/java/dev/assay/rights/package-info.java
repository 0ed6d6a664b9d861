@NullMarked
package dev.assay.rights;

import org.jspecify.annotations.NullMarked;
