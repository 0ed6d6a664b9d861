package dev.assay.format;

/** A file is bad: truncated, malformed, encrypted, or not what it says it is. The message never holds cell text. */
public class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
