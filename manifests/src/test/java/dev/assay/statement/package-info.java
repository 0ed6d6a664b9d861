@NullMarked
package dev.assay.statement;

import org.jspecify.annotations.NullMarked;
