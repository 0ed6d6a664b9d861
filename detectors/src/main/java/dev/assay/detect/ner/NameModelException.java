package dev.assay.detect.ner;

/** A file that is no model this program can read with; the message says why and never what is in a cell. */
public final class NameModelException extends Exception {
    private static final long serialVersionUID = 1L;

    NameModelException(String message) {
        super(message);
    }
}
