/** Makes the dataset under {@code examples/support}. Everybody in it is invented. */
@NullMarked
package dev.assay.example;

import org.jspecify.annotations.NullMarked;
