package dev.assay.detect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a front filter works by: made when the detectors are compiled, stored with them. Immutable. */
sealed interface FrontPlan permits FrontMasks, FrontLiterals {
    /** A filter that follows this plan. */
    FrontFilter filter();

    /** Writes this plan in the form {@link #read} takes. */
    void write(DataOutputStream out) throws IOException;

    static FrontPlan read(DataInputStream in) throws IOException {
        return in.readBoolean() ? FrontLiterals.read(in) : FrontMasks.read(in);
    }
}
