package dev.assay.config.controls;

import java.util.Locale;

/** How much a piece of a record says about a control. */
public enum Strength {
    /** It is the control's own output: a test's result, an approval, a check of integrity. */
    DIRECT,
    /** A necessary part of the story; other evidence is needed too. */
    SUPPORTING,
    /** A useful pointer, which must not be counted as evidence. */
    CONTEXT;

    /** The name in the catalogue and in reports, such as {@code supporting}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
