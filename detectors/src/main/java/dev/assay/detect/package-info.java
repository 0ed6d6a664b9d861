/** Text in, findings out: cells, detectors, the automaton that finds candidates, the checks and the resolver. Pure. */
@NullMarked
package dev.assay.detect;

import org.jspecify.annotations.NullMarked;
