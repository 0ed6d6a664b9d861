package dev.assay.quality;

/**
 * Kind, character classes, and whether a cell is a word for no value, as one small number: cells are counted by it, three
 * counts in one.
 *
 * <pre>
 *  kind, 3 bits │ word for no value, 1 bit │ a bit for each class, 7 bits
 * </pre>
 */
final class CellShape {
    private static final int CLASS_BITS = CharacterClass.values().length;
    private static final int MARKER = 1 << CLASS_BITS;
    private static final ValueKind[] KINDS = ValueKind.values();

    /** One more than the largest. */
    static final int COUNT = KINDS.length * 2 * MARKER;

    private CellShape() {}

    /**
     * The shape of a value.
     *
     * @param classes bits of {@link CharacterClass}
     */
    static int of(ValueKind kind, int classes) {
        return kind.place() * 2 * MARKER | classes;
    }

    /** The shape of a word for no value. */
    static int marker(ValueKind kind, int classes) {
        return of(kind, classes) | MARKER;
    }

    static ValueKind kind(int shape) {
        return KINDS[shape / (2 * MARKER)];
    }

    static boolean isMarker(int shape) {
        return (shape & MARKER) != 0;
    }

    static int classes(int shape) {
        return shape & (MARKER - 1);
    }
}
