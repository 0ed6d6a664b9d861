/**
 * JSON as this project writes and reads it: a value tree without floating-point numbers, one strict reader, one
 * canonical writer (RFC 8785).
 */
@NullMarked
package dev.assay.json;

import org.jspecify.annotations.NullMarked;
