package dev.assay.config;

/** What a scan asks S3 of a dataset's place besides its files. */
public enum StorageQuestions {
    /** About the bucket; about each object where a rule of the policy is judged by that. */
    AS_JUDGED,
    /** About the bucket and each object. */
    EVERYTHING,
    NOTHING
}
