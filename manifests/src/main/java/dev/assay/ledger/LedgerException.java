package dev.assay.ledger;

import org.jspecify.annotations.Nullable;

/** The manifests repository cannot be opened, read, written or pushed as asked. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
