/** Words: settings, dataset card, policy, entity types. No input or output but reading the files that hold them. */
@NullMarked
package dev.assay.config;

import org.jspecify.annotations.NullMarked;
