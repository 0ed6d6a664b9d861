package dev.assay.efficacy;

/** How a text is written: names are told by their capitals, which chat, headings and some files do without. */
public enum Writing {
    /** As the corpus has it. */
    AS_WRITTEN("as-written"),
    /** Without capitals. */
    SMALL("small"),
    /** In capitals only. */
    CAPITALS("capitals");

    private final String label;

    Writing(String label) {
        this.label = label;
    }

    /** As records and options name it. */
    public String label() {
        return label;
    }

    /**
     * The writing of a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Writing of(String label) {
        for (Writing writing : values()) {
            if (writing.label.equals(label)) {
                return writing;
            }
        }
        throw new IllegalArgumentException("no such writing: " + label);
    }

    /** An item so written. Each code point becomes one, so that its spans stay where they are: <i>ß</i> stays small. */
    public LabelledText of(LabelledText item) {
        return this == AS_WRITTEN
                ? item
                : new LabelledText(item.id(), folded(item.text()), item.column(), item.language(), item.spans());
    }

    private String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(this::folded).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private int folded(int codePoint) {
        return switch (this) {
            case AS_WRITTEN -> codePoint;
            case SMALL -> Character.toLowerCase(codePoint);
            case CAPITALS -> Character.toUpperCase(codePoint);
        };
    }
}
