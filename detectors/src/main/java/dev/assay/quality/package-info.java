/**
 * What the values of a dataset look like, whatever they mean: how many, how many different, how long, how large, of
 * which kind, and how many rows are there twice. Whole numbers that merge in any order; no value can be read back.
 */
@NullMarked
package dev.assay.quality;

import org.jspecify.annotations.NullMarked;
