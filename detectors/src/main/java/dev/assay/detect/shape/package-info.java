/** The linear-time pattern language of the catalogue: parsed to a tree, compiled to automata over UTF-8 bytes. */
@NullMarked
package dev.assay.detect.shape;

import org.jspecify.annotations.NullMarked;
