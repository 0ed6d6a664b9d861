/** What columns say of where their rows came from: sources, licences, times. Pure; holds counts, never a cell's text. */
@NullMarked
package dev.assay.provenance;

import org.jspecify.annotations.NullMarked;
