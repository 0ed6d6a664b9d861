package dev.assay.batch;

/** The job repository cannot be used: another process holds it, it is unreachable, or its settings are wrong. */
public final class JobStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobStoreException(String message) {
        super(message);
    }

    JobStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
