/** What the licences, purposes and places that a card declares come to, taken together. Pure: words in, words out. */
@NullMarked
package dev.assay.rights;

import org.jspecify.annotations.NullMarked;
