/** Dataset cards made from what others wrote about their data. Pure: bytes in, text of a card out. */
@NullMarked
package dev.assay.card;

import org.jspecify.annotations.NullMarked;
