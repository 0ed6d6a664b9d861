package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Heads;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of detectors is compiled to: the masks of the front filter, the union automata (one, or several if one would
 * get too large), and each detector's own parts. Immutable.
 *
 * @param heads which unions a match may begin in, told from the byte before and the first ones
 * @param unions automata whose labels are detectors, each detector in one; one with a lead takes part with its lead alone
 * @param parts one per detector
 */
record Program(FrontMasks front, Heads heads, List<Dfa> unions, List<Parts> parts) {
    /** Most bytes of a match, its lead included; of an anchored one, from the anchor on. */
    static final int LONGEST = 2048;

    /** Most bytes of a match left of its anchor. */
    static final int LONGEST_LEFT = 1024;

    /** Goes into the rule set's digest; to be raised when the same detectors would find something else. */
    static final int VERSION = 3;

    Program {
        unions = List.copyOf(unions);
        parts = List.copyOf(parts);
    }

    void write(DataOutputStream out) throws IOException {
        front.write(out);
        heads.write(out);
        out.writeInt(unions.size());
        for (Dfa union : unions) {
            union.write(out);
        }
        out.writeInt(parts.size());
        for (Parts part : parts) {
            writeOptional(part.lead(), out);
            writeOptional(part.shape(), out);
            writeOptional(part.leftOfAnchor(), out);
        }
    }

    private static void writeOptional(@Nullable Dfa dfa, DataOutputStream out) throws IOException {
        out.writeBoolean(dfa != null);
        if (dfa != null) {
            dfa.write(out);
        }
    }

    static Program read(DataInputStream in) throws IOException {
        FrontMasks front = FrontMasks.read(in);
        Heads heads = Heads.read(in);
        List<Dfa> unions = new ArrayList<>();
        int unionCount = in.readInt();
        for (int i = 0; i < unionCount; i++) {
            unions.add(Dfa.read(in));
        }
        List<Parts> parts = new ArrayList<>();
        int partCount = in.readInt();
        for (int i = 0; i < partCount; i++) {
            Parts read = new Parts(readOptional(in), readOptional(in), readOptional(in));
            parts.add(read);
        }
        return new Program(front, heads, unions, parts);
    }

    private static @Nullable Dfa readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Dfa.read(in) : null;
    }
}
