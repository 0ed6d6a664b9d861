package dev.assay.statement;

/** A statement, envelope or signature that cannot be believed. */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StatementException(String message) {
        super(message);
    }
}
