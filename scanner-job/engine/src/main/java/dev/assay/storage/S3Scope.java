package dev.assay.storage;

/** What S3 is asked of a dataset's place besides its files. */
public enum S3Scope {
    /** Nothing, so that nothing is known of it. */
    NOTHING,
    /** The bucket: a handful of requests, however many objects there are. */
    BUCKET,
    /** The bucket and each object, two or three requests an object. */
    OBJECTS
}
