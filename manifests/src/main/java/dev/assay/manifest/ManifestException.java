package dev.assay.manifest;

/** A record that is not what the specification says. The message names the place, never cell text. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ManifestException(String message) {
        super(message);
    }
}
