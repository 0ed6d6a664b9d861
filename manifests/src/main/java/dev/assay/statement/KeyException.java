package dev.assay.statement;

import org.jspecify.annotations.Nullable;

/** A key that cannot be read, written or used. The message never holds key material or a passphrase. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyException(String message) {
        super(message);
    }

    public KeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
