package dev.assay.timestamp;

import org.jspecify.annotations.Nullable;

/** A timestamp that could not be had. */
public final class TimestampException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TimestampException(String message) {
        super(message);
    }

    public TimestampException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
