/** Names of persons, places and organisations: tokens, lexicon, model and tagger. The only room that knows OpenNLP. */
@NullMarked
package dev.assay.detect.ner;

import org.jspecify.annotations.NullMarked;
