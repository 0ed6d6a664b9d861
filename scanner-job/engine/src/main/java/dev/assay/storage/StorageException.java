package dev.assay.storage;

import org.jspecify.annotations.Nullable;

/** The outside world would not give the bytes: missing, forbidden, unreachable, or changed since they were listed. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
