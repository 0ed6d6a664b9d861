package dev.assay.detect.shape;

/** A shape that cannot be read or compiled. The message says what is wrong and where in the shape. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
