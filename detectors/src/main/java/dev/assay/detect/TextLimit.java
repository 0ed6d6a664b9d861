package dev.assay.detect;

/** What keeps a cell's text from being read to the bottom: the cell is scanned, but something in it is not decoded. */
public enum TextLimit {
    DEEPER_ENCODING(
            "cells with text encoded more than " + ReadingScan.MOST_READINGS + " times over, scanned as far as that"),
    LONGER_BASE64("cells with more than 32 KiB of text in one stretch of base64, scanned as it stands");

    private final String reason;

    TextLimit(String reason) {
        this.reason = reason;
    }

    /** The same sentence for the same cause, for the coverage ledger. */
    public String reason() {
        return reason;
    }
}
