/** The record in other people's formats: each export says what the record says, and nothing it does not. */
@org.jspecify.annotations.NullMarked
package dev.assay.export;
