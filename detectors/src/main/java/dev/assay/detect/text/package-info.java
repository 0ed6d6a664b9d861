/**
 * Text as it comes: look-alike characters, entities, escapes and base64 read as what they stand for, with the way back to
 * the bytes that stand there. Pure; knows nothing of detectors.
 */
@NullMarked
package dev.assay.detect.text;

import org.jspecify.annotations.NullMarked;
