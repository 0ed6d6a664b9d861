/**
 * The command line: what users touch. Parses, calls the floors below, prints, and answers with an exit code. Nothing heavy
 * is loaded before a command needs it.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
