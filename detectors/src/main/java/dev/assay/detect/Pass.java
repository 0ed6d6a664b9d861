package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of the detectors, compiled to be run over the text together. Immutable.
 *
 * @param literals leaves out nearly all positions; only where the detectors begin with one of few runs of bytes
 * @param openings leaves out most words; only where the detectors begin with digits or letters
 * @param firstBytes which of the detectors may begin somewhere; only where a few of them are asked at a time
 * @param masks leaves out nearly all places of words and numbers, and most of what {@code literals} leaves
 * @param unions automata whose labels are detectors, each detector in one; one with a lead takes part with its lead alone.
 *     One holds all, unless it would get too large
 */
record Pass(
        @Nullable FrontLiterals literals,
        @Nullable Openings openings,
        @Nullable BeginningBytes firstBytes,
        FrontMasks masks,
        List<Dfa> unions) {
    /** Which detectors share a pass. */
    enum Kind {
        /** Those that begin with one of few runs of bytes, inside words too or with no word. */
        LITERAL,
        /** Those that begin with one of few runs of bytes where a word begins. */
        WORD,
        /** Those that begin with digits or letters of many kinds. */
        CLASS,
        /** Those that are run only where a word nearby, the column's path or a whole cell speaks for them. */
        SUPPORTED
    }

    Pass {
        unions = List.copyOf(unions);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(literals != null);
        if (literals != null) {
            literals.write(out);
        }
        out.writeBoolean(openings != null);
        if (openings != null) {
            openings.write(out);
        }
        out.writeBoolean(firstBytes != null);
        if (firstBytes != null) {
            firstBytes.write(out);
        }
        masks.write(out);
        out.writeInt(unions.size());
        for (Dfa union : unions) {
            union.write(out);
        }
    }

    static Pass read(DataInputStream in) throws IOException {
        FrontLiterals literals = in.readBoolean() ? FrontLiterals.read(in) : null;
        Openings openings = in.readBoolean() ? Openings.read(in) : null;
        BeginningBytes firstBytes = in.readBoolean() ? BeginningBytes.read(in) : null;
        FrontMasks masks = FrontMasks.read(in);
        List<Dfa> unions = new ArrayList<>();
        int unionCount = in.readInt();
        for (int i = 0; i < unionCount; i++) {
            unions.add(Dfa.read(in));
        }
        return new Pass(literals, openings, firstBytes, masks, unions);
    }
}
