package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Heads;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A share of the detectors, compiled to be run over the text together. Immutable.
 *
 * @param front leaves out nearly all positions
 * @param heads tells which unions a match may begin in, from the byte before and the first ones
 * @param unions automata whose labels are detectors, each detector in one; one with a lead takes part with its lead alone
 */
record Pass(FrontPlan front, Heads heads, List<Dfa> unions) {
    /** Which detectors share a pass. */
    enum Kind {
        /** Those that begin with one of few runs of bytes. */
        LITERAL,
        /** Those that begin with digits or letters of many kinds. */
        CLASS,
        /** Those that are run only where a word nearby, the column's path or a whole cell speaks for them. */
        SUPPORTED
    }

    Pass {
        unions = List.copyOf(unions);
    }

    void write(DataOutputStream out) throws IOException {
        front.write(out);
        heads.write(out);
        out.writeInt(unions.size());
        for (Dfa union : unions) {
            union.write(out);
        }
    }

    static Pass read(DataInputStream in) throws IOException {
        FrontPlan front = FrontPlan.read(in);
        Heads heads = Heads.read(in);
        List<Dfa> unions = new ArrayList<>();
        int unionCount = in.readInt();
        for (int i = 0; i < unionCount; i++) {
            unions.add(Dfa.read(in));
        }
        return new Pass(front, heads, unions);
    }
}
