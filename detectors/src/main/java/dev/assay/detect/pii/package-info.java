/**
 * Checks of numbers that identify a person or an organisation: checksums, calendar dates and tables, named as in
 * python-stdnum where it has the number. Each rule is a pure function of the compact number.
 */
@NullMarked
package dev.assay.detect.pii;

import org.jspecify.annotations.NullMarked;
