package dev.assay.export;

import java.util.List;

/**
 * One format the record can be written in. A new one is a class, its line in {@link Exports} and a subclass of the
 * contract test. The same input gives the same bytes.
 */
public interface Export {
    /** The name on the command line: lower case, {@code -} between words. */
    String name();

    /** The format and its version, for people. */
    String title();

    /** The usual ending of the file's name, such as {@code sarif.json}. */
    String ending();

    /**
     * The files, in order; most formats have one. None is larger than {@link #MAX_PART_BYTES} if there are several.
     *
     * @throws ExportException if the record lacks something the format cannot do without
     */
    List<byte[]> write(ExportInput input);

    /** Whether {@link ExportInput#signer} must be there. */
    default KeyUse keyUse() {
        return KeyUse.NONE;
    }

    /** Whether an export signs. */
    enum KeyUse {
        NONE,
        SIGNS
    }

    /** What systems that collect evidence take as one file. */
    int MAX_PART_BYTES = 25_000_000;
}
