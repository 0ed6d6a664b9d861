package dev.assay.manifest;

import dev.assay.json.JsonException;
import dev.assay.json.Labels;

/** Something a storage may say of a dataset besides its bytes; the label names it in scan statements. */
public enum StorageFact {
    /** Where the bucket lies, in the provider's words. */
    REGION,
    /** Whether the bucket keeps every version from now on: {@code enabled}, {@code suspended} or {@code off}. */
    VERSIONING,
    /** How the bucket encrypts what is written to it. */
    DEFAULT_ENCRYPTION,
    /** Whether the bucket can lock objects: {@code enabled} or {@code off}. */
    OBJECT_LOCK,
    /** Names of the bucket's tags. */
    BUCKET_TAGS,
    /** Whether an object is read in a version that is never overwritten: {@code kept} or {@code overwritten}. */
    VERSIONS,
    /** How an object is encrypted, {@code none} if it is not. */
    ENCRYPTION,
    STORAGE_CLASS,
    /** What keeps an object from being deleted: {@code compliance}, {@code governance}, {@code legal-hold} or {@code none}. */
    LOCKS,
    /** Names of an object's own metadata. */
    METADATA,
    /** Names of an object's tags. */
    TAGS,
    /** SPDX identifiers that tags or metadata give as the licence. */
    LICENCES;

    /** The name in the record. */
    public String label() {
        return Labels.of(this);
    }

    static StorageFact named(String label) {
        return Labels.find(StorageFact.class, label)
                .orElseThrow(() -> new JsonException("\"" + label + "\" is nothing a storage says"));
    }
}
