package dev.assay.detect;

/**
 * A detector failed on a cell. Names the detector and the kind of failure and where in the code it happened, never what
 * the cell holds: the message of the failure itself is left out, as it may quote the text.
 */
public final class DetectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detector;
    private final int cell;
    private final String kind;

    DetectorException(String detector, int cell, RuntimeException failure) {
        this(detector, cell, failure.getClass().getSimpleName(), failure.getStackTrace());
    }

    private DetectorException(String detector, int cell, String kind, StackTraceElement[] where) {
        super("The detector `" + detector + "` failed on cell " + cell + " of a batch with a " + kind
                + ". This is a bug in its check.");
        this.detector = detector;
        this.cell = cell;
        this.kind = kind;
        setStackTrace(where);
    }

    /** The same failure, told of the cell whose reading it happened on. */
    DetectorException inCell(int other) {
        return new DetectorException(detector, other, kind, getStackTrace());
    }

    /** Id of the detector. */
    public String detector() {
        return detector;
    }

    /** Index of the cell in its batch. */
    public int cell() {
        return cell;
    }
}
