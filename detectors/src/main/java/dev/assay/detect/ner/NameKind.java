package dev.assay.detect.ner;

/** What a name names. */
enum NameKind {
    PERSON,
    LOCATION,
    ORGANIZATION
}
