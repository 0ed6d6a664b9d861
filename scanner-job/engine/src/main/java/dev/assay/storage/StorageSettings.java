package dev.assay.storage;

/** How every kind of storage is reached. */
public record StorageSettings(LinkPolicy links, S3Settings s3, HadoopSettings hadoop) {
    /** What holds when nothing is set. */
    public static final StorageSettings DEFAULTS =
            new StorageSettings(LinkPolicy.INSIDE, S3Settings.DEFAULTS, HadoopSettings.DEFAULTS);

    /** The same with another way to S3. */
    public StorageSettings withS3(S3Settings other) {
        return new StorageSettings(links, other, hadoop);
    }
}
