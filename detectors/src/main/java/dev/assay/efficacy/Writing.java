package dev.assay.efficacy;

import java.util.function.IntUnaryOperator;

/** How a text is written: names are told by their capitals, which chat, headings and some files do without. */
public enum Writing {
    /** As the corpus has it. */
    AS_WRITTEN("as-written", codePoint -> codePoint),
    /** Without capitals. */
    SMALL("small", Character::toLowerCase),
    /** In capitals only. */
    CAPITALS("capitals", Character::toUpperCase);

    private final String label;
    private final IntUnaryOperator folding;

    Writing(String label, IntUnaryOperator folding) {
        this.label = label;
        this.folding = folding;
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
        text.codePoints().map(folding).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
