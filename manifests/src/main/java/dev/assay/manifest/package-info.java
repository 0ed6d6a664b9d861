/** The record of a dataset version: facts only, the same bytes for the same dataset, card, build and rules. */
@NullMarked
package dev.assay.manifest;

import org.jspecify.annotations.NullMarked;
