package dev.assay.format;

import java.io.EOFException;
import java.io.IOException;

/**
 * Puts a failure into words that can be shown. A plain {@link IOException} is worded here; of any other only the kind is
 * told, never the message, which may hold data.
 */
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        if (failure instanceof EOFException) {
            return "it ends early";
        }
        if (failure.getClass() == IOException.class && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return "it cannot be decoded (" + failure.getClass().getSimpleName() + ")";
    }
}
