package dev.assay.export;

/** The record lacks what a format cannot do without; the message says what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }
}
